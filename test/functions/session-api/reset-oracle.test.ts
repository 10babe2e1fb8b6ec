/** Nobody finds out whether an address is the record's, whatever is sent in whatever order (decision 0011). */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { lookUpReset } from "#shared/session/look-up-reset.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { AuthChallengesInMemory } from "../../support/auth-challenges-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { UsersInMemory } from "../../support/users-in-memory.ts";
import { askFor, check, confirm } from "./reset-steps.ts";
import { type Browser, password, sessionApiUnderTest, siti } from "./session-api-under-test.ts";

const [one, other] = ["siti@contoh.example", "siti@lain.example"];

/** The person behind the number: who has the first address, who has the second, who has it and never activated, or nobody. */
const people: readonly { person?: typeof siti; isNew?: true }[] = [
  { person: siti },
  { person: { ...siti, email: other } },
  { person: siti, isNew: true },
  {},
];

type World = Awaited<ReturnType<typeof worldOf>>;

/** A reset of one number whose lookups begin and end when the test says so, as those of account-recovery do. */
async function worldOf({ person, isNew }: (typeof people)[number]) {
  const challenges = new AuthChallengesInMemory();
  const employees = new EmployeesInMemory(...(person ? [person] : []));
  const user = { nip: siti.nip, employeeId: siti.id, password, hasAuthenticator: true };
  const users = new UsersInMemory(...(person && !isNew ? [user] : []));
  const accountRecords = new AccountRecordsInMemory();
  if (person && !isNew) await accountRecords.activate(person, new Date());
  const waiting: { challengeId: string }[] = [];
  const running: (() => void)[] = [];
  const resetRequests = {
    send: async (message: { challengeId: string }) => void waiting.push(message),
  };
  const api = sessionApiUnderTest({ challenges, employees, users, resets: users, resetRequests });
  const looked = {
    ...{ challenges, employees, accountRecords, resets: users, newUsers: users },
    limits: new LimitsInMemory(),
  };
  const page = api.browser();
  await check(page, siti.nip);
  const settle = () => new Promise((done) => setImmediate(done));
  return {
    page,
    clock: api.clock,
    calls: () => users.calls,
    mails: () => users.mails.length,
    /** A lookup begins. Where the address is right, it waits for its turn to mail. */
    begin: async () => {
      const message = waiting.shift();
      if (!message) return;
      const turn = () => new Promise<void>((go) => running.push(go));
      const { clock } = api;
      void lookUpReset({ ...looked, clock, newEmailWaitHours: 24, turn }, message.challengeId);
      await settle();
    },
    end: async () => {
      running.shift()?.();
      await settle();
    },
  };
}

const answered = async (answer: ReturnType<Browser["post"]>) => {
  const { status, headers, body, cookies } = await answer;
  const { reference: _, ...said } = body;
  return { status, headers, said, cookies };
};

/** What somebody can send, and what happens meanwhile that nobody outside sees. */
const steps: readonly ((world: World) => Promise<unknown>)[] = [
  ({ page }) => answered(askFor(page, one)),
  ({ page }) => answered(askFor(page, other)),
  ({ page }) => answered(askFor(page, "orang@contoh.example")),
  ({ page }) => answered(confirm(page, "000000")),
  async ({ clock }) => clock.advance({ seconds: 60 }),
  async ({ clock }) => clock.advance({ seconds: 3 }),
  ({ begin }) => begin(),
  ({ end }) => end(),
];

const drawn = (seed: number, i: number) =>
  createHash("sha256").update(`${seed} ${i}`).digest().readUInt32BE(0) % steps.length;

test("in 150 random orders each answer is the same for the right address, a wrong one, a first reset and an unknown number", async () => {
  let mails = 0;
  for (let seed = 0; seed < 150; seed++) {
    const worlds = await Promise.all(people.map(worldOf));
    for (let i = 0; i < 20; i++) {
      const seen = [];
      for (const world of worlds) {
        const before = world.calls();
        const answer = await steps[drawn(seed, i)]?.(world);
        // A call of Cognito is what takes time.
        seen.push({ answer, calls: world.calls() - before });
      }
      for (const each of seen.slice(1)) expect(each, `order ${seed}, step ${i}`).toEqual(seen[0]);
    }
    mails += worlds.reduce((sum, world) => sum + world.mails(), 0);
  }
  // The orders do come as far as a mail.
  expect(mails).toBeGreaterThan(50);
}, 60_000);
