import { expect, test } from "vitest";
import { accountIdOf } from "#shared/session/account-state.ts";
import { freezeAccount, unfreezeAccount } from "#shared/session/freeze-account.ts";
import { anAuthenticator } from "../../support/account-table-contract.ts";
import { rightCode } from "../../support/users-in-memory.ts";
import { askFor, check, confirm } from "./reset-steps.ts";
import {
  type Browser,
  budi,
  newPassword,
  password,
  reset,
  sessionApiUnderTest,
  siti,
} from "./session-api-under-test.ts";

const by = { role: "officer", id: "emp_rahayu" } as const;
const reason = "Ponsel dicuri, SPKT 12/2026";

function setUp() {
  const api = sessionApiUnderTest();
  const freeze = async (person = siti) => {
    await freezeAccount(api, { person, by, reason });
    // What begins at the moment of the freeze itself counts as before.
    api.clock.advance({ seconds: 1 });
  };
  const unfreeze = (person = siti) => unfreezeAccount(api, { person, by, reason });
  return { ...api, freeze, unfreeze };
}

const logIn = (page: Browser, nip: string = siti.nip, secret = password) =>
  page.post("/api/session/login", { nip, password: secret });

test("every session of the account is over at its next request, and nobody else's", async () => {
  const { browser, users, freeze } = setUp();
  const [phone, computer] = [browser(), browser()];
  await phone.signIn();
  users.nextCode();
  await computer.signIn();
  await freeze(budi);
  expect((await phone.get("/api/session")).status).toBe(200);
  await freeze();

  for (const page of [phone, computer])
    expect(await page.get("/api/session")).toMatchObject({
      status: 401,
      body: { code: "session-ended" },
    });
});

test("every login, enrolment and reset that was open is over", async () => {
  const { browser, users, freeze } = setUp();
  const [login, enrolment, mailed] = [browser(), browser(), browser()];
  await logIn(login);
  await reset(enrolment, budi);
  await logIn(enrolment, budi.nip, newPassword);
  await check(mailed, siti.nip);
  await askFor(mailed, siti.email);
  await freeze();
  await freeze(budi);

  const code = await login.post("/api/session/code", { code: rightCode });
  expect(code).toMatchObject({ status: 401, body: { code: "step-expired" } });
  const key = await enrolment.get("/api/session/enrolment");
  expect(key).toMatchObject({ status: 401, body: { code: "step-expired" } });
  const set = await confirm(mailed);
  expect(set).toMatchObject({ status: 401, body: { code: "reset-code-refused" } });
  expect((await logIn(browser())).status).toBe(200);
  expect(users.mails).toHaveLength(2);
});

test("only who has both factors is told; whoever lacks one is answered as for any account", async () => {
  const open = setUp();
  const { browser, users, sessions, freeze } = setUp();
  const answers = async (page: Browser) => {
    const wrongPassword = await logIn(page, siti.nip, "Bukan-Kata-Sandi-1");
    const rightPassword = await logIn(page);
    const wrongCode = await page.post("/api/session/code", { code: "000000" });
    return [wrongPassword, rightPassword, wrongCode].map(({ cookies: _, ...answer }) => answer);
  };
  await freeze();
  // An answer tells the time, so the other account is asked at the same.
  open.clock.advance({ seconds: 1 });
  expect(await answers(browser())).toEqual(await answers(open.browser()));

  const page = browser();
  const told = await page.signIn();
  expect(told).toMatchObject({ status: 403, body: { code: "account-frozen" } });
  expect(sessions.all).toEqual([]);
  expect([...page.cookies.keys()]).toEqual(["__Host-kartu-login"]);
  expect(users.revoked).toEqual([`refresh-of-${siti.id}`]);
});

test("a reset sets the password and does not unfreeze", async () => {
  const { browser, clock, freeze } = setUp();
  await freeze();
  const page = browser();
  expect((await reset(page, siti)).status).toBe(200);
  clock.advance({ seconds: 1 });

  const told = await page.signIn(siti.nip, newPassword);
  expect(told).toMatchObject({ status: 403, body: { code: "account-frozen" } });
});

test("nobody registers an authenticator for a frozen account, with the mailed code neither", async () => {
  const { browser, clock, codeMails, freeze } = setUp();
  const page = browser();
  await reset(page, budi);
  await freeze(budi);
  // Without the mailbox's answer a login goes on as for any account.
  expect((await logIn(page, budi.nip, newPassword)).body).toEqual({
    next: "enrolment",
    serverTime: expect.any(String),
  });
  const mailedCode = codeMails.at(-1)?.code;
  const confirmed = await page.post("/api/session/enrolment/mailed-code", { mailedCode });
  expect(confirmed).toMatchObject({ status: 403, body: { code: "account-frozen" } });
  expect((await page.get("/api/session/enrolment")).status).toBe(401);
  await reset(page, budi);
  clock.advance({ seconds: 1 });

  const told = await logIn(page, budi.nip, newPassword);
  expect(told).toMatchObject({ status: 403, body: { code: "account-frozen" } });
});

test("it stays frozen for years, until it is unfrozen; then logins that begin later succeed", async () => {
  const { browser, clock, users, freeze, unfreeze } = setUp();
  await freeze();
  clock.advance({ days: 1000 });
  expect((await browser().signIn()).body.code).toBe("account-frozen");
  users.nextCode();
  await unfreeze();
  clock.advance({ seconds: 1 });

  expect((await browser().signIn()).status).toBe(200);
  await expect(unfreeze()).rejects.toMatchObject({ code: "account-not-frozen" });
});

test("the account's state, its history and the agency's list say who did it, when and why", async () => {
  const { accountHistory, accountRecords, sessions, freeze, unfreeze } = setUp();
  await accountRecords.register(siti, anAuthenticator);
  await freeze();
  const list = async () =>
    (await accountRecords.list(`${siti.instansiId}#frozen`, { limit: 5 })).map(({ id }) => id);
  expect(await list()).toEqual([siti.id]);
  const { frozen } = await sessions.findAccount(accountIdOf(siti.nip));
  expect(frozen).toEqual({ at: "2026-11-21T03:00:00.000Z", by, reason });
  await unfreeze();
  expect(await list()).toEqual([]);

  const { items } = await accountHistory.page({ employeeId: siti.id, limit: 5 });
  const told = { actor: by, reason };
  expect(items).toMatchObject([
    { action: "account-unfrozen", ...told },
    { action: "account-frozen", ...told },
  ]);
});
