import { expect, test } from "vitest";
import { checkOwnCode, refuseOtherTime, weighCode } from "#shared/account/weigh-code.ts";
import { newTotpSecret, totpCode } from "../../../local/cloud/cognito/totp.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { anAuthenticator } from "../../support/account-table-contract.ts";
import { FakeClock } from "../../support/fake-clock.ts";

const siti = { id: "emp_siti", instansiId: "ins_contoh" } as const;
const key = newTotpSecret();

/** Siti's authenticator is registered, and its key is sealed for her. */
async function world() {
  const clock = new FakeClock();
  const accountRecords = new AccountRecordsInMemory();
  await accountRecords.register(siti, { ...anAuthenticator, sealedKey: `${siti.id} ${key}` });
  const authenticatorKey = {
    open: async (owner: string, sealed: string) => {
      if (!sealed.startsWith(`${owner} `)) throw new Error("It was sealed for somebody else.");
      return sealed.slice(owner.length + 1);
    },
  };
  const dependencies = { accountRecords, authenticatorKey, clock };
  /** The code that a phone shows whose clock is off by so many seconds. */
  const code = (seconds = 0) => totpCode(key, clock.now().getTime() + seconds * 1000);
  return {
    ...{ clock, accountRecords, dependencies, code },
    weigh: (text: string) => weighCode(dependencies, siti.id, text),
    check: (text: string) => checkOwnCode(dependencies, siti.id, text),
  };
}

const told = (code: string, minutes: number) => ({
  code: "invalid-input",
  problems: [{ field: "code", code, params: { minutes } }],
});

test.each([-30, 0, 30])("a code of a phone that is %i s off is one of now", async (seconds) => {
  const { weigh, code } = await world();

  expect(await weigh(code(seconds))).toMatchObject({ is: "current" });
});

test.each([
  [-60, "clock-behind", 1],
  [-240, "clock-behind", 4],
  [-600, "clock-behind", 10],
  [60, "clock-ahead", 1],
  [300, "clock-ahead", 5],
  [600, "clock-ahead", 10],
])("a phone that is %i s off is told %s by %i minutes", async (seconds, problem, minutes) => {
  const { weigh, code } = await world();

  await expect(weigh(code(seconds))).rejects.toMatchObject(told(problem, minutes));
});

test("beyond ten minutes nothing is said", async () => {
  const { weigh, code } = await world();

  expect(await weigh(code(-630))).toEqual({ is: "unknown" });
  expect(await weigh(code(630))).toEqual({ is: "unknown" });
});

test("three answers an hour are given to an account, then none until the hour is over", async () => {
  const { weigh, code, clock } = await world();
  for (const seconds of [-240, -270, -300])
    await expect(weigh(code(seconds))).rejects.toMatchObject({ code: "invalid-input" });
  expect(await weigh(code(-330))).toEqual({ is: "unknown" });
  clock.advance({ minutes: 60 });

  await expect(weigh(code(-240))).rejects.toMatchObject(told("clock-behind", 4));
});

test("of requests at one moment, one is answered about the clock", async () => {
  const { weigh, code } = await world();
  const answers = await Promise.allSettled([-240, -270, -300, 240].map((s) => weigh(code(s))));

  expect(answers.filter(({ status }) => status === "rejected")).toHaveLength(1);
});

test("a code that was named ahead of its time never counts", async () => {
  const { weigh, check, code, clock } = await world();
  const ahead = code(240);
  await expect(weigh(ahead)).rejects.toMatchObject(told("clock-ahead", 4));
  clock.advance({ seconds: 240 });

  expect(await weigh(ahead)).toEqual({ is: "spent" });
  expect(await check(ahead)).toBe("refused");
  // The next one does.
  expect(await weigh(code(30))).toMatchObject({ is: "current" });
});

test("our own check takes a code once, also of requests at one moment", async () => {
  const { weigh, check, code } = await world();
  const answers = await Promise.all([check(code()), check(code()), check(code())]);

  expect(answers.sort()).toEqual(["accepted", "refused", "refused"]);
  expect(await weigh(code())).toEqual({ is: "spent" });
  expect(await check(code(-30))).toBe("refused");
  expect(await check(code(30))).toBe("accepted");
});

test("our own check takes no code of another time", async () => {
  const { check, code } = await world();

  expect(await check(code(-60))).toBe("refused");
  expect(await check(code(60))).toBe("refused");
  expect(await check("000000")).toBe(code() === "000000" ? "accepted" : "refused");
});

test("who has no key of ours is neither diagnosed nor checked", async () => {
  const { dependencies, code } = await world();

  expect(await weighCode(dependencies, "emp_budi", code(-240))).toEqual({ is: "unknown" });
  expect(await checkOwnCode(dependencies, "emp_budi", code())).toBe("no-key");
});

test("nobody is locked out by a key that cannot be opened", async () => {
  const { dependencies, code } = await world();
  const authenticatorKey = { open: () => Promise.reject(new Error("KMS is away.")) };

  expect(await weighCode({ ...dependencies, authenticatorKey }, siti.id, code())).toEqual({
    is: "unknown",
  });
});

test("whoever looks at the key is told of the clock as often as it is wrong", async () => {
  const { clock, code } = await world();
  const refuse = (seconds: number) => refuseOtherTime(key, code(seconds), clock.now());

  for (let i = 0; i < 5; i++) expect(() => refuse(-240)).toThrow("code: clock-behind");
  expect(() => refuse(0)).not.toThrow();
  expect(() => refuseOtherTime(key, "abcdef", clock.now())).not.toThrow();
});
