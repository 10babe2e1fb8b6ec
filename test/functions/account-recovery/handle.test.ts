import { beforeEach, describe, expect, test, vi } from "vitest";
import { addressHash } from "#shared/account/reset-tries.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { logger } from "#shared/runtime/logger.ts";
import type { ResetChallenge } from "#shared/session/auth-challenge.ts";
import { mailCodes } from "../../../functions/account-recovery/handle.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { AuthChallengesInMemory } from "../../support/auth-challenges-in-memory.ts";
import { aNip, anEmployee, withoutEmail } from "../../support/builders.ts";
import { hmacKey } from "../../support/call-api.ts";
import { CampaignsInMemory } from "../../support/campaigns-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aContext, aMessage } from "../../support/lambda-events.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { MailedCodesInMemory } from "../../support/mailed-codes-in-memory.ts";
import { UsersInMemory } from "../../support/users-in-memory.ts";

const siti = anEmployee();
const asked: ResetChallenge = {
  id: "step-1",
  kind: "reset",
  state: "asked",
  nip: siti.nip,
  email: siti.email,
  startedAt: "2026-11-21T03:00:00.000Z",
  endsAt: "2026-11-21T04:00:00.000Z",
  attempts: 0,
};

/** As it is stored once an e-mail was given. */
const given = (challenge: ResetChallenge): ResetChallenge => ({
  ...challenge,
  askedFor: addressHash(challenge.email ?? ""),
});

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
  vi.spyOn(logger, "warn").mockReturnValue();
  vi.spyOn(logger, "error").mockReturnValue();
});

async function lookUp(
  challenge: ResetChallenge,
  {
    times = 1,
    record = siti,
    users = new UsersInMemory({ nip: siti.nip, employeeId: siti.id, password: "x" }),
    activated = true,
  }: { times?: number; record?: Employee; users?: UsersInMemory; activated?: boolean } = {},
) {
  const challenges = new AuthChallengesInMemory();
  await challenges.add(given(challenge));
  const clock = new FakeClock("2026-11-21T03:00:01.000Z");
  const accountRecords = new AccountRecordsInMemory();
  if (activated) await accountRecords.activate(siti, clock.now());
  const handle = mailCodes({
    challenges,
    resets: users,
    newUsers: users,
    accountRecords,
    employees: new EmployeesInMemory(record),
    limits: new LimitsInMemory(),
    clock,
    newEmailWaitHours: 24,
    turn: async () => void turns++,
    codes: new MailedCodesInMemory(),
    forms: new CampaignsInMemory(),
    mailer: { deliver: async () => "sent" },
    hmacKey,
    delays: { delay: async (_, seconds) => void waits.push(seconds) },
  });
  const waits: number[] = [];
  let turns = 0;
  const deliver = async () => {
    return await handle({ Records: [aMessage('{"challengeId":"step-1"}')] }, aContext);
  };
  for (let i = 1; i < times; i++) await deliver();
  return { answer: await deliver(), users, challenges, deliver, clock, waits, turns: () => turns };
}

test("who knows number and e-mail of a record is mailed a code", async () => {
  const { users, answer } = await lookUp(asked);

  expect(users.mails).toEqual([{ nip: siti.nip, email: siti.email }]);
  expect(answer).toEqual({ batchItemFailures: [] });
});

test("the e-mail's case and blanks around it do not matter", async () => {
  const { users } = await lookUp({ ...asked, email: " SITI@Contoh.example " });

  expect(users.mails).toEqual([{ nip: siti.nip, email: siti.email }]);
});

test.each<[string, Partial<ResetChallenge>]>([
  ["another e-mail", { email: "budi@contoh.example" }],
  ["an unknown number", { nip: aNip("197007172000121009") }],
  ["a challenge that is over", { endsAt: "2026-11-21T03:00:00.000Z" }],
  ["a challenge that was not asked for", { state: "checked" }],
])("%s: no mail, no failure", async (_, change) => {
  const { users, answer } = await lookUp({ ...asked, ...change });

  expect(users.mails).toEqual([]);
  expect(answer).toEqual({ batchItemFailures: [] });
});

test("a record without an address is mailed nothing", async () => {
  const { users, turns } = await lookUp({ ...asked, email: "" }, { record: withoutEmail(siti) });

  expect([users.mails, turns()]).toEqual([[], 0]);
});

test.each([
  ["2026-11-20T03:00:02.000Z", 0],
  ["2026-11-20T03:00:01.000Z", 1],
])(
  "an address that changed at %s is mailed %i codes a day later",
  async (emailChangedAt, mails) => {
    const record = { ...siti, emailChangedAt };
    const { users, answer, challenges } = await lookUp(asked, { record });

    expect(users.mails).toHaveLength(mails);
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(challenges.all[0]).not.toHaveProperty("email");
  },
);

describe("who never activated", () => {
  test("gets a user first, and then the code", async () => {
    const users = new UsersInMemory();
    const { answer } = await lookUp(asked, { users, activated: false });

    expect(users.mails).toEqual([{ nip: siti.nip, email: siti.email }]);
    expect(users.employeeIdOf(siti.nip)).toBe(siti.id);
    expect(answer).toEqual({ batchItemFailures: [] });
  });

  test.each<[string, Partial<ResetChallenge>]>([
    ["another e-mail", { email: "budi@contoh.example" }],
    ["a challenge that is over", { endsAt: "2026-11-21T03:00:00.000Z" }],
  ])("gets none by %s", async (_, change) => {
    const users = new UsersInMemory();
    await lookUp({ ...asked, ...change }, { users, activated: false });

    expect(users.employeeIdOf(siti.nip)).toBeUndefined();
    expect(users.mails).toEqual([]);
  });

  test("gets one while the address is new neither", async () => {
    const users = new UsersInMemory();
    const record = { ...siti, emailChangedAt: "2026-11-20T03:00:02.000Z" };
    await lookUp(asked, { users, record, activated: false });

    expect(users.employeeIdOf(siti.nip)).toBeUndefined();
  });

  test("gets it later when Cognito throttles us meanwhile", async () => {
    const users = new UsersInMemory();
    const throttled = Object.assign(new Error(), { name: "TooManyRequestsException" });
    vi.spyOn(users, "createUser").mockRejectedValueOnce(throttled);
    const { answer, deliver, waits } = await lookUp(asked, { users, activated: false });

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "m-1" }] });
    expect(waits).toHaveLength(1);
    expect(await deliver()).toEqual({ batchItemFailures: [] });
    expect(users.mails).toHaveLength(1);
  });
});

test("whoever had an authenticator is not made anew when Cognito has lost the user", async () => {
  const users = new UsersInMemory();
  await lookUp(asked, { users });

  expect(users.employeeIdOf(siti.nip)).toBeUndefined();
  expect(users.mails).toEqual([]);
  expect(logger.info).toHaveBeenCalledWith("reset.looked-up", {
    challengeId: "step-1",
    outcome: "no-account",
  });
});

test("a message that is delivered twice mails once", async () => {
  const { users } = await lookUp(asked, { times: 2 });

  expect(users.mails).toHaveLength(1);
});

test("the e-mail that was typed is forgotten, right or wrong", async () => {
  for (const email of [siti.email, "budi@contoh.example"]) {
    const { challenges } = await lookUp({ ...asked, email });

    expect(challenges.all[0]).not.toHaveProperty("email");
  }
});

test("when Cognito throttles us the message returns to the queue, and is mailed later", async () => {
  vi.spyOn(logger, "warn").mockReturnValue();
  const { users, challenges, deliver, waits } = await lookUp({ ...asked, state: "checked" });
  await challenges.ask("step-1", siti.email, new Date("2026-11-21T03:00:00.000Z"));
  const throttled = Object.assign(new Error(), { name: "TooManyRequestsException" });
  const sending = vi.spyOn(users, "sendResetCode");
  // More often than codes are mailed in an hour: what is throttled does not count.
  for (let i = 0; i < 7; i++) sending.mockRejectedValueOnce(throttled);

  for (let i = 0; i < 7; i++)
    expect(await deliver()).toEqual({ batchItemFailures: [{ itemIdentifier: "m-1" }] });
  expect(await deliver()).toEqual({ batchItemFailures: [] });
  expect(users.mails).toHaveLength(1);
  expect(waits).toHaveLength(7);
  expect(logger.error).not.toHaveBeenCalled();
});

test("a request that waited longer than its code would live is settled with a warning", async () => {
  const { answer, users } = await lookUp({ ...asked, endsAt: "2026-11-21T03:00:01.000Z" });

  expect(answer).toEqual({ batchItemFailures: [] });
  expect(users.mails).toEqual([]);
  const fields = { challengeId: "step-1", outcome: "overdue" };
  expect(vi.mocked(logger.warn).mock.calls).toEqual([["reset.looked-up", fields]]);
});

test("only who is mailed a code takes one of Cognito's turns", async () => {
  expect((await lookUp(asked)).turns()).toBe(1);
  expect((await lookUp({ ...asked, email: "budi@contoh.example" })).turns()).toBe(0);
});

test("an account is mailed five codes an hour; wrong e-mails do not count", async () => {
  const { users, challenges, deliver, clock } = await lookUp({ ...asked, state: "checked" });
  const ask = async (email: string) => {
    await challenges.take("step-1");
    await challenges.add(given({ ...asked, email, endsAt: "2026-11-21T09:00:00.000Z" }));
    await deliver();
  };
  for (let i = 0; i < 10; i++) await ask("budi@contoh.example");
  for (let i = 0; i < 7; i++) await ask(siti.email);
  expect(users.mails).toHaveLength(5);
  clock.advance({ hours: 1 });
  await ask(siti.email);

  expect(users.mails).toHaveLength(6);
});

test("the log has the challenge's id and nobody's number or e-mail", async () => {
  await lookUp(asked);
  const lines = JSON.stringify(vi.mocked(logger.info).mock.calls);

  expect(lines).toContain("step-1");
  expect(lines).not.toContain(siti.nip);
  expect(lines).not.toContain(siti.email);
});
