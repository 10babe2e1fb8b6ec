import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { seedIn, storiesOf } from "./drawn-stories.ts";

test("three seeds that follow each other walk every story, and each of them what the product is there for", () => {
  const runs = [7, 8, 9].map(storiesOf);
  const all = readdirSync("test/journeys").filter((file) => file.endsWith(".test.ts"));

  expect(new Set(runs.flat()).size).toBe(all.length);
  expect(runs.flat().filter((path) => !existsSync(path))).toEqual([]);
  for (const run of runs) expect(run).toContain("test/journeys/main-job.test.ts");
});

const noSeeds = ["abc", "", "-1", "1.5", "1e3", "9".repeat(16)];
test.each(noSeeds)("%j is no seed, which would draw no story", (text) => {
  expect(seedIn(text)).toBeUndefined();
});

test("a whole number is a seed", () => {
  expect(["0", "007", "999999"].map(seedIn)).toEqual([0, 7, 999_999]);
});
