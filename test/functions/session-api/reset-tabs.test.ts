import { expect, test } from "vitest";
import { solve } from "../../support/solve-captcha.ts";
import { mailedCode } from "../../support/users-in-memory.ts";
import { budi, newPassword, sessionApiUnderTest, siti } from "./session-api-under-test.ts";

test("two tabs of one browser reset two accounts, and neither ends the other", async () => {
  const { browser, users } = sessionApiUnderTest();
  const page = browser();
  const [first, second] = [{ tab: "a1" }, { tab: "b2" }];
  const captcha = async () => solve((await page.get("/api/session/captcha")).body);
  const step = (name: string, body: object, tab: { tab: string }) =>
    page.post(`/api/session/reset${name}`, body, tab);
  await step("", { nip: siti.nip, captcha: await captcha() }, first);
  await step("/email", { email: siti.email }, first);
  await step("", { nip: budi.nip, captcha: await captcha() }, second);
  await step("/email", { email: budi.email }, second);
  expect(users.mails.map(({ nip }) => nip)).toEqual([siti.nip, budi.nip]);

  const proof = { code: mailedCode, newPassword };
  expect((await step("/password", proof, first)).status).toBe(200);
  expect((await step("/password", proof, first)).body.code).toBe("step-expired");
  expect((await step("/password", proof, second)).status).toBe(200);
  expect(page.cookies.has("__Host-kartu-reset")).toBe(false);
});

test("a browser keeps the resets of its four newest tabs", async () => {
  const { browser } = sessionApiUnderTest();
  const page = browser();
  const begin = async (tab: string) => {
    const captcha = solve((await page.get("/api/session/captcha")).body);
    await page.post("/api/session/reset", { nip: siti.nip, captcha }, { tab });
  };
  for (const tab of ["a", "b", "c", "d", "e"]) await begin(tab);
  const ask = async (tab: string) =>
    (await page.post("/api/session/reset/email", { email: "x@y.example" }, { tab })).status;

  expect([await ask("a"), await ask("b"), await ask("e"), await ask("a b;")]).toEqual([
    401, 204, 204, 401,
  ]);
});
