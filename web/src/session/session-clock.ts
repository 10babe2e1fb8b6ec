/** When a session ends, by this device's clock, which need not agree with the server's. */
import type { SessionAnswer } from "#shared/http/contract.ts";

/** The server notes activity at most once a minute, so its idle time may have begun that much earlier. */
const touchIntervalMs = 60_000;

export interface SessionEnd {
  readonly remainingMs: number;
  /** The absolute end is near: activity no longer helps. */
  readonly final: boolean;
}

/**
 * @param receivedAt when `answer` came, ms since the epoch by this device
 * @param lastAnsweredAt when the APIs last answered, by this device
 */
export function sessionEnd(
  answer: Pick<SessionAnswer, "serverTime" | "idleEndsAt" | "endsAt">,
  { receivedAt, lastAnsweredAt, now }: { receivedAt: number; lastAnsweredAt: number; now: number },
): SessionEnd {
  const serverTime = Date.parse(answer.serverTime);
  const idleMs = Date.parse(answer.idleEndsAt) - serverTime;
  const wholeMs = Date.parse(answer.endsAt) - serverTime;
  const untilIdle = lastAnsweredAt + idleMs - touchIntervalMs - now;
  const untilEnd = receivedAt + wholeMs - now;
  return { remainingMs: Math.max(0, Math.min(untilIdle, untilEnd)), final: untilEnd <= untilIdle };
}
