import { expect, test } from "vitest";
import { rightCode } from "../../support/users-in-memory.ts";
import { password, sessionApiUnderTest, siti } from "./session-api-under-test.ts";

/** Siti is signed in, and her authenticator shows another code by now. */
async function signedIn() {
  const api = sessionApiUnderTest();
  const page = api.browser();
  await page.signIn();
  api.users.nextCode();
  api.clock.advance({ seconds: 30 });
  const actions = async () => {
    const { items } = await api.accountHistory.page({ employeeId: siti.id, limit: 50 });
    return items.map(({ action }) => action);
  };
  return { ...api, page, actions };
}
const proof = { password, code: rightCode };

test("ten recovery codes are made with password and code, once each, in place of the earlier ones", async () => {
  const { page, browser, users, actions } = await signedIn();
  const first = await page.post("/api/account/recovery-codes", proof);
  users.nextCode();
  const second = await page.post("/api/account/recovery-codes", proof);
  const told = await page.get("/api/account/authenticator");
  const codesOf = ({ body }: typeof first): string[] =>
    JSON.parse(JSON.stringify(body.recoveryCodes));
  const recover = async (recoveryCode: string | undefined) => {
    const other = browser();
    await other.post("/api/session/login", { nip: siti.nip, password });
    return (await other.post("/api/session/recovery-code", { recoveryCode })).status;
  };

  expect(codesOf(second)).toHaveLength(10);
  expect(told.body).toEqual({ recoveryCodesLeft: 10 });
  expect(await actions()).toContain("recovery-codes-made");
  expect(await recover(codesOf(first)[0])).toBe(401);
  expect(await recover(codesOf(second)[0])).toBe(204);
});

test.each(["/api/account/recovery-codes", "/api/account/authenticator/replace"])(
  "%s changes nothing without both factors",
  async (path) => {
    const { page, actions } = await signedIn();

    expect((await page.post(path, { ...proof, password: "wrong" })).body.code).toBe(
      "password-refused",
    );
    expect((await page.post(path, { ...proof, code: "000000" })).body.code).toBe("code-refused");
    expect((await page.post(path, { password })).status).toBe(422);
    const made = ["recovery-codes-made", "authenticator-replaced"];
    expect((await actions()).filter((action) => made.includes(action))).toEqual([]);
    expect((await page.get("/api/session")).status).toBe(200);
  },
);

test("an authenticator is replaced with password and code: all sessions end, and this browser registers another", async () => {
  const { page, browser, users, clock, actions, sessions } = await signedIn();
  const elsewhere = browser();
  await elsewhere.signIn();
  users.nextCode();
  const replaced = await page.post("/api/account/authenticator/replace", proof);
  clock.advance({ seconds: 1 });

  expect(replaced.status).toBe(204);
  expect(sessions.all).toEqual([]);
  expect(await actions()).toContain("authenticator-replaced");
  const login = await page.post("/api/session/login", { nip: siti.nip, password });
  expect(login.body).toEqual({ next: "enrolment", serverTime: expect.any(String) });
  expect((await page.get("/api/session/enrolment")).status).toBe(200);
  await elsewhere.post("/api/session/login", { nip: siti.nip, password });
  expect((await elsewhere.get("/api/session/enrolment")).body.code).toBe("mailed-code-needed");
});
