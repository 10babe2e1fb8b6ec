import { expect, test } from "vitest";
import { change } from "../../support/employees-in-memory.ts";
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
  expect(login.body).toEqual({ next: "enrolment", serverTime: expect.any(String) });
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

test("a right password alone registers no authenticator: the mailbox has to answer", async () => {
  const { browser, codeMails } = sessionApiUnderTest();
  const page = browser();
  const login = await page.post("/api/session/login", { nip: budi.nip, password });
  const needed = { status: 401, body: { code: "mailed-code-needed" } };

  expect(login.body).toEqual({ next: "enrolment", serverTime: expect.any(String) });
  expect(await page.get(enrolment)).toMatchObject(needed);
  expect(await page.post(enrolment, proof)).toMatchObject(needed);
  expect(codeMails.map(({ to }) => to)).toEqual([budi.email]);
});

test("with the mailed code an authenticator is registered, and the password stays", async () => {
  const { browser, codeMails, users } = sessionApiUnderTest();
  const page = browser();
  await page.post("/api/session/login", { nip: budi.nip, password });
  const confirm = (mailedCode: string) => page.post(`${enrolment}/mailed-code`, { mailedCode });
  const [{ code } = { code: "" }] = codeMails;

  expect((await confirm(code === "00000000" ? "1" : "00000000")).body.code).toBe(
    "mailed-code-refused",
  );
  expect((await confirm(`${code.slice(0, 4)} ${code.slice(4)}`)).status).toBe(204);
  expect((await page.get(enrolment)).status).toBe(200);
  expect((await page.post(enrolment, proof)).status).toBe(200);
  users.nextCode();
  expect((await page.signIn(budi.nip, password)).status).toBe(200);
});

test("of two registrations that were begun, the first that ends counts", async () => {
  const { page, browser, codeMails } = await atEnrolment();
  await page.get(enrolment);
  const other = browser();
  await other.post("/api/session/login", { nip: budi.nip, password: newPassword });
  await other.post(`${enrolment}/mailed-code`, { mailedCode: codeMails.at(-1)?.code });
  expect((await other.get(enrolment)).status).toBe(200);

  expect((await page.post(enrolment, proof)).status).toBe(200);
  expect(await other.post(enrolment, proof)).toMatchObject({
    status: 401,
    body: { code: "step-expired" },
  });
});

test("a mailed code counts once, and only where the password was right", async () => {
  const { browser, codeMails, clock } = sessionApiUnderTest();
  const [page, other] = [browser(), browser()];
  await page.post("/api/session/login", { nip: budi.nip, password });
  const mailedCode = codeMails[0]?.code;
  const stranger = await other.post(`${enrolment}/mailed-code`, { mailedCode });
  await other.post("/api/session/login", { nip: budi.nip, password });
  // A code that was mailed a moment ago is the code of the second login too.
  expect(codeMails).toHaveLength(1);
  expect((await page.post(`${enrolment}/mailed-code`, { mailedCode })).status).toBe(204);
  clock.advance({ minutes: 1 });

  expect(stranger.body.code).toBe("step-expired");
  const again = await other.post(`${enrolment}/mailed-code`, { mailedCode });
  expect(again.body.code).toBe("mailed-code-expired");
  expect((await other.post(`${enrolment}/mail`)).status).toBe(204);
  expect(codeMails).toHaveLength(2);
});

test("who used the mailed code of a reset needs none for an hour, for that account only", async () => {
  const { browser, clock } = sessionApiUnderTest();
  const page = browser();
  await reset(page, siti);
  clock.advance({ minutes: 1 });
  await page.post("/api/session/login", { nip: budi.nip, password });
  expect((await page.get(enrolment)).body.code).toBe("mailed-code-needed");
  await reset(page, budi);
  clock.advance({ seconds: 20 });
  const credentials = { nip: budi.nip, password: newPassword };
  await page.post("/api/session/login", credentials);
  expect((await page.get(enrolment)).status).toBe(200);
  clock.advance({ minutes: 60 });
  await page.post("/api/session/login", credentials);

  expect((await page.get(enrolment)).body.code).toBe("mailed-code-needed");
});

test("an address that was changed a moment ago gets no code", async () => {
  const { browser, employees, codeMails, clock } = sessionApiUnderTest();
  await change(employees, budi, { email: "baru@contoh.example" }, clock);
  const login = await browser().post("/api/session/login", { nip: budi.nip, password });

  expect(login).toMatchObject({ status: 401, body: { code: "address-too-new" } });
  expect(codeMails).toEqual([]);
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
