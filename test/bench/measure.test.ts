import { expect, test } from "vitest";
import { inTurns, median, percentile, rounded, timed } from "../../bench/measure.ts";

test("subjects take turns, and each round begins with another one", async () => {
  const order: string[] = [];
  const subject = (name: string) => async () => order.push(name);

  const results = await inTurns({ a: subject("a"), b: subject("b") }, { rounds: 3 });

  expect(order).toEqual(["a", "b", "b", "a", "a", "b"]);
  expect(results).toEqual({ a: [1, 4, 5], b: [2, 3, 6] });
});

test("rounds to warm up are run and not counted", async () => {
  let runs = 0;
  const results = await inTurns({ a: async () => ++runs }, { rounds: 2, warmUp: 3 });
  expect(results).toEqual({ a: [4, 5] });
});

test("a percentile is a value that was measured, whatever the order", () => {
  const values = [5, 1, 4, 2, 3];
  expect(percentile(values, 0.95)).toBe(5);
  expect(percentile(values, 0.2)).toBe(1);
  expect(percentile(values, 0)).toBe(1);
  expect(median(values)).toBe(3);
  expect(values).toEqual([5, 1, 4, 2, 3]);
});

test("nothing measured has no median", () => {
  expect(() => median([])).toThrow("Nothing was measured.");
});

test("a sample ends when the work has", async () => {
  let isDone = false;
  const sample = await timed(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    isDone = true;
  });
  expect(isDone).toBe(true);
  expect(sample).toEqual({ wallMs: expect.any(Number), cpuMs: expect.any(Number) });
});

test("ratios have three digits that mean something", () => {
  expect([rounded(12.3456), rounded(0.123456), rounded(1234.5)]).toEqual([12.3, 0.123, 1230]);
});
