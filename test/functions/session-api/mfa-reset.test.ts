import { expect, test, vi } from "vitest";
import { failEmail } from "#shared/employee/revision.ts";
import { logger } from "#shared/runtime/logger.ts";
import { freezeAccount, unfreezeAccount } from "#shared/session/freeze-account.ts";
import { anAuthenticator } from "../../support/account-table-contract.ts";
import { writeInMemory } from "../../support/steps-in-memory.ts";
import { password, sessionApiUnderTest, siti } from "./session-api-under-test.ts";

const credentials = { nip: siti.nip, password };

/** Two officers have decided that Siti's authenticator is reset, an hour from now. */
async function decided() {
  const api = sessionApiUnderTest();
  await api.accountRecords.register(siti, anAuthenticator);
  const at = api.clock.now();
  const reset = {
    id: "apr_1",
    decidedAt: at.toISOString(),
    effectiveFrom: new Date(at.getTime() + 3_600_000).toISOString(),
  };
  writeInMemory([api.accountRecords.askingMfaReset(siti.id, { id: reset.id })]);
  writeInMemory([api.accountRecords.decidingMfaReset(siti.id, reset)]);
  const actions = async () => {
    const { items } = await api.accountHistory.page({ employeeId: siti.id, limit: 50 });
    return items.map(({ action }) => action);
  };
  return { ...api, actions };
}

test("before a reset takes effect the authenticator counts", async () => {
  const { browser, clock, actions } = await decided();
  clock.advance({ minutes: 59 });
  const page = browser();

  expect((await page.post("/api/session/login", credentials)).body).toMatchObject({ next: "code" });
  expect(await actions()).not.toContain("mfa-reset-done");
});

test("once it has, the next right password leads to the mailbox and another authenticator", async () => {
  const { browser, clock, actions, sessions, accountRecords, codeMails } = await decided();
  const old = browser();
  await old.signIn();
  clock.advance({ minutes: 60 });
  const page = browser();
  const login = await page.post("/api/session/login", credentials);

  expect(login.body).toEqual({ next: "enrolment", serverTime: expect.any(String) });
  expect((await page.get("/api/session/enrolment")).body.code).toBe("mailed-code-needed");
  const [{ code: mailedCode } = { code: "" }] = codeMails;
  await page.post("/api/session/enrolment/mailed-code", { mailedCode });
  expect((await page.get("/api/session/enrolment")).status).toBe(200);
  expect(sessions.all).toEqual([]);
  expect(await actions()).toContain("mfa-reset-done");
  const summary = await accountRecords.summary(siti.id);
  expect(summary?.state).toBe("no-authenticator");
  expect(summary?.mfaReset).toBeUndefined();
});

test("a login that dies half-way leaves no session: the next one finishes the reset", async () => {
  const { browser, clock, sessions, users } = await decided();
  await browser().signIn();
  clock.advance({ minutes: 60 });
  const resetMfa = vi.spyOn(users, "resetMfa").mockRejectedValueOnce(new Error("ended"));
  vi.spyOn(logger, "error").mockReturnValue();
  expect((await browser().post("/api/session/login", credentials)).status).toBe(500);

  expect(sessions.all).toEqual([]);
  const login = await browser().post("/api/session/login", credentials);
  expect(login.body).toEqual({ next: "enrolment", serverTime: expect.any(String) });
  expect(resetMfa).toHaveBeenCalledTimes(2);
});

test("who is signed in reads of it and stops it, and it is told once", async () => {
  const { browser, clock, actions } = await decided();
  const page = browser();
  await page.signIn();

  const { mfaReset } = (await page.get("/api/account/authenticator")).body;
  expect(mfaReset).toEqual({ effectiveFrom: expect.stringMatching(/Z$/) });
  for (let i = 0; i < 2; i++) {
    const { status, body } = await page.post("/api/account/mfa-reset/cancel");
    expect(status).toBe(200);
    expect(body).not.toHaveProperty("mfaReset");
  }
  expect((await actions()).filter((action) => action === "mfa-reset-cancelled")).toHaveLength(1);
  clock.advance({ minutes: 60 });
  const login = await browser().post("/api/session/login", credentials);
  expect(login.body).toMatchObject({ next: "code" });
});

const officer = { role: "officer", id: "emp_rahayu" } as const;
const frozen = { person: siti, by: officer, reason: "Ponsel dicuri" };

test("a freeze cancels a reset that waits, and tells it", async () => {
  const { accountRecords, actions, ...api } = await decided();
  await freezeAccount({ accountRecords, ...api }, frozen);

  expect((await accountRecords.summary(siti.id))?.mfaReset).toBeUndefined();
  expect(await actions()).toEqual(["account-frozen", "mfa-reset-cancelled"]);
});

test("a freeze that died before it cancelled the reset: nothing is carried out, and the unfreeze cancels it", async () => {
  const { accountRecords, actions, users, ...api } = await decided();
  const { browser, clock } = api;
  vi.spyOn(accountRecords, "summary").mockRejectedValueOnce(new Error("ended"));
  await expect(freezeAccount({ accountRecords, ...api }, frozen)).rejects.toThrow("ended");
  clock.advance({ hours: 2 });
  const resetMfa = vi.spyOn(users, "resetMfa");
  const login = () => browser().post("/api/session/login", credentials);
  expect((await login()).body).toEqual({ next: "code", serverTime: expect.any(String) });

  await unfreezeAccount({ accountRecords, ...api }, frozen);
  expect((await login()).body).toEqual({ next: "code", serverTime: expect.any(String) });
  expect(resetMfa).not.toHaveBeenCalled();
  expect(await actions()).toEqual(["mfa-reset-cancelled", "account-unfrozen"]);
});

test("a reset that is decided while the account is frozen survives the unfreeze", async () => {
  const api = sessionApiUnderTest();
  const { accountRecords, browser, clock } = api;
  await accountRecords.register(siti, anAuthenticator);
  await freezeAccount(api, frozen);
  clock.advance({ minutes: 5 });
  const decidedAt = clock.now().toISOString();
  const reset = { id: "apr_1", decidedAt, effectiveFrom: decidedAt };
  writeInMemory([accountRecords.askingMfaReset(siti.id, { id: reset.id })]);
  writeInMemory([accountRecords.decidingMfaReset(siti.id, reset)]);
  await unfreezeAccount(api, frozen);

  const login = await browser().post("/api/session/login", credentials);
  expect(login.body).toEqual({ next: "enrolment", serverTime: expect.any(String) });
});

test("where mails come back by then, a reset of who is absent is not carried out", async () => {
  const { browser, clock, employees } = await decided();
  clock.advance({ minutes: 60 });
  await employees.save(failEmail(siti, { at: clock.now(), actor: { role: "system" } }));

  const login = await browser().post("/api/session/login", credentials);
  expect(login.body).toEqual({ next: "code", serverTime: expect.any(String) });
});

test("a wrong password carries nothing out, nor does a reset that was cancelled", async () => {
  const { browser, clock, accountRecords } = await decided();
  clock.advance({ minutes: 60 });
  await browser().post("/api/session/login", { ...credentials, password: "wrong" });
  expect((await accountRecords.summary(siti.id))?.state).toBe("ready");
  await accountRecords.takeMfaReset(siti.id, "apr_1");

  const login = await browser().post("/api/session/login", credentials);
  expect(login.body).toMatchObject({ next: "code" });
});
