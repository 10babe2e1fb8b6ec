import { expect, test } from "vitest";
import { mutants } from "./mutants.ts";
import { realPipeline } from "./pipeline.ts";
import { simulate } from "./simulate.ts";

test("5,000 histories of crashes, repeats and reordering end with every record's own card", async () => {
  const { failure, runs, injected } = await simulate(realPipeline, { runs: 5000, seed: 2026 });

  expect(failure).toBeUndefined();
  expect(runs).toBe(5000);
  // Faults that never happen prove nothing.
  expect(injected.size).toBeGreaterThanOrEqual(22);
  for (const happened of [
    "twin-stream",
    "twin-queue",
    "twin-redraw",
    "photo-decided",
    "by-two:photo",
    "by-two:photo-revoke",
  ])
    expect(injected.get(happened)).toBeGreaterThan(50);
});

test("the same seed runs the same histories", async () => {
  const once = await simulate(realPipeline, { runs: 100, seed: 7 });
  const twice = await simulate(realPipeline, { runs: 100, seed: 7 });

  expect([...twice.injected]).toEqual([...once.injected]);
});

test.each(Object.entries(mutants))("%s: caught", async (_rule, makeMutant) => {
  // It ends at the first history that is broken. Some rules matter only after several faults at one moment.
  const { failure } = await simulate(makeMutant, { runs: 10_000, seed: 7 });

  expect(failure).toMatch(
    /^(SAFETY|CONVERGENCE|HISTORY|UPLOAD|ACKNOWLEDGEMENT|OUTCOME|CONFIRMATION|NEIGHBOUR|OPEN|REVOCATION)/,
  );
});
