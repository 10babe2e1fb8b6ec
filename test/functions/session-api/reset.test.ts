import { expect, test, vi } from "vitest";
import { change } from "../../support/employees-in-memory.ts";
import { mailedCode, rightCode } from "../../support/users-in-memory.ts";
import { askFor, check, confirm } from "./reset-steps.ts";
import {
  budi,
  newPassword,
  password,
  reset,
  sessionApiUnderTest,
  siti,
  strangersNip,
} from "./session-api-under-test.ts";

test("captcha, e-mail and code set a new password, for login with the same authenticator", async () => {
  const { browser, users } = sessionApiUnderTest();
  const page = browser();

  expect((await check(page, siti.nip)).status).toBe(204);
  expect((await askFor(page, siti.email)).status).toBe(204);
  expect((await confirm(page)).status).toBe(200);

  const login = await page.post("/api/session/login", { nip: siti.nip, password: newPassword });
  expect(login.body).toMatchObject({ next: "code" });
  expect((await page.post("/api/session/login", { nip: siti.nip, password })).status).toBe(401);
  expect(users.signedOut).toEqual([siti.nip]);
});

test("until the new password is set, known and unknown people are answered alike", async () => {
  const queued: unknown[] = [];
  const { browser, users } = sessionApiUnderTest({
    resetRequests: { send: async (message) => void queued.push(message) },
  });
  const answersTo = async (nip: string, email: string) => {
    const page = browser();
    const answers = [
      await check(page, nip),
      await askFor(page, email),
      await confirm(page, "000000"),
    ];
    return answers.map(({ cookies: _, ...answer }) => answer);
  };

  const known = await answersTo(siti.nip, siti.email);
  const wrongEmail = await answersTo(siti.nip, "someone@else.example");
  const unknown = await answersTo(strangersNip, siti.email);

  expect(known.map(({ status }) => status)).toEqual([204, 204, 401]);
  expect(known[2]?.body.code).toBe("reset-code-refused");
  expect(wrongEmail).toEqual(known);
  expect(unknown).toEqual(known);
  expect(queued).toHaveLength(3);
  expect(users.mails).toEqual([]);
});

test("setting a password reads the record once", async () => {
  const { browser, employees } = sessionApiUnderTest();
  const page = browser();
  await check(page, siti.nip);
  await askFor(page, siti.email);
  const read = vi.spyOn(employees, "findByNip");

  expect((await confirm(page)).status).toBe(200);
  expect(read).toHaveBeenCalledTimes(1);
});

test("the message to look up holds nothing but the challenge", async () => {
  const { browser, queued, challenges } = sessionApiUnderTest();
  const page = browser();
  await check(page, siti.nip);
  await askFor(page, siti.email);

  expect(queued).toEqual([{ challengeId: challenges.all[0]?.id }]);
});

test("without a solved captcha nothing begins", async () => {
  const { browser, challenges } = sessionApiUnderTest();
  const captcha = { token: "cap_none", text: "ACEH" };
  const { status, body } = await browser().post("/api/session/reset", { nip: siti.nip, captcha });

  expect({ status, problems: body.problems }).toEqual({
    status: 422,
    problems: [{ field: "captcha", code: "captcha-refused" }],
  });
  expect(challenges.all).toEqual([]);
});

test("a new password that breaks rules is told which, and costs no attempt", async () => {
  const { browser } = sessionApiUnderTest();
  const page = browser();
  await check(page, siti.nip);
  await askFor(page, siti.email);

  for (let i = 0; i < 6; i++) {
    const { status, body } = await confirm(page, mailedCode, "pendek");
    expect({ status, problems: body.problems }).toMatchObject({
      status: 422,
      problems: [
        { field: "newPassword", code: "password-too-short", params: { min: 12 } },
        { field: "newPassword", code: "password-needs-upper" },
        { field: "newPassword", code: "password-needs-digit" },
        { field: "newPassword", code: "password-needs-symbol" },
        { field: "newPassword", code: "password-common" },
      ],
    });
  }
  expect((await confirm(page)).status).toBe(200);
});

test("a reset ends every other step that was open: a code, a set-up, another reset", async () => {
  const { browser, clock } = sessionApiUnderTest();
  const [login, setUp, mailed] = [browser(), browser(), browser()];
  await login.post("/api/session/login", { nip: siti.nip, password });
  await reset(setUp, budi);
  expect((await setUp.get("/api/session/enrolment")).status).toBe(200);
  await check(mailed, siti.nip);
  await askFor(mailed, siti.email);
  clock.advance({ seconds: 20 });
  await reset(browser(), siti);
  await reset(browser(), budi);

  expect((await login.post("/api/session/code", { code: rightCode })).body.code).toBe(
    "step-expired",
  );
  expect((await setUp.get("/api/session/enrolment")).body.code).toBe("step-expired");
  expect((await confirm(mailed)).body.code).toBe("reset-code-refused");
});

test("a login in another tab of the browser leaves an activation where it is", async () => {
  const { browser } = sessionApiUnderTest();
  const page = browser();
  await check(page, siti.nip);
  await askFor(page, siti.email);
  await page.signIn();

  expect((await confirm(page)).status).toBe(200);
});

test("a new password signs its holder out on every device", async () => {
  const { browser } = sessionApiUnderTest();
  const phone = browser();
  await phone.signIn();
  const page = browser();
  await check(page, siti.nip);
  await askFor(page, siti.email);
  await confirm(page);

  expect((await phone.get("/api/session")).status).toBe(401);
});

test("a login that was opened with the old password becomes no session after a reset", async () => {
  const { browser, clock, sessions, users } = sessionApiUnderTest();
  const thief = browser();
  await thief.post("/api/session/login", { nip: siti.nip, password });
  clock.advance({ seconds: 20 });
  await reset(browser(), siti);
  clock.advance({ seconds: 20 });

  expect(await thief.post("/api/session/code", { code: rightCode })).toMatchObject({
    status: 401,
    body: { code: "step-expired" },
  });
  expect(sessions.all).toEqual([]);
  const page = browser();
  users.nextCode();
  expect((await page.signIn(siti.nip, newPassword)).status).toBe(200);
});

test("of two resets that were opened, the first that is finished ends the other, which looks like a wrong code", async () => {
  const { browser, clock } = sessionApiUnderTest();
  const other = browser();
  await check(other, siti.nip);
  await askFor(other, siti.email);
  clock.advance({ seconds: 20 });
  await reset(browser(), siti);
  clock.advance({ seconds: 20 });

  expect(await confirm(other)).toMatchObject({ status: 401, body: { code: "reset-code-refused" } });
});

test("a reset that began before the e-mail changed is over, which looks like a wrong code", async () => {
  const { browser, clock, employees } = sessionApiUnderTest();
  const page = browser();
  await check(page, siti.nip);
  await askFor(page, siti.email);
  clock.advance({ seconds: 20 });
  await change(employees, siti, { email: "siti@baru.example" }, clock);

  expect(await confirm(page)).toMatchObject({ status: 401, body: { code: "reset-code-refused" } });
});

test.each([
  [{ code: "12 34 5", newPassword }, "code-malformed"],
  [{ code: mailedCode, newPassword: `${newPassword}\n` }, "malformed"],
])("what Cognito could not take is refused before: %j", async (body, code) => {
  const { browser } = sessionApiUnderTest();
  const page = browser();
  await check(page, siti.nip);
  await askFor(page, siti.email);

  expect(await page.post("/api/session/reset/password", body)).toMatchObject({
    status: 422,
    body: { problems: [{ code }] },
  });
});

test("a password made of the own name is refused, but who does not have the code learns no name", async () => {
  const { browser } = sessionApiUnderTest();
  const named = `${siti.name.replaceAll(" ", "-")}-1!`;
  const answerTo = async (email: string) => {
    const page = browser();
    await check(page, siti.nip);
    await askFor(page, email);
    return (await confirm(page, "000000", named)).body;
  };

  expect(await answerTo(siti.email)).toMatchObject({
    code: "invalid-input",
    problems: [{ field: "newPassword", code: "password-personal" }],
  });
  expect(await answerTo("someone@else.example")).toMatchObject({ code: "reset-code-refused" });
});
