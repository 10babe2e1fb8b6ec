/**
 * When a session ends, in `performance.now()` of this page. That clock only runs forward, while the device's clock may be
 * corrected by an hour. It stops while a device sleeps, so callers ask the server before they act on it.
 */
import type { SessionAnswer } from "#shared/session/login-answers.ts";

/** The server notes activity at most once a minute, so its idle time may have begun that much earlier. */
const touchIntervalMs = 60_000;

/** Milliseconds of `performance.now()`. */
export interface SessionTimes {
  /** When it ends if nothing is done, as the newest answer about it says. */
  readonly idleEndsAt: number;
  /** How long nothing may be done. */
  readonly idleMs: number;
  readonly endsAt: number;
}

export interface SessionEnd {
  readonly remainingMs: number;
  /** The absolute end is near: activity no longer helps. */
  readonly final: boolean;
}

/** @param before what was known until now: an answer that only looked says nothing of the whole idle time */
export function sessionTimes(
  answer: Pick<SessionAnswer, "serverTime" | "idleEndsAt" | "endsAt">,
  receivedAt: number,
  before?: SessionTimes,
): SessionTimes {
  const serverTime = Date.parse(answer.serverTime);
  const idleMs = Date.parse(answer.idleEndsAt) - serverTime;
  return {
    idleEndsAt: receivedAt + idleMs,
    idleMs: Math.max(idleMs, before?.idleMs ?? 0),
    endsAt: receivedAt + Date.parse(answer.endsAt) - serverTime,
  };
}

/** @param lastAnsweredAt when the APIs last answered */
export function sessionEnd(
  { idleEndsAt, idleMs, endsAt }: SessionTimes,
  { lastAnsweredAt, now }: { lastAnsweredAt: number; now: number },
): SessionEnd {
  const untilIdle = Math.max(idleEndsAt, lastAnsweredAt + idleMs - touchIntervalMs) - now;
  const untilEnd = endsAt - now;
  return { remainingMs: Math.max(0, Math.min(untilIdle, untilEnd)), final: untilEnd <= untilIdle };
}
