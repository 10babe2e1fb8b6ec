import { expect, test } from "vitest";
import { rightCode } from "../../support/users-in-memory.ts";
import { budi, password, sessionApiUnderTest, siti } from "./session-api-under-test.ts";

const enrolment = "/api/session/enrolment";
const proof = { code: rightCode, deviceName: "HP Pribadi" };

async function atEnrolment() {
  const api = sessionApiUnderTest();
  const page = api.browser();
  const login = await page.post("/api/session/login", { nip: budi.nip, password });
  expect(login.body).toEqual({ next: "enrolment" });
  return { ...api, page };
}

test("the first login registers an authenticator, the second asks for its code", async () => {
  const { page } = await atEnrolment();
  await page.get(enrolment);
  const registered = await page.post(enrolment, proof);
  const signedIn = await page.signIn(budi.nip);

  expect(registered.status).toBe(204);
  expect(signedIn.body.roles).toEqual(["holder", "officer"]);
});

test("registering an authenticator opens no session", async () => {
  const { page, sessions } = await atEnrolment();
  await page.get(enrolment);
  await page.post(enrolment, proof);

  expect(sessions.all).toEqual([]);
  expect(page.cookies.size).toBe(0);
});

test("the key comes as text, as a link and as a QR, with a masked number and our time", async () => {
  const { page } = await atEnrolment();
  const { body } = await page.get(enrolment);
  const uri = new URL(String(body.otpauthUri));

  expect(uri.protocol).toBe("otpauth:");
  expect(uri.searchParams.get("secret")).toBe(body.secret);
  expect(uri.searchParams.get("issuer")).toBe("Kartu ASN Virtual");
  expect(decodeURIComponent(uri.pathname)).toContain("1990•••• •••••• • •05");
  expect(String(body.qr)).toMatch(/^<svg /);
  expect(body.serverTime).toBe("2026-11-21T03:00:00.000Z");
});

test("a page that is loaded again shows the same key", async () => {
  const { page } = await atEnrolment();
  const first = await page.get(enrolment);
  const second = await page.get(enrolment);

  expect(second.body).toEqual(first.body);
});

test("the key is kept sealed", async () => {
  const { page, steps } = await atEnrolment();
  await page.get(enrolment);

  expect(steps.all[0]).toMatchObject({ sealedKey: expect.stringMatching(/^sealed:/) });
});

test("a wrong code may be tried again", async () => {
  const { page } = await atEnrolment();
  await page.get(enrolment);
  const wrong = await page.post(enrolment, { ...proof, code: "000000" });
  const right = await page.post(enrolment, proof);

  expect(wrong).toMatchObject({ status: 401, body: { code: "code-refused" } });
  expect(right.status).toBe(204);
});

test("who has an authenticator cannot register another by knowing the password", async () => {
  const { browser } = sessionApiUnderTest();
  const page = browser();
  await page.post("/api/session/login", { nip: siti.nip, password });

  expect(await page.get(enrolment)).toMatchObject({ status: 401, body: { code: "step-expired" } });
  expect((await page.post(enrolment, proof)).status).toBe(401);
});
