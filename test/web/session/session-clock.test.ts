import { expect, test } from "vitest";
import { sessionEnd, sessionTimes } from "../../../web/src/session/session-clock.ts";

const minute = 60_000;
const serverStart = Date.parse("2026-11-21T03:00:00Z");
const answerAfter = (idleMinutes: number) => ({
  serverTime: new Date(serverStart).toISOString(),
  idleEndsAt: new Date(serverStart + idleMinutes * minute).toISOString(),
  endsAt: new Date(serverStart + 12 * 60 * minute).toISOString(),
});
/** This page has been open for a while; that says nothing about any clock of day. */
const receivedAt = 7 * minute;
const times = sessionTimes(answerAfter(15), receivedAt);

test("the idle end counts from the last answer, whatever this device's clock of day says", () => {
  const { remainingMs, final } = sessionEnd(times, {
    lastAnsweredAt: receivedAt + 5 * minute,
    now: receivedAt + 10 * minute,
  });

  // 15 minutes, less the one the server may lag behind, less the five since the last answer.
  expect(remainingMs).toBe(9 * minute);
  expect(final).toBe(false);
});

test("without activity it is when the server said", () => {
  const now = receivedAt + 10 * minute;

  expect(sessionEnd(times, { lastAnsweredAt: receivedAt, now }).remainingMs).toBe(5 * minute);
});

test("what only looked tells the rest, and later activity counts for the whole idle time again", () => {
  const lookedAt = receivedAt + 12 * minute;
  const looked = sessionTimes(answerAfter(3), lookedAt, times);

  expect(sessionEnd(looked, { lastAnsweredAt: receivedAt, now: lookedAt }).remainingMs).toBe(
    3 * minute,
  );
  expect(
    sessionEnd(looked, { lastAnsweredAt: lookedAt + minute, now: lookedAt + minute }).remainingMs,
  ).toBe(14 * minute);
});

test("activity does not move the absolute end", () => {
  const now = receivedAt + 719 * minute;

  expect(sessionEnd(times, { lastAnsweredAt: now, now })).toEqual({
    remainingMs: minute,
    final: true,
  });
});

test("a session that is over has no time left", () => {
  const now = receivedAt + 60 * minute;

  expect(sessionEnd(times, { lastAnsweredAt: receivedAt, now }).remainingMs).toBe(0);
});
