import { expect, test } from "vitest";
import { sessionEnd } from "../../../web/src/session/session-clock.ts";

const minute = 60_000;
const serverStart = Date.parse("2026-11-21T03:00:00Z");
const answer = {
  serverTime: new Date(serverStart).toISOString(),
  idleEndsAt: new Date(serverStart + 15 * minute).toISOString(),
  endsAt: new Date(serverStart + 12 * 60 * minute).toISOString(),
};
/** This device is two hours ahead of the server. */
const receivedAt = serverStart + 120 * minute;

test("the idle end counts from the last answer, whatever this device's clock says", () => {
  const now = receivedAt + 10 * minute;

  const { remainingMs, final } = sessionEnd(answer, {
    receivedAt,
    lastAnsweredAt: receivedAt + 5 * minute,
    now,
  });

  // 15 minutes, less the one the server may lag behind, less the five since the last answer.
  expect(remainingMs).toBe(9 * minute);
  expect(final).toBe(false);
});

test("activity does not move the absolute end", () => {
  const now = receivedAt + 719 * minute;

  const end = sessionEnd(answer, { receivedAt, lastAnsweredAt: now, now });

  expect(end).toEqual({ remainingMs: minute, final: true });
});

test("a session that is over has no time left", () => {
  const now = receivedAt + 60 * minute;

  expect(sessionEnd(answer, { receivedAt, lastAnsweredAt: receivedAt, now }).remainingMs).toBe(0);
});
