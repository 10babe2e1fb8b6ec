import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { storiesOf } from "./drawn-stories.ts";

test("three seeds that follow each other walk every story, and each of them what the product is there for", () => {
  const runs = [7, 8, 9].map(storiesOf);
  const all = readdirSync("test/journeys").filter((file) => file.endsWith(".test.ts"));

  expect(new Set(runs.flat()).size).toBe(all.length);
  expect(runs.flat().filter((path) => !existsSync(path))).toEqual([]);
  for (const run of runs) expect(run).toContain("test/journeys/main-job.test.ts");
});
