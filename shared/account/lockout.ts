/**
 * What Cognito does to a number after wrong passwords and codes, computed here before Cognito is asked. «After five failed
 * sign-in attempts Amazon Cognito locks out your user for one second. The lockout duration then doubles after each additional
 * one failed attempt, up to a maximum of approximately 15 minutes … To reset the lockout your user must either sign in
 * successfully after a lockout period expires, or not initiate any sign-in attempts for 15 consecutive minutes» (Amazon
 * Cognito Developer Guide, «Authentication with user pools», lockout behaviour; «Adding MFA»: codes count as well).
 * So we refuse without a call of Cognito, and numbers that nobody has are refused in the same way.
 */
import * as z from "zod";
import type { Nip } from "#shared/employee/nip.ts";

/** Failures in a row, as Cognito counts them. */
export const failureRun = z.object({
  failures: z.number(),
  /** Epoch milliseconds: the newest failure, and the newest attempt that reached Cognito. */
  failedAt: z.number(),
  attemptedAt: z.number(),
});
export type FailureRun = Readonly<z.infer<typeof failureRun>>;

const freeFailures = 5;
const longestSeconds = 900;
const forgottenAfterSeconds = 900;
/** Seconds by which Cognito's clock and ours may differ. */
const marginSeconds = 1;

/** @returns seconds for which Cognito refuses whatever is sent, 0 when it does not */
export function lockedSeconds(run: FailureRun | undefined, now: Date): number {
  if (!run || run.failures < freeFailures || isForgotten(run, now)) return 0;
  const lock = Math.min(2 ** (run.failures - freeFailures), longestSeconds) + marginSeconds;
  return secondsUntil(run.failedAt, lock, now);
}

/** @returns seconds until the failures are forgotten if nothing is tried */
export function forgottenInSeconds({ attemptedAt }: FailureRun, now: Date): number {
  return secondsUntil(attemptedAt, forgottenAfterSeconds, now);
}

/** Epoch milliseconds: a row whose newest attempt is as old as this is forgotten. */
export function forgottenUpTo(now: Date): number {
  return now.getTime() - forgottenAfterSeconds * 1000;
}

export function isForgotten(run: FailureRun, now: Date): boolean {
  return forgottenInSeconds(run, now) === 0;
}

function secondsUntil(from: number, seconds: number, now: Date): number {
  return Math.max(0, Math.ceil((from - now.getTime()) / 1000 + seconds));
}

/** The failures in a row of each number that was tried, also of numbers that nobody has. */
export interface Lockouts {
  find(nip: Nip): Promise<FailureRun | undefined>;
  /**
   * One more failure; after a forgotten row it begins a new one. All that fail at the same moment are counted.
   * @param run what was found before: it only says which of the two is likely
   */
  fail(nip: Nip, run: FailureRun | undefined, now: Date): Promise<void>;
  /** Notes an attempt that did not fail: the time after which the failures are forgotten begins again. */
  attempt(nip: Nip, now: Date): Promise<void>;
  /** Deletes the failures after a complete sign-in. */
  clear(nip: Nip): Promise<void>;
}
