/** What each test file of a project executes of the places that mutants change, and how long it takes. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Mutant } from "./mutants.ts";
import { type Probe, withProbes } from "./probes.ts";
import type { Tests } from "./tests.ts";

export interface Surveyed {
  /** From the root of the repository. */
  readonly file: string;
  /** Of the mutants whose place it executes: their number in the list. */
  readonly ids: ReadonlySet<number>;
  /** In ms. */
  readonly took: number;
}

/** Knows nothing of the product (test/architecture.test.ts), so its own tests notice no mutant. */
const embeddedCloud = "local/cloud/";
/** No test file may take longer, in ms. */
const longestFile = 15 * 60_000;

/** Runs each test file once alone, without a change. Leaves out, and prints, those that fail in the copy. */
export async function surveyOf(
  sides: readonly Tests[],
  mutants: readonly Mutant[],
): Promise<Surveyed[]> {
  const [first] = sides;
  if (!first) throw new Error("No process to run the tests in.");
  const found: Surveyed[] = [];
  const failed: Surveyed[] = [];
  for (const tests of sides) writeProbes(tests, mutants);
  const all = await first.files();
  const files = all.filter((file) => !file.startsWith(embeddedCloud)).values();
  const survey = async (tests: Tests) => {
    for (const file of files) {
      writeFileSync(hitsOf(tests), "");
      const started = performance.now();
      const failure = await tests.run([file], longestFile);
      const ids = new Set(
        readFileSync(hitsOf(tests), "utf8").split("\n").filter(Boolean).map(Number),
      );
      (failure ? failed : found).push({ file, ids, took: performance.now() - started });
    }
  };
  await Promise.all(sides.map(survey));
  for (const tests of sides) removeProbes(tests, mutants);
  // Some look at the text of the sources, or at the size of what is built: they fail for the probes.
  for (const surveyed of failed) {
    const failure = await first.run([surveyed.file], longestFile);
    if (!failure) found.push(surveyed);
    else
      process.stdout.write(
        `Left out, fails without a change: ${failure.test}: ${failure.message}\n`,
      );
  }
  return found;
}

function hitsOf(tests: Tests): string {
  return join(tests.folder, "hits");
}

function writeProbes(tests: Tests, mutants: readonly Mutant[]): void {
  const probes = new Map<string, Probe[]>();
  for (const [id, { file, start }] of mutants.entries())
    probes.set(file, [...(probes.get(file) ?? []), { start, id }]);
  for (const { file, source } of mutants)
    writeFileSync(
      join(tests.folder, file),
      withProbes(source, probes.get(file) ?? [], hitsOf(tests)),
    );
}

function removeProbes(tests: Tests, mutants: readonly Mutant[]): void {
  for (const { file, source } of mutants) {
    writeFileSync(join(tests.folder, file), source);
    tests.hasChanged(file);
  }
}
