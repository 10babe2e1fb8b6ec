/** The codes of a reset: who may try how many, and who is mailed one. */
import { expect, test, vi } from "vitest";
import { askFor, check, confirm } from "./reset-steps.ts";
import { reset, sessionApiUnderTest, siti } from "./session-api-under-test.ts";

test("who knows a number alone tries no code on its account", async () => {
  const { browser, users } = sessionApiUnderTest();
  const asked = vi.spyOn(users, "resetPassword");
  const stranger = browser();
  await check(stranger, siti.nip);
  const refused = { status: 401, body: { code: "reset-code-refused" } };
  expect(await confirm(stranger)).toMatchObject(refused);
  await askFor(stranger, "someone@else.example");
  expect(await confirm(stranger)).toMatchObject(refused);
  expect(asked).not.toHaveBeenCalled();

  const page = browser();
  await check(page, siti.nip);
  await askFor(page, siti.email);
  expect((await confirm(page)).status).toBe(200);
});

test.each([undefined, "someone@else.example", siti.email])(
  "whether the account was used meanwhile cannot be told by the way a code is refused (e-mail: %s)",
  async (email) => {
    const { browser, clock, users } = sessionApiUnderTest();
    const page = browser();
    await check(page, siti.nip);
    if (email) await askFor(page, email);
    clock.advance({ seconds: 20 });
    await reset(browser(), siti);
    const before = users.calls;
    const { body } = await confirm(page);

    expect({ code: body.code, calls: users.calls - before }).toEqual({
      code: "reset-code-refused",
      calls: 1,
    });
  },
);

test("codes that were mailed to nobody are tried on another name in each reset, so that no limit is used up", async () => {
  const { browser, challenges, users } = sessionApiUnderTest();
  for (const page of [browser(), browser()]) {
    await check(page, siti.nip);
    await confirm(page);
  }

  expect(users.refusedFor).toEqual(challenges.all.map(({ id }) => id));
  expect(new Set(users.refusedFor).size).toBe(2);
});

test("number and e-mail may try ten codes an hour, right or wrong alike; who knows no e-mail uses none of them up", async () => {
  const { browser, clock } = sessionApiUnderTest();
  const tries = async (email: string, times: number) => {
    const codes: unknown[] = [];
    let page = browser();
    for (let i = 0; i < times; i++) {
      if (i % 5 === 0) {
        page = browser();
        await check(page, siti.nip);
        await askFor(page, email);
      }
      codes.push((await confirm(page, "000000")).body.code);
    }
    return codes;
  };
  const wrong = await tries("someone@else.example", 12);
  const right = await tries(siti.email, 12);

  expect(right).toEqual([
    ...Array(10).fill("reset-code-refused"),
    ...Array(2).fill("too-many-attempts"),
  ]);
  expect(wrong).toEqual(right);
  clock.advance({ hours: 1 });
  expect((await reset(browser(), siti)).status).toBe(200);
});

test("ten codes an hour are those of a mailbox, however it is written", async () => {
  const { browser } = sessionApiUnderTest();
  const codes: unknown[] = [];
  for (const email of [siti.email, siti.email.toUpperCase(), ` ${siti.email} `]) {
    const page = browser();
    await check(page, siti.nip);
    await askFor(page, email.trim());
    for (let i = 0; i < 5; i++) codes.push((await confirm(page, "000000")).body.code);
  }

  expect(codes.slice(10)).toEqual(Array(5).fill("too-many-attempts"));
});

test("strangers who know number and e-mail use up no code of a device that signed in before", async () => {
  const { browser } = sessionApiUnderTest();
  const home = browser();
  await home.signIn();
  for (let i = 0; i < 4; i++) {
    const stranger = browser();
    await check(stranger, siti.nip);
    await askFor(stranger, siti.email);
    for (let j = 0; j < 5; j++) await confirm(stranger, "000000");
  }
  const elsewhere = browser();

  expect((await reset(elsewhere, siti)).body.code).toBe("too-many-attempts");
  expect((await reset(home, siti)).status).toBe(200);
});

test("a device that signed in before tries ten codes an hour too", async () => {
  const { browser } = sessionApiUnderTest();
  const home = browser();
  await home.signIn();
  const codes: unknown[] = [];
  for (let i = 0; i < 11; i++) {
    if (i % 5 === 0) await check(home, siti.nip);
    codes.push((await confirm(home, "000000")).body.code);
  }

  expect(codes.filter((code) => code === "reset-code-refused")).toHaveLength(10);
  expect(codes.at(-1)).toBe("too-many-attempts");
});

test("a mailed code may be guessed five times", async () => {
  const { browser } = sessionApiUnderTest();
  const page = browser();
  await check(page, siti.nip);
  await askFor(page, siti.email);
  for (let i = 0; i < 5; i++) await confirm(page, "000000");

  expect(await confirm(page)).toMatchObject({ status: 401, body: { code: "too-many-codes" } });
});

/** Asks with these e-mails, each so many seconds after the one before. @returns the status or code of each answer */
async function askInTurn(asks: readonly (readonly [email: string, seconds: number])[]) {
  const { browser, clock, queued } = sessionApiUnderTest();
  const page = browser();
  await check(page, siti.nip);
  const answers: (number | string)[] = [];
  for (const [email, seconds] of asks) {
    clock.advance({ seconds });
    const { status, body } = await askFor(page, email);
    answers.push(status === 204 ? status : String(body.code));
  }
  return { answers, mailsAskedFor: queued.length };
}

const [typo, other] = ["typo@contoh.example", "someone@else.example"];
test("the same e-mail is asked for again after a minute, another one at once", async () => {
  const { email } = siti;
  const again = await askInTurn([
    [email, 0],
    [email, 59],
    [email, 1],
  ]);
  expect(again.answers).toEqual([204, "too-many-attempts", 204]);

  const corrected = await askInTurn([
    [typo, 0],
    [email, 0],
    [email, 59],
  ]);
  expect(corrected.answers).toEqual([204, 204, "too-many-attempts"]);
});

test("of one captcha three codes are asked for, whoever they are for; then the answer says so", async () => {
  const asks = [typo, other, siti.email].map((email) => [email, 0] as const);
  const { answers, mailsAskedFor } = await askInTurn([...asks, [siti.email, 60], [typo, 0]]);

  expect(answers).toEqual([204, 204, 204, "too-many-asks", "too-many-asks"]);
  expect(mailsAskedFor).toBe(3);
});

test("who asks for another e-mail cannot try codes any more that were mailed to the first", async () => {
  const { browser, users } = sessionApiUnderTest();
  const page = browser();
  await check(page, siti.nip);
  await askFor(page, siti.email);
  await askFor(page, other);

  expect((await confirm(page)).body.code).toBe("reset-code-refused");
  expect(users.refusedFor).toHaveLength(1);
  await askFor(page, siti.email);
  expect((await confirm(page)).status).toBe(200);
});

test("too late is told as too late, and not as too many", async () => {
  const { browser, clock } = sessionApiUnderTest();
  const page = browser();
  await check(page, siti.nip);
  await askFor(page, siti.email);
  clock.advance({ minutes: 60 });

  for (const answer of [await confirm(page), await askFor(page, siti.email)])
    expect(answer).toMatchObject({ status: 401, body: { code: "step-expired" } });
});
