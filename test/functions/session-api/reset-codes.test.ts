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

test("a mailed code may be guessed five times", async () => {
  const { browser } = sessionApiUnderTest();
  const page = browser();
  await check(page, siti.nip);
  await askFor(page, siti.email);
  for (let i = 0; i < 5; i++) await confirm(page, "000000");

  expect(await confirm(page)).toMatchObject({ status: 401, body: { code: "too-many-codes" } });
});

test("a code is sent again for the same e-mail, a minute later, three times in all", async () => {
  const { browser, clock, queued, challenges } = sessionApiUnderTest();
  const page = browser();
  await check(page, siti.nip);
  const asked: number[] = [];
  const ask = async (email: string, seconds: number) => {
    for (const { id } of challenges.all) await challenges.settle(id);
    clock.advance({ seconds });
    asked.push((await askFor(page, email)).status);
  };
  await ask(siti.email, 0);
  await ask(siti.email, 59);
  await ask("someone@else.example", 1);
  await ask(siti.email, 0);
  await ask(siti.email, 60);
  await ask(siti.email, 60);

  expect(asked).toEqual([204, 429, 401, 204, 204, 429]);
  expect(queued).toHaveLength(3);
});
