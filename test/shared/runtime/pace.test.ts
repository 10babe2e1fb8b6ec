import { expect, test } from "vitest";
import { Pace } from "#shared/runtime/pace.ts";

/** A clock that a sleep moves, by more than was asked where the process pauses. */
function setUp(pause = 0) {
  const time = { now: 1000 };
  const turns: number[] = [];
  const pace = new Pace({
    now: () => time.now,
    sleep: async (milliseconds) => {
      time.now += milliseconds + pause;
    },
  });
  const turn = async () => {
    await pace.turn(10);
    turns.push(time.now);
  };
  return { time, turns, turn };
}

test("turns are an even row, however many wait, and nobody waits after a rest", async () => {
  const { time, turns, turn } = setUp();
  await Promise.all([turn(), turn(), turn()]);
  expect(turns).toEqual([1000, 1100, 1200]);
  time.now = 5000;
  await turn();

  expect(turns.at(-1)).toBe(5000);
});

test("after a pause of the process the others still come one after the other", async () => {
  const { turns, turn } = setUp(2000);
  await Promise.all([turn(), turn(), turn()]);

  expect(turns).toEqual([1000, 3100, 5200]);
});
