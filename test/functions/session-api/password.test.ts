/** Who is signed in changes the own password: both factors, and everything else that had begun ends. */
import { expect, test } from "vitest";
import { accountHistoryAnswer } from "#shared/session/account-answers.ts";
import { knownDevice } from "#shared/session/device.ts";
import { secretId } from "#shared/session/secret.ts";
import { aRequest, hmacKey } from "../../support/call-api.ts";
import { rightCode } from "../../support/users-in-memory.ts";
import {
  type Browser,
  newPassword,
  password,
  sessionApiUnderTest,
  siti,
} from "./session-api-under-test.ts";

const sessionCookie = "__Host-kartu";

/** A page that is signed in a minute after another one, and shows a fresh code. */
async function signedIn() {
  const api = sessionApiUnderTest();
  const signIn = async () => {
    const page = api.browser();
    api.users.nextCode();
    expect((await page.signIn()).status).toBe(200);
    api.clock.advance({ seconds: 60 });
    return page;
  };
  const other = await signIn();
  const page = await signIn();
  api.users.nextCode();
  const change = (instead: Record<string, string> = {}) =>
    page.post("/api/account/password", { password, code: rightCode, newPassword, ...instead });
  return { ...api, signIn, other, page, change };
}

const isIn = async (page: Browser) => (await page.get("/api/session")).status === 200;

test("another password is set: the other sessions end, and this one goes on under another secret", async () => {
  const { other, page, change, browser } = await signedIn();
  const before = page.cookies.get(sessionCookie) ?? "";
  expect(await change()).toMatchObject({ status: 204 });

  expect(await isIn(page)).toBe(true);
  expect(await isIn(other)).toBe(false);
  const copy = browser();
  copy.cookies.set(sessionCookie, before);
  expect(await isIn(copy)).toBe(false);
});

test("the new password signs in, the old one does not", async () => {
  const { change, browser, users, clock } = await signedIn();
  await change();
  clock.advance({ seconds: 60 });
  users.nextCode();

  expect((await browser().signIn()).status).toBe(401);
  expect((await browser().signIn(undefined, newPassword)).status).toBe(200);
});

test("a login that had begun with the old password is void", async () => {
  const { change, browser, users } = await signedIn();
  const begun = browser();
  expect((await begun.post("/api/session/login", { nip: siti.nip, password })).status).toBe(200);
  expect((await change()).status).toBe(204);
  users.nextCode();

  const answer = await begun.post("/api/session/code", { code: rightCode });
  expect([answer.status, answer.body.code]).toEqual([401, "step-expired"]);
});

test("this browser stays a known device, the other one does not", async () => {
  const { other, page, change, clock, ...api } = await signedIn();
  const isKnown = async ({ cookies }: Browser) => {
    const asked = aRequest({ path: "/", cookies: [...cookies].map((pair) => pair.join("=")) });
    return (await knownDevice({ ...api, clock, hmacKey }, asked, siti.nip)) !== undefined;
  };
  expect([await isKnown(page), await isKnown(other)]).toEqual([true, true]);
  await change();

  expect([await isKnown(page), await isKnown(other)]).toEqual([true, false]);
});

test.each([
  ["password", "password-refused"],
  ["code", "code-refused"],
])("a wrong %s changes nothing, and all sessions go on", async (field, code) => {
  const { other, page, change, browser, users } = await signedIn();
  const answer = await change({ [field]: "000000" });

  expect([answer.status, answer.body.code]).toEqual([422, code]);
  expect([await isIn(page), await isIn(other)]).toEqual([true, true]);
  users.nextCode();
  expect((await browser().signIn()).status).toBe(200);
});

test.each([
  ["too short", "Kopi-7", "password-too-short"],
  ["common under case and digits", "Password-1234567", "password-common"],
  ["with the own name", "Siti-Rahma-2017!", "password-personal"],
  ["the present one", password, "nothing-changed"],
])("one that is %s is refused before the code is used up", async (_, wanted, code) => {
  const { change } = await signedIn();
  const { status, body } = await change({ newPassword: wanted });

  expect(status).toBe(422);
  expect(body.problems).toContainEqual(expect.objectContaining({ field: "newPassword", code }));
  expect((await change()).status).toBe(204);
});

test("it is told in the history, once, with the browser it was done in", async () => {
  const { page, change } = await signedIn();
  page.headers = {
    "user-agent":
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
  };
  await change();
  // Its code is used up.
  await change({ password: newPassword, newPassword: "Sayur-Lodeh-Nangka-9" });
  const { body } = await page.get("/api/account/history");

  const events = accountHistoryAnswer.parse(body).items;
  expect(events.filter(({ action }) => action === "password-changed")).toEqual([
    expect.objectContaining({ by: "holder", origin: { browser: "firefox", system: "windows" } }),
  ]);
});

test("a session that was frozen meanwhile does not go on", async () => {
  const { page, change, users, sessions, clock } = await signedIn();
  const { changePassword } = users;
  const own = secretId(page.cookies.get(sessionCookie) ?? "");
  const accountId = (await sessions.find(own))?.accountId ?? "";
  users.changePassword = async (...asked) => {
    const by = { role: "officer", id: "emp_rahayu" } as const;
    await sessions.freeze(accountId, { at: clock.now().toISOString(), by });
    await changePassword.apply(users, asked);
  };

  expect((await change()).status).toBe(401);
  expect(sessions.all).toEqual([]);
});
