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

  const now = new Date("2026-11-21T03:00:00.000Z");
  const [email, other] = ["siti@contoh.example", "budi@contoh.example"];

  test("a reset asks, is settled once, and then knows no e-mail", async () => {
    const challenges = await make();
    await challenges.add(resetChallenge);

    expect(await challenges.settle("s1", email)).toBe(false);
    expect(await challenges.ask("s1", email, now)).toBe(true);
    expect(await challenges.find("s1")).toMatchObject({ state: "asked", email });
    expect(await challenges.settle("s1", email.toUpperCase())).toBe(true);
    expect(await challenges.settle("s1", email)).toBe(false);
    expect(await challenges.find("s1")).toMatchObject({ ...resetChallenge, state: "settled" });
    expect(JSON.stringify(await challenges.find("s1"))).not.toContain("siti@");
  });

  test("that number and e-mail belong together is noted of what was asked for, and outlasts the asking", async () => {
    const challenges = await make();
    await challenges.add(resetChallenge);

    expect(await challenges.match("s1", email)).toBe(false);
    await challenges.ask("s1", email, now);
    expect(await challenges.match("s1", email)).toBe(true);
    await challenges.settle("s1", email);
    expect(await challenges.match("s1", email)).toBe(false);
    expect(await challenges.find("s1")).toMatchObject({ state: "settled", matched: true });
  });

  test("a reset asks for another e-mail at once, and forgets that the one before was right", async () => {
    const challenges = await make();
    await challenges.add(resetChallenge);
    await challenges.ask("s1", email, now);
    await challenges.match("s1", email);
    await challenges.settle("s1", email);

    expect(await challenges.ask("s1", other, now)).toBe(true);
    const asked = await challenges.find("s1");
    expect(asked).toMatchObject({ state: "asked", email: other, asks: 2 });
    expect(asked).not.toHaveProperty("matched");
    await challenges.settle("s1", other);
    expect(await challenges.ask("s1", "ayu@contoh.example", now)).toBe(true);
    expect(await challenges.ask("s1", "adi@contoh.example", now)).toBe(false);
  });

  test("whether the last e-mail was looked up makes no difference to who asks", async () => {
    for (const isLookedUp of [true, false]) {
      const challenges = await make();
      await challenges.add(resetChallenge);
      const ask = async (address: string, second: number) => {
        const isAsked = await challenges.ask(
          "s1",
          address,
          new Date(now.getTime() + second * 1000),
        );
        if (isLookedUp) await challenges.settle("s1", address);
        return isAsked;
      };

      expect(await ask(email, 0)).toBe(true);
      expect(await ask(email, 59)).toBe(false);
      expect(await ask(email, 60)).toBe(true);
      expect(await ask(other, 60)).toBe(true);
      expect(await ask(other, 180)).toBe(false);
    }
  });

  test("a lookup that ends after another e-mail was asked for changes nothing of it", async () => {
    const challenges = await make();
    await challenges.add(resetChallenge);
    await challenges.ask("s1", email, now);
    await challenges.ask("s1", other, now);

    expect(await challenges.match("s1", email)).toBe(false);
    expect(await challenges.settle("s1", email)).toBe(false);
    const asked = await challenges.find("s1");
    expect(asked).toMatchObject({ state: "asked", email: other });
    expect(asked).not.toHaveProperty("matched");
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
