/** Asks the tests of one project about mutants: of its files only those that execute the changed place, the likeliest first. */
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { changed, type Mutant } from "./mutants.ts";
import { type Probe, withProbes } from "./probes.ts";
import { type Failure, Tests } from "./tests.ts";

/** What is started from a build has to be built again after each change. */
const builtProjects: readonly string[] = ["faults", "journeys"];
/** A first guess for a test file, in ms. */
const longestFile = 15 * 60_000;

export interface Answer {
  readonly mutant: Mutant;
  readonly noticedBy: Failure | undefined;
  /** Test files of the project that execute the place. */
  readonly executedBy: number;
}

export async function* askTests(
  project: string,
  copy: string,
  mutants: readonly Mutant[],
): AsyncGenerator<Answer> {
  const tests = new Tests(project, copy);
  const stop = () => tests.stop();
  process.once("exit", stop);
  const survey = await surveyOf(tests, copy, mutants);
  const catches = new Map<string, number>();
  for (const [id, mutant] of mutants.entries()) {
    const executing = [...survey].filter(([, { ids }]) => ids.has(id));
    const nearness = ([file, { took }]: (typeof executing)[number]) =>
      took /
      (1 + 5 * (catches.get(`${file} ${mutant.file}`) ?? 0)) /
      (isNamesake(file, mutant) ? 20 : 1);
    executing.sort((a, b) => nearness(a) - nearness(b));
    const files = executing.map(([file]) => file);
    const limit = 30_000 + 10 * executing.reduce((sum, [, { took }]) => sum + took, 0);
    if (builtProjects.includes(project)) tests.stop();
    const noticedBy = await notices(tests, copy, mutant, files, limit);
    const file = files.find((name) => noticedBy?.test.startsWith(relative(copy, name)));
    const key = `${file} ${mutant.file}`;
    if (file) catches.set(key, (catches.get(key) ?? 0) + 1);
    yield { mutant, noticedBy, executedBy: files.length };
  }
  stop();
  process.off("exit", stop);
}

/** The nearest files alone first: vitest begins with the slowest of what it is given. */
async function notices(
  tests: Tests,
  copy: string,
  mutant: Mutant,
  files: readonly string[],
  limit: number,
): Promise<Failure | undefined> {
  return changed(copy, [mutant], async ([file]) => {
    for (const some of [files.slice(0, 1), files.slice(1, 4), files.slice(4)]) {
      if (file) tests.hasChanged(file);
      const failure = await tests.run(some, limit);
      if (!failure) continue;
      // A busy machine makes a test wait as well as a change does: what is seen twice counts.
      const isSure = !/time[d-]? ?out/i.test(failure.message) || (await tests.run(some, limit));
      if (isSure) return failure;
    }
    return undefined;
  }).finally(() => tests.hasChanged(join(copy, mutant.file)));
}

function isNamesake(test: string, { file }: Mutant): boolean {
  return basename(test, ".test.ts") === basename(file, ".ts");
}

interface Survey {
  /** Of the mutants whose place the test file executes. */
  readonly ids: ReadonlySet<number>;
  /** In ms. */
  readonly took: number;
}

/** Runs each test file once alone, without a change. Leaves out those that fail in the copy. */
async function surveyOf(
  tests: Tests,
  copy: string,
  mutants: readonly Mutant[],
): Promise<Map<string, Survey>> {
  const hits = join(copy, "hits");
  const probes = new Map<string, Probe[]>();
  for (const [id, { file, start }] of mutants.entries())
    probes.set(file, [...(probes.get(file) ?? []), { start, id }]);
  const sources = new Map(mutants.map(({ file, source }) => [file, source]));
  const write = (probed: boolean) => {
    for (const [file, source] of sources) {
      const text = probed ? withProbes(source, probes.get(file) ?? [], hits) : source;
      writeFileSync(join(copy, file), text);
      tests.hasChanged(join(copy, file));
    }
  };
  const survey = new Map<string, Survey>();
  const failed: string[] = [];
  write(true);
  for (const file of await tests.files()) {
    writeFileSync(hits, "");
    const started = performance.now();
    if (await tests.run([file], longestFile)) failed.push(file);
    const ids = new Set(readFileSync(hits, "utf8").split("\n").filter(Boolean).map(Number));
    survey.set(file, { ids, took: performance.now() - started });
  }
  write(false);
  // Some look at the text of the sources, or at the size of what is built: they fail for the probes.
  for (const file of failed) {
    const failure = await tests.run([file], longestFile);
    if (!failure) continue;
    process.stdout.write(`Left out, fails without a change: ${failure.test}: ${failure.message}\n`);
    survey.delete(file);
  }
  return survey;
}
