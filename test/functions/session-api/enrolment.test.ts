import { expect, test } from "vitest";
import { rightCode } from "../../support/users-in-memory.ts";
import {
  budi,
  newPassword,
  password,
  reset,
  sessionApiUnderTest,
  siti,
} from "./session-api-under-test.ts";

const enrolment = "/api/session/enrolment";
const proof = { code: rightCode, deviceName: "HP Pribadi" };

/** Budi has just used the mailed code, and signs in with his new password. */
async function atEnrolment() {
  const api = sessionApiUnderTest();
  const page = api.browser();
  await reset(page, budi);
  api.clock.advance({ seconds: 20 });
  const login = await page.post("/api/session/login", { nip: budi.nip, password: newPassword });
  expect(login.body).toEqual({ next: "enrolment" });
  return { ...api, page };
}

test("the first login registers an authenticator, the second asks for its code", async () => {
  const { page } = await atEnrolment();
  await page.get(enrolment);
  const registered = await page.post(enrolment, proof);
  const signedIn = await page.signIn(budi.nip, newPassword);

  expect(registered.status).toBe(200);
  expect(signedIn.body.roles).toEqual(["holder", "petugas"]);
});

test("registering an authenticator opens no session", async () => {
  const { page, sessions } = await atEnrolment();
  await page.get(enrolment);
  await page.post(enrolment, proof);

  expect(sessions.all).toEqual([]);
  expect([...page.cookies.keys()]).toEqual(["__Host-kartu-device"]);
});

test("the key comes as text, as a link and as a QR, with a label of its own and our time", async () => {
  const { page } = await atEnrolment();
  const { body } = await page.get(enrolment);
  const uri = new URL(String(body.otpauthUri));

  expect(uri.protocol).toBe("otpauth:");
  expect(uri.searchParams.get("secret")).toBe(body.secret);
  expect(uri.searchParams.get("issuer")).toBe("Kartu ASN");
  expect(decodeURIComponent(uri.pathname)).toBe("/Kartu ASN:Budi 031005");
  expect(String(body.qr)).toMatch(/^<svg /);
  expect(body.serverTime).toBe("2026-11-21T03:00:20.000Z");
});

test("a page that is loaded again shows the same key", async () => {
  const { page } = await atEnrolment();
  const first = await page.get(enrolment);
  const second = await page.get(enrolment);

  expect(second.body).toEqual(first.body);
});

test("the key is kept sealed", async () => {
  const { page, challenges } = await atEnrolment();
  await page.get(enrolment);

  expect(challenges.all).toContainEqual(
    expect.objectContaining({ sealedKey: expect.stringMatching(/^sealed:/) }),
  );
});

test("a wrong code may be tried again", async () => {
  const { page } = await atEnrolment();
  await page.get(enrolment);
  const wrong = await page.post(enrolment, { ...proof, code: "000000" });
  const right = await page.post(enrolment, proof);

  expect(wrong).toMatchObject({ status: 401, body: { code: "code-refused" } });
  expect(right.status).toBe(200);
});

test("who has an authenticator cannot register another by knowing the password", async () => {
  const { browser } = sessionApiUnderTest();
  const page = browser();
  await page.post("/api/session/login", { nip: siti.nip, password });

  expect(await page.get(enrolment)).toMatchObject({ status: 401, body: { code: "step-expired" } });
  expect((await page.post(enrolment, proof)).status).toBe(401);
});

test("a right password alone registers no authenticator: only the browser that used the mailed code does", async () => {
  const { browser, clock, challenges } = sessionApiUnderTest();
  const guesser = browser();
  const guessed = await guesser.post("/api/session/login", { nip: budi.nip, password });
  expect(challenges.all).toEqual([]);
  const holder = browser();
  await reset(holder, budi);
  clock.advance({ seconds: 20 });
  const credentials = { nip: budi.nip, password: newPassword };

  expect(guessed).toMatchObject({ status: 401, body: { code: "activation-needed" } });
  expect(await guesser.post("/api/session/login", credentials)).toMatchObject({
    status: 401,
    body: { code: "activation-needed" },
  });
  expect((await holder.post("/api/session/login", credentials)).body).toEqual({
    next: "enrolment",
  });
});

test("who used a mailed code may register an authenticator for an hour, for that account only", async () => {
  const { browser, clock } = sessionApiUnderTest();
  const page = browser();
  await reset(page, siti);
  clock.advance({ minutes: 1 });
  const other = await page.post("/api/session/login", { nip: budi.nip, password });
  await reset(page, budi);
  clock.advance({ minutes: 60 });
  const credentials = { nip: budi.nip, password: newPassword };

  expect(other.body.code).toBe("activation-needed");
  expect((await page.post("/api/session/login", credentials)).body.code).toBe("activation-needed");
});

test("a wrong password tells nothing of the authenticator", async () => {
  const { browser } = sessionApiUnderTest();
  const wrong = (nip: string) => browser().post("/api/session/login", { nip, password: "wrong" });

  expect(await wrong(budi.nip)).toEqual(await wrong(siti.nip));
});

test("an open enrolment ends with the next reset, wherever it was opened", async () => {
  const { page, browser, clock } = await atEnrolment();
  await page.get(enrolment);
  clock.advance({ seconds: 20 });
  await reset(browser(), budi);

  expect(await page.post(enrolment, proof)).toMatchObject({
    status: 401,
    body: { code: "step-expired" },
  });
  expect((await page.get(enrolment)).status).toBe(401);
});
