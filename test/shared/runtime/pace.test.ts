import { expect, test } from "vitest";
import { Pace } from "#shared/runtime/pace.ts";

test("turns are an even row, however many wait, and nobody waits after a pause", async () => {
  let now = 1000;
  const slept: number[] = [];
  const pace = new Pace({ now: () => now, sleep: async (ms) => void slept.push(ms) });
  await Promise.all([1, 2, 3].map(() => pace.turn(10)));
  expect(slept).toEqual([100, 200]);
  now = 5000;
  await pace.turn(10);

  expect(slept).toHaveLength(2);
});
