/**
 * Proof of work: the browser finds the number n in [0, maxNumber] whose PBKDF2-SHA-256(password: salt, salt: n) is the
 * challenge. Browsers calculate PBKDF2 natively and in the background: a program of an attacker is not ten times faster at it
 * than a page, and the page loads no script for it.
 */
import { pbkdf2Sync, randomInt } from "node:crypto";
import type { WorkGrowth } from "#shared/rate-limit/limits.ts";
import { type Clock, epochSeconds } from "#shared/runtime/clock.ts";
import { newId } from "#shared/runtime/ids.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import type { WorkAnswer, WorkChallenge } from "./captcha.ts";
import { type ChallengeBinding, openChallenge, signChallenge } from "./challenge-token.ts";

/** Iterations of PBKDF2 for one try: so many that the cost of the call itself does not matter. */
export const workIterations = 5_000;
/**
 * What the reference phone (a sixth of a core of this machine) tries in a second. Measured: 5,000 iterations are 0.69 ms of
 * a core, 1,450 a second; `npm run bench -- captcha` measures again.
 */
const triesPerSecond = 240;
/** Long enough to calculate at a weak phone, with its page in the background for a while. */
const lifeSeconds = 300;

export interface Challenges {
  readonly hmacKey: Pick<DerivedKeys, "derive">;
  readonly captchas: Pick<AnsweredChallenges, "use">;
  readonly clock: Clock;
  /** `workIterations`; few where a test does the work of many logins. */
  readonly workIterations: number;
}

/** @param level 1 is the first one; each further one doubles the work, up to the most */
export function workAt(level: number, { firstSeconds, mostSeconds }: WorkGrowth): number {
  const seconds = Math.min(firstSeconds * 2 ** (level - 1), mostSeconds);
  return Math.round(seconds * triesPerSecond);
}

/** @param maxNumber see `workAt` */
export async function issueWork(
  { hmacKey, clock, workIterations: iterations }: Omit<Challenges, "captchas">,
  binding: ChallengeBinding,
  maxNumber: number,
): Promise<WorkChallenge> {
  const key = await hmacKey.derive("challenge");
  const id = newId("wrk");
  const challenge = derive(id, randomInt(maxNumber + 1), iterations);
  const endsAt = epochSeconds(clock.now()) + lifeSeconds;
  const open = [challenge, `${maxNumber}`];
  const signed = { kind: "work", id, endsAt, open, hidden: "" } as const;
  return {
    algorithm: "PBKDF2-SHA-256",
    salt: id,
    iterations,
    challenge,
    maxNumber,
    token: signChallenge(key, binding, signed),
  };
}

/**
 * Uses an answer up.
 * @param usedFor asked once the answer is right, before it is used
 * @returns the work that was done, as its largest number; undefined when the answer is wrong, used, over or for something else
 */
export async function redeemWork(
  { hmacKey, captchas, clock, workIterations }: Challenges,
  binding: ChallengeBinding,
  { token, number }: WorkAnswer,
  usedFor: FindUse = async () => undefined,
): Promise<number | undefined> {
  const key = await hmacKey.derive("challenge");
  const challenge = openChallenge(key, binding, { token, kind: "work", hidden: "" }, clock.now());
  if (!challenge) return undefined;
  const [wanted, maxNumber] = challenge.open;
  if (derive(challenge.id, number, workIterations) !== wanted) return undefined;
  const worth = Number(maxNumber);
  const used = await captchas.use(challenge, await usedFor(challenge.id, worth));
  return used ? worth : undefined;
}

/** 128 bits as 32 hex digits. */
function derive(salt: string, number: number, iterations: number): string {
  return pbkdf2Sync(salt, `${number}`, iterations, 16, "sha256").toString("hex");
}

/** Which challenges have been answered: each serves once. */
export interface AnsweredChallenges {
  /**
   * Uses a challenge up, with one write. Of parallel answers only one gets true.
   * @param endsAt epoch seconds; until then it has to be remembered
   * @param usedFor what is noted with it, and how long
   */
  use({ id, endsAt }: { id: string; endsAt: number }, usedFor?: UsedFor): Promise<boolean>;
}

/** What a challenge was used for, kept in its item: one write for both. */
export interface UsedFor {
  /** Epoch seconds. */
  readonly endsAt: number;
  readonly record: Readonly<Record<string, string | number>>;
}

/**
 * @param id of the challenge
 * @param worth of its answer, as a number of tries
 * @returns undefined when nothing is to be noted
 */
export type FindUse = (id: string, worth: number) => Promise<UsedFor | undefined>;
