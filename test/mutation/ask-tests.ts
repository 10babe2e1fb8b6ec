/** Asks the tests of one project about mutants: of its files only those that execute the changed place, the likeliest first. */
import { basename } from "node:path";
import { changed, type Mutant } from "./mutants.ts";
import { type Surveyed, surveyOf } from "./survey.ts";
import { type Failure, Tests } from "./tests.ts";

/** What is started from a build has to be built again after each change. */
const builtProjects: readonly string[] = ["faults", "journeys"];

export interface Answer {
  readonly mutant: Mutant;
  readonly noticedBy: Failure | undefined;
  /** Test files of the project that execute the place. */
  readonly executedBy: number;
}

/**
 * @param copies of the repository: as many processes run tests side by side, except where the product is started
 * @param tell called with each answer at once
 */
export async function askTests(
  project: string,
  copies: readonly string[],
  mutants: readonly Mutant[],
  tell: (answer: Answer) => void,
): Promise<void> {
  const isBuilt = builtProjects.includes(project);
  const sides = copies.slice(0, isBuilt ? 1 : undefined).map((copy) => new Tests(project, copy));
  const stop = () => {
    for (const tests of sides) tests.stop();
  };
  process.once("exit", stop);
  const survey = await surveyOf(sides, mutants);
  const catches = new Map<string, number>();
  const next = mutants.entries();
  const work = async (tests: Tests) => {
    for (const [id, mutant] of next) {
      const executing = likeliestFirst(
        survey.filter(({ ids }) => ids.has(id)),
        mutant,
        catches,
      );
      if (isBuilt) tests.stop();
      const noticedBy = await notices(tests, mutant, executing);
      const catcher = executing.find(({ file }) => noticedBy?.test.startsWith(`${file}:`));
      if (catcher)
        catches.set(keyOf(catcher, mutant), (catches.get(keyOf(catcher, mutant)) ?? 0) + 1);
      tell({ mutant, noticedBy, executedBy: executing.length });
    }
  };
  await Promise.all(sides.map(work));
  stop();
  process.off("exit", stop);
}

function keyOf({ file }: Surveyed, mutant: Mutant): string {
  return `${file} ${mutant.file}`;
}

/** The test of the same name, those that noticed other changes of the file, and the quick ones. */
function likeliestFirst(
  executing: readonly Surveyed[],
  mutant: Mutant,
  catches: ReadonlyMap<string, number>,
): readonly Surveyed[] {
  const cost = (test: Surveyed) => {
    const isNamesake = basename(test.file, ".test.ts") === basename(mutant.file, ".ts");
    return test.took / (isNamesake ? 20 : 1) / (1 + 5 * (catches.get(keyOf(test, mutant)) ?? 0));
  };
  return executing.toSorted((a, b) => cost(a) - cost(b));
}

/** The likeliest file alone first: vitest begins with the slowest of what it is given. */
async function notices(
  tests: Tests,
  mutant: Mutant,
  executing: readonly Surveyed[],
): Promise<Failure | undefined> {
  const limit = 30_000 + 10 * executing.reduce((sum, { took }) => sum + took, 0);
  const files = executing.map(({ file }) => file);
  tests.hasChanged(mutant.file);
  const ask = async () => {
    for (const some of [files.slice(0, 1), files.slice(1, 4), files.slice(4)]) {
      const failure = await tests.run(some, limit);
      if (!failure) continue;
      // A busy machine makes a test wait as well as a change does: what is seen twice counts.
      const isSure = !/time[d-]? ?out/i.test(failure.message) || (await tests.run(some, limit));
      if (isSure) return failure;
    }
    return undefined;
  };
  try {
    return await changed(tests.folder, [mutant], ask);
  } finally {
    tests.hasChanged(mutant.file);
  }
}
