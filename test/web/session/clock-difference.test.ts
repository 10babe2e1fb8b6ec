import { expect, test } from "vitest";
import { clockDifference } from "../../../web/src/session/clock-difference.ts";

const serverTime = "2026-11-21T03:00:00.000Z";
const server = Date.parse(serverTime);

function requestAround(deviceTime: number) {
  return { startedAt: deviceTime - 400, endedAt: deviceTime + 400 };
}

test("a phone four minutes behind is told so", () => {
  expect(clockDifference(serverTime, requestAround(server - 4 * 60_000))).toEqual({
    outcome: "slow",
    amount: 4,
    unit: "minutes",
  });
});

test("a phone in the wrong time zone is hours ahead", () => {
  expect(clockDifference(serverTime, requestAround(server + 3_600_000))).toEqual({
    outcome: "fast",
    amount: 1,
    unit: "hours",
  });
});

test("a slow link does not make a right clock wrong", () => {
  const request = { startedAt: server - 20_000, endedAt: server + 20_000 };

  expect(clockDifference(serverTime, request).outcome).toBe("right");
});
