import { expect, test, vi } from "vitest";
import type { AccountHistory } from "#shared/account/account-history.ts";
import { logger } from "#shared/runtime/logger.ts";
import { freezeAccount } from "#shared/session/freeze-account.ts";
import { newTotpSecret, totpCode } from "../../../local/cloud/cognito/totp.ts";
import { anAuthenticator } from "../../support/account-table-contract.ts";
import { rightCode } from "../../support/users-in-memory.ts";
import {
  budi,
  newPassword,
  password,
  reset,
  sessionApiUnderTest,
  siti,
  strangersNip,
} from "./session-api-under-test.ts";

const wrongCode = "AAAA-AAAA-AAAA";
const proof = { code: rightCode, deviceName: "HP Baru" };

/** Budi activates his account and registers an authenticator, in one flow. */
async function enrolled() {
  const api = sessionApiUnderTest();
  const home = api.browser();
  const answer = await reset(home, budi);
  expect(answer.body).toEqual({ next: "enrolment" });
  await home.get("/api/session/enrolment");
  const { body } = await home.post("/api/session/enrolment", proof);
  const recoveryCodes: string[] = JSON.parse(JSON.stringify(body.recoveryCodes));
  api.clock.advance({ seconds: 30 });
  return { ...api, home, recoveryCodes };
}

async function atCode(api: Pick<Awaited<ReturnType<typeof enrolled>>, "browser">) {
  const page = api.browser();
  await page.post("/api/session/login", { nip: budi.nip, password: newPassword });
  return page;
}

async function actionsOf(history: AccountHistory): Promise<string[]> {
  const { items } = await history.page({ employeeId: budi.id, limit: 50 });
  return items.map(({ action }) => action);
}

test("a new password leads straight to the authenticator of who has none, and to the login of who has one", async () => {
  const { browser, accountRecords } = sessionApiUnderTest();
  const [his, hers] = [browser(), browser()];

  expect((await reset(his, budi)).body).toEqual({ next: "enrolment" });
  expect((await his.get("/api/session/enrolment")).status).toBe(200);
  expect(await accountRecords.summary(budi.id)).toMatchObject({ state: "no-authenticator" });
  expect((await reset(hers, siti)).body).toEqual({ next: "login" });
  expect((await hers.get("/api/session/enrolment")).status).toBe(401);
});

test("an authenticator is kept sealed for its holder, with ten codes of which only hashes are stored", async () => {
  const { accountRecords, recoveryCodes, accountHistory } = await enrolled();
  const account = await accountRecords.find(budi.id);

  expect(recoveryCodes).toHaveLength(10);
  expect(account).toMatchObject({
    state: "ready",
    deviceName: "HP Baru",
    recoveryCodesLeft: 10,
    authenticatorKey: expect.stringMatching(/^sealed:emp_budi:/),
  });
  for (const code of recoveryCodes) expect(JSON.stringify(account)).not.toContain(code);
  expect(await actionsOf(accountHistory)).toContain("authenticator-registered");
});

test("a recovery code leads to another authenticator, and opens no session", async () => {
  const api = await enrolled();
  const elsewhere = api.browser();
  await elsewhere.signIn(budi.nip, newPassword);
  const page = await atCode(api);
  api.clock.advance({ seconds: 1 });
  const used = await page.post("/api/session/recovery-code", {
    recoveryCode: api.recoveryCodes[0],
  });

  expect(used.status).toBe(204);
  expect(api.sessions.all).toEqual([]);
  expect((await elsewhere.get("/api/session")).status).toBe(401);
  expect([...page.cookies.keys()].sort()).toEqual([
    "__Host-kartu-activation",
    "__Host-kartu-device",
  ]);
  expect(await api.accountRecords.summary(budi.id)).toMatchObject({ state: "no-authenticator" });
  expect(await actionsOf(api.accountHistory)).toContain("recovery-code-used");
  api.clock.advance({ seconds: 1 });
  const again = { nip: budi.nip, password: newPassword };
  expect((await page.post("/api/session/login", again)).body).toEqual({
    next: "enrolment",
    serverTime: expect.any(String),
  });
  expect((await page.get("/api/session/enrolment")).status).toBe(200);
  expect((await page.post("/api/session/enrolment", proof)).status).toBe(200);
});

test("what was begun before the recovery ends with it, also another browser's code", async () => {
  const api = await enrolled();
  const [one, other] = [await atCode(api), await atCode(api)];
  api.clock.advance({ seconds: 1 });
  await one.post("/api/session/recovery-code", { recoveryCode: api.recoveryCodes[0] });

  expect((await other.post("/api/session/code", { code: rightCode })).body.code).toBe(
    "step-expired",
  );
  const second = await other.post("/api/session/recovery-code", {
    recoveryCode: api.recoveryCodes[1],
  });
  expect(second.body.code).toBe("step-expired");
});

test("of the same code sent ten times at once, one counts", async () => {
  const api = await enrolled();
  const pages = await Promise.all(Array.from({ length: 5 }, () => atCode(api)));
  const recoveryCode = api.recoveryCodes[3];
  const answers = await Promise.all(
    pages.flatMap((page) =>
      Array.from({ length: 2 }, () => page.post("/api/session/recovery-code", { recoveryCode })),
    ),
  );

  expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
});

test("wrong codes are refused alike and count as wrong codes of an authenticator", async () => {
  const api = await enrolled();
  const page = await atCode(api);
  const tries = [];
  for (let i = 0; i < 6; i++)
    tries.push(
      (await page.post("/api/session/recovery-code", { recoveryCode: wrongCode })).body.code,
    );

  expect(tries.slice(0, 5)).toEqual(Array(5).fill("recovery-code-refused"));
  expect(tries.slice(5)).not.toContain("recovery-code-refused");
  expect((await page.post("/api/session/code", { code: rightCode })).status).not.toBe(200);
});

test("a frozen account is neither recovered nor enrolled, and its code is not used up", async () => {
  const api = await enrolled();
  const page = await atCode(api);
  const wasRefused = (await page.post("/api/session/recovery-code", { recoveryCode: wrongCode }))
    .body;
  // The freeze ends what was begun, so somebody begins anew.
  await freezeAccount(api, { person: budi, by: { role: "holder", id: budi.id } });
  api.clock.advance({ seconds: 1 });
  const again = await atCode(api);
  const recoveryCode = api.recoveryCodes[0];

  expect(wasRefused.code).toBe("recovery-code-refused");
  const refused = await again.post("/api/session/recovery-code", { recoveryCode });
  expect(refused).toMatchObject({ status: 403, body: { code: "account-frozen" } });
  expect(await api.accountRecords.summary(budi.id)).toMatchObject({ recoveryCodesLeft: 10 });
});

test("without a right password a recovery code is not even looked at", async () => {
  const api = await enrolled();
  const page = api.browser();
  await page.post("/api/session/login", { nip: strangersNip, password });

  const answer = await page.post("/api/session/recovery-code", {
    recoveryCode: api.recoveryCodes[0],
  });
  expect(answer).toMatchObject({ status: 401, body: { code: "step-expired" } });
});

test("a recovery that dies half-way leaves no session, and another code finishes it", async () => {
  const api = await enrolled();
  await api.browser().signIn(budi.nip, newPassword);
  const [first, second] = [await atCode(api), await atCode(api)];
  vi.spyOn(api.users, "resetMfa").mockRejectedValueOnce(new Error("ended"));
  vi.spyOn(logger, "error").mockReturnValue();
  const send = (page: typeof first, recoveryCode: unknown) =>
    page.post("/api/session/recovery-code", { recoveryCode });

  expect((await send(first, api.recoveryCodes[0])).status).toBe(500);
  expect(api.sessions.all).toEqual([]);
  expect((await send(second, api.recoveryCodes[1])).body.code).toBe("step-expired");
  api.clock.advance({ seconds: 1 });
  expect((await send(await atCode(api), api.recoveryCodes[1])).status).toBe(204);
});

test("a text that can be no code is told so, and costs no try", async () => {
  const api = await enrolled();
  const page = await atCode(api);
  for (let i = 0; i < 9; i++) {
    const answer = await page.post("/api/session/recovery-code", { recoveryCode: "123456" });
    expect(answer.body.problems).toEqual([
      { field: "recoveryCode", code: "recovery-code-malformed" },
    ]);
  }

  const typed = ` ${String(api.recoveryCodes[0]).toLowerCase().replaceAll("-", " ")}`;
  expect((await page.post("/api/session/recovery-code", { recoveryCode: typed })).status).toBe(204);
});

test("a phone whose clock is behind is told by how much, and Cognito is not asked", async () => {
  const api = sessionApiUnderTest();
  const key = newTotpSecret();
  await api.accountRecords.register(siti, {
    ...anAuthenticator,
    sealedKey: `sealed:${siti.id}:${key}`,
  });
  const page = api.browser();
  await page.post("/api/session/login", { nip: siti.nip, password });
  const { calls } = api.users;
  const late = totpCode(key, api.clock.now().getTime() - 240_000);
  const answer = await page.post("/api/session/code", { code: late });

  expect(answer).toMatchObject({
    status: 422,
    body: { problems: [{ field: "code", code: "clock-behind", params: { minutes: 4 } }] },
  });
  expect(api.users.calls).toBe(calls);
  expect(api.sessions.all).toEqual([]);
  expect(await api.lockouts.find(siti.nip)).toBeUndefined();
});
