import { expect, test } from "vitest";
import { pollDelayMs } from "../../../web/src/card/poll-schedule.ts";

const minute = 60_000;

test("an expected card is asked for twice a second", () => {
  expect(pollDelayMs({ changeExpected: true, sinceNewsMs: 0, sinceActivityMs: 0 })).toBe(500);
});

test("a card that never comes is not asked for twice a second for ever", () => {
  expect(pollDelayMs({ changeExpected: true, sinceNewsMs: 2 * minute, sinceActivityMs: 0 })).toBe(
    5000,
  );
});

test("a quiet page backs off to half a minute after five minutes", () => {
  const situation = { changeExpected: false, sinceActivityMs: 0 };

  expect(pollDelayMs({ ...situation, sinceNewsMs: 4 * minute })).toBe(5000);
  expect(pollDelayMs({ ...situation, sinceNewsMs: 6 * minute })).toBe(30_000);
});

test("a page nobody uses stops asking, so that it keeps no session alive", () => {
  expect(
    pollDelayMs({ changeExpected: false, sinceNewsMs: 20 * minute, sinceActivityMs: 11 * minute }),
  ).toBeUndefined();
});
