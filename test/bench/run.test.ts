import { expect, test } from "vitest";
import type { Bench } from "../../bench/bench.ts";
import { runBench } from "../../bench/run.ts";

/** A bench that measures nothing, and tells how many rounds it was asked for. */
const still: Bench = {
  about: "nothing beside nothing",
  rounds: 7,
  measure: async ({ rounds }) => ({ ratios: { rounds }, figures: { waitMs: 0 } }),
};

async function printed(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  await runBench(args, { still: async () => still }, (line) => lines.push(line));
  return lines;
}

test("without a name, the benches there are are listed", async () => {
  expect(await printed()).toEqual(["still: nothing beside nothing"]);
});

test("figures and ratios are printed in columns", async () => {
  expect(await printed("still")).toEqual(["waitMs        0", "ratio rounds  7 x"]);
});

test("with --json, the last line is one object with the bench's name and its ratios", async () => {
  const lines = await printed("still", "--json");
  expect(JSON.parse(lines.at(-1) ?? "")).toEqual({
    bench: "still",
    ratios: { rounds: 7 },
    figures: { waitMs: 0 },
  });
});

test("goals are told with what was measured, and those that are missed are named", async () => {
  const goals = [
    { name: "refused, %", measured: 1.1, most: 1 },
    { name: "IoU", measured: 0.985, least: 0.985 },
  ];
  const strict: Bench = {
    ...still,
    measure: async ({ only }) => ({ ratios: {}, figures: { only: Number(only) }, goals }),
  };
  const lines: string[] = [];
  const missed = await runBench(["strict", "--only", "3"], { strict: async () => strict }, (line) =>
    lines.push(line),
  );

  expect(missed).toEqual(["refused, %"]);
  expect(lines).toEqual([
    "only  3",
    "\ngoal            wanted    measured        kept",
    "refused, %        <= 1         1.1      MISSED",
    "IoU           >= 0.985       0.985         yes",
  ]);
});

test("the rounds can be chosen", async () => {
  expect(await printed("still", "--rounds", "2")).toContain("ratio rounds  2 x");
});

test.each(["0", "-1", "1.5", "many"])("--rounds does not take %s", async (rounds) => {
  await expect(printed("still", `--rounds=${rounds}`)).rejects.toThrow(
    `--rounds takes a whole number above 0, not ${rounds}.`,
  );
});

test.each(["wild", "toString"])(
  "an unknown bench, as %s, is named with those there are",
  async (name) => {
    await expect(printed(name)).rejects.toThrow(`There is no bench ${name}; there are still.`);
  },
);
