import { expect, test } from "vitest";
import { rightCode } from "../../support/users-in-memory.ts";
import {
  agusNip,
  password,
  sessionApiUnderTest,
  siti,
  strangersNip,
} from "./session-api-under-test.ts";

const cookie = "__Host-kartu";

test("NIP, password and code open a session", async () => {
  const { browser, clock } = sessionApiUnderTest();
  const page = browser();

  const login = await page.post("/api/session/login", { nip: siti.nip, password });
  const code = await page.post("/api/session/code", { code: rightCode });

  expect(login.body).toEqual({ next: "code", serverTime: clock.now().toISOString() });
  expect(code).toMatchObject({
    status: 200,
    body: {
      person: siti.id,
      roles: ["holder"],
      displayName: "Siti Rahma, S.Kom.",
      instansi: "Pemerintah Kabupaten Contoh",
      zone: "WIB",
      serverTime: "2026-11-21T03:00:00.000Z",
      idleEndsAt: "2026-11-21T03:15:00.000Z",
      endsAt: "2026-11-21T15:00:00.000Z",
    },
  });
  expect((await page.get("/api/session")).status).toBe(200);
});

test("the NIP may be typed in groups and the code in halves", async () => {
  const { browser } = sessionApiUnderTest();
  const page = browser();
  await page.post("/api/session/login", { nip: "19850212 201001 2 004", password });

  expect((await page.post("/api/session/code", { code: "123 456" })).status).toBe(200);
});

test("cookies are for us only: host-bound, secure, hidden from scripts, never sent from elsewhere", async () => {
  const { browser } = sessionApiUnderTest();
  const { cookies } = await browser().signIn();

  expect(cookies[0]).toMatch(
    /^__Host-kartu=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
  );
});

test("the server keeps neither the cookie nor a token of Cognito's, which is revoked", async () => {
  const { browser, sessions, users } = sessionApiUnderTest();
  const page = browser();
  await page.signIn();

  expect(sessions.all).toHaveLength(1);
  expect(JSON.stringify(sessions.all)).not.toContain(page.cookies.get(cookie));
  expect(JSON.stringify(sessions.all)).not.toContain("refresh-of");
  expect(users.revoked).toEqual([`refresh-of-${siti.id}`]);
});

test("an unknown NIP, a wrong password and a disabled account answer alike", async () => {
  const { browser } = sessionApiUnderTest();
  const answers = await Promise.all([
    browser().post("/api/session/login", { nip: strangersNip, password }),
    browser().post("/api/session/login", { nip: siti.nip, password: "wrong" }),
    browser().post("/api/session/login", { nip: agusNip, password }),
  ]);

  const [unknown, wrong, disabled] = answers;
  expect(wrong).toEqual(unknown);
  expect(disabled).toEqual(unknown);
  expect(unknown).toMatchObject({ status: 401, body: { code: "login-refused" } });
});

test("a number that cannot be a NIP is told so", async () => {
  const { browser } = sessionApiUnderTest();
  const { status, body } = await browser().post("/api/session/login", { nip: "123", password });

  expect({ status, problems: body.problems }).toEqual({
    status: 422,
    problems: [{ field: "nip", code: "nip-malformed" }],
  });
});

test("a wrong code may be tried again, five times in all", async () => {
  const { browser, clock } = sessionApiUnderTest();
  const page = browser();
  await page.post("/api/session/login", { nip: siti.nip, password });

  const codes: unknown[] = [];
  for (let i = 0; i < 6; i++) {
    codes.push((await page.post("/api/session/code", { code: "000000" })).body.code);
    // Cognito's lock is on after the fifth.
    clock.advance({ seconds: 3 });
  }

  expect(codes).toEqual([...Array(5).fill("code-refused"), "too-many-codes"]);
});

test("of fifty answers with one right code at once, one opens a session", async () => {
  const { browser, sessions } = sessionApiUnderTest();
  const page = browser();
  await page.post("/api/session/login", { nip: siti.nip, password });

  const answers = await Promise.all(
    Array.from({ length: 50 }, () => page.post("/api/session/code", { code: rightCode })),
  );

  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(sessions.all).toHaveLength(1);
});

test("a code without a password before it, or too long after, is refused", async () => {
  const { browser, clock } = sessionApiUnderTest();
  const page = browser();
  const none = await page.post("/api/session/code", { code: rightCode });
  await page.post("/api/session/login", { nip: siti.nip, password });
  clock.advance({ minutes: 5 });
  const late = await page.post("/api/session/code", { code: rightCode });

  expect(none).toMatchObject({ status: 401, body: { code: "step-expired" } });
  expect(late).toEqual(none);
});

test("signing in makes a new session and ends the one the browser had", async () => {
  const { browser, users, sessions } = sessionApiUnderTest();
  const page = browser();
  await page.signIn();
  const first = page.cookies.get(cookie);
  users.nextCode();
  await page.signIn();

  expect(page.cookies.get(cookie)).not.toBe(first);
  expect(sessions.all).toHaveLength(1);
});

test("a challenge's cookie opens nothing but its challenge", async () => {
  const { browser } = sessionApiUnderTest();
  const page = browser();
  await page.post("/api/session/login", { nip: siti.nip, password });
  page.cookies.set(cookie, page.cookies.get("__Host-kartu-login") ?? "");

  expect((await page.get("/api/session")).status).toBe(401);
});
