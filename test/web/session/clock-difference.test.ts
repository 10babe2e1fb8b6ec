import { expect, test } from "vitest";
import { clockDifference } from "../../../web/src/session/clock-difference.ts";
import { compareClocks, loginClockOffMs } from "../../../web/src/session/code-clock.tsx";
import { clockOffMs } from "../../../web/src/session/device-clock.ts";

const serverTime = "2026-11-21T03:00:00.000Z";
const server = Date.parse(serverTime);

test.each([
  ["four minutes behind", -4 * 60_000, { outcome: "slow", amount: 4, unit: "minutes" }],
  ["in the wrong time zone", 3_600_000, { outcome: "fast", amount: 1, unit: "hours" }],
  ["half a minute ahead", 31_000, { outcome: "fast", amount: 31, unit: "seconds" }],
])("a device %s is told so, by size and sign", (_, offMs, told) => {
  expect(clockOffMs(serverTime, server + offMs)).toBe(offMs);
  expect(clockDifference(offMs)).toEqual(told);
});

test.each([30_000, -30_000, 0])("a clock that is off by %i ms gives codes that count", (offMs) => {
  expect(clockOffMs(serverTime, server + offMs)).toBe(0);
});

test("a login tells the page of the code how far the clock is off", async () => {
  await compareClocks(new Date().toISOString());
  expect(loginClockOffMs()).toBe(0);
  await compareClocks(new Date(Date.now() + 4 * 60_000).toISOString());
  expect(Math.round(loginClockOffMs() / 60_000)).toBe(-4);
});
