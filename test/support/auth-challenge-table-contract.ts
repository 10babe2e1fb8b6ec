import { expect, test } from "vitest";
import {
  type AuthChallenges,
  type CodeChallenge,
  type EnrolmentChallenge,
  maxAttempts,
  type ResetChallenge,
} from "#shared/session/auth-challenge.ts";
import { aNip } from "./builders.ts";

const base = {
  id: "s1",
  nip: aNip(),
  startedAt: "2026-11-21T03:00:00.000Z",
  endsAt: "2026-11-21T03:05:00.000Z",
  attempts: 0,
};
const codeChallenge: CodeChallenge = { ...base, kind: "code", cognitoSession: "cognito-1" };
const enrolmentChallenge: EnrolmentChallenge = {
  ...base,
  kind: "enrolment",
  cognitoSession: "cognito-1",
};
const resetChallenge: ResetChallenge = { ...base, kind: "reset", state: "checked" };

/** What every challenge table does, the fake and the real one. `make` gives an empty table each time. */
export function authChallengeTableContract(make: () => Promise<AuthChallenges>): void {
  test.each([codeChallenge, enrolmentChallenge, resetChallenge])(
    "a $kind challenge is found as added",
    async (challenge) => {
      const challenges = await make();
      await challenges.add(challenge);

      expect(await challenges.find("s1")).toEqual(challenge);
      expect(await challenges.find("s2")).toBeUndefined();
    },
  );

  test("a challenge has so many attempts, also when they come at once", async () => {
    const challenges = await make();
    await challenges.add(codeChallenge);
    const tries = Array.from({ length: maxAttempts + 3 }, () => challenges.countAttempt("s1"));
    const counted = await Promise.all(tries);

    expect(counted.filter(Boolean)).toHaveLength(maxAttempts);
  });

  test("nothing is counted for a challenge that is gone", async () => {
    const challenges = await make();

    expect(await challenges.countAttempt("s1")).toBe(false);
    expect(await challenges.find("s1")).toBeUndefined();
  });

  test("the first key of an enrolment stays", async () => {
    const challenges = await make();
    await challenges.add(enrolmentChallenge);
    const first = await challenges.keepKey("s1", { sealedKey: "k1", cognitoSession: "cognito-2" });
    const second = await challenges.keepKey("s1", { sealedKey: "k2", cognitoSession: "cognito-3" });

    expect([first, second]).toEqual([true, false]);
    expect(await challenges.find("s1")).toMatchObject({
      sealedKey: "k1",
      cognitoSession: "cognito-2",
    });
  });

  test("a mailed code is confirmed once, where one is awaited", async () => {
    const challenges = await make();
    await challenges.add({ ...enrolmentChallenge, awaitsMail: true });
    await challenges.add({ ...enrolmentChallenge, id: "s2" });

    expect(await challenges.confirmMail("s1")).toBe(true);
    expect(await challenges.confirmMail("s1")).toBe(false);
    expect(await challenges.confirmMail("s2")).toBe(false);
    expect(await challenges.confirmMail("s3")).toBe(false);
    expect(await challenges.find("s1")).not.toHaveProperty("awaitsMail");
  });

  test("a reset asks, is settled once, and then knows no e-mail", async () => {
    const challenges = await make();
    await challenges.add(resetChallenge);
    const now = new Date("2026-11-21T03:00:00.000Z");

    expect(await challenges.settle("s1")).toBe(false);
    expect(await challenges.ask("s1", "siti@contoh.example", now)).toBe(true);
    expect(await challenges.ask("s1", "budi@contoh.example", now)).toBe(false);
    expect(await challenges.find("s1")).toMatchObject({
      state: "asked",
      email: "siti@contoh.example",
    });
    expect(await challenges.settle("s1")).toBe(true);
    expect(await challenges.settle("s1")).toBe(false);
    expect(await challenges.find("s1")).toMatchObject({ ...resetChallenge, state: "settled" });
    expect(JSON.stringify(await challenges.find("s1"))).not.toContain("siti@");
  });

  test("that number and e-mail belong together is noted of what was asked for, and outlasts the asking", async () => {
    const challenges = await make();
    await challenges.add(resetChallenge);

    expect(await challenges.match("s1")).toBe(false);
    await challenges.ask("s1", "siti@contoh.example", new Date("2026-11-21T03:00:00.000Z"));
    expect(await challenges.match("s1")).toBe(true);
    await challenges.settle("s1");
    expect(await challenges.match("s1")).toBe(false);
    expect(await challenges.find("s1")).toMatchObject({ state: "settled", matched: true });
  });

  test("a reset asks for another e-mail at once, and forgets that the one before was right", async () => {
    const challenges = await make();
    await challenges.add(resetChallenge);
    const now = new Date("2026-11-21T03:00:00.000Z");
    await challenges.ask("s1", "siti@contoh.example", now);
    await challenges.match("s1");
    await challenges.settle("s1");

    expect(await challenges.ask("s1", "budi@contoh.example", now)).toBe(true);
    const asked = await challenges.find("s1");
    expect(asked).toMatchObject({ state: "asked", email: "budi@contoh.example", asks: 2 });
    expect(asked).not.toHaveProperty("matched");
    await challenges.settle("s1");
    expect(await challenges.ask("s1", "ayu@contoh.example", now)).toBe(true);
    await challenges.settle("s1");
    expect(await challenges.ask("s1", "adi@contoh.example", now)).toBe(false);
  });

  test("a reset asks again for the same e-mail, a minute later, three times in all", async () => {
    const challenges = await make();
    await challenges.add(resetChallenge);
    const ask = async (email: string, second: number) => {
      const isAsked = await challenges.ask(
        "s1",
        email,
        new Date(Date.UTC(2026, 10, 21, 3, 0, second)),
      );
      await challenges.settle("s1");
      return isAsked;
    };

    expect(await ask("siti@contoh.example", 0)).toBe(true);
    expect(await ask("siti@contoh.example", 59)).toBe(false);
    expect(await ask("siti@contoh.example", 60)).toBe(true);
    expect(await ask("siti@contoh.example", 120)).toBe(true);
    expect(await ask("siti@contoh.example", 180)).toBe(false);
  });

  test("of those who end a challenge at once, one does", async () => {
    const challenges = await make();
    await challenges.add(codeChallenge);
    const taken = await Promise.all([
      challenges.take("s1"),
      challenges.take("s1"),
      challenges.take("s1"),
    ]);

    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await challenges.find("s1")).toBeUndefined();
  });
}
