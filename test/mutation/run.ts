/**
 * `npm run mutate -- N SEED [--quick]`: changes N lines of shared/ and functions/, drawn by the seed, one at a time in a copy of the
 * repository, and prints how many of the changes are noticed, and each that is not. --quick asks the unit tests and the types alone.
 * Not Stryker: it changes every line of a file, and asks only one of our test projects.
 */
import { randomInt } from "node:crypto";
import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { askTests } from "./ask-tests.ts";
import { copyOfRepository, described, drawn, type Mutant } from "./mutants.ts";
import { withTypeErrors } from "./types.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: "boolean", default: false } },
});
const seed = positionals[1] ?? String(randomInt(1_000_000));
/** Quickest first. The types are what `npm run check` asks, too. */
const stages = values.quick
  ? ["unit", "types"]
  : ["unit", "types", "pictures", "conformance", "infra", "simulation", "faults", "journeys"];

/** As many as there are cores: most tests compute. */
const copies = Array.from({ length: availableParallelism() }, copyOfRepository);
process.once("exit", () => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true, maxRetries: 5 });
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
const mutants = drawn(Number(positionals[0] ?? 60), seed);
const executions = new Map<Mutant, number>();
let left: readonly Mutant[] = mutants;
for (const stage of stages) {
  if (left.length === 0) break;
  const noticed = stage === "types" ? await byTypes() : await byTests(stage);
  left = left.filter((mutant) => !noticed.has(mutant));
  print(`${stage}: ${noticed.size} noticed, ${left.length} of ${mutants.length} left\n`);
}
for (const mutant of left)
  print(`SURVIVED  ${described(mutant)}  (executed by ${executions.get(mutant) ?? 0} test files)`);
const noticed = mutants.length - left.length;
const share = ((100 * noticed) / mutants.length).toFixed(1);
print(`\nSeed ${seed}: ${noticed} of ${mutants.length} changes noticed (${share} %).`);
process.exit();

async function byTypes(): Promise<ReadonlySet<Mutant>> {
  const [copy = ""] = copies;
  const found = await withTypeErrors(copy, left);
  for (const mutant of found) print(`noticed by types  ${described(mutant)}`);
  return found;
}

async function byTests(project: string): Promise<ReadonlySet<Mutant>> {
  const found = new Set<Mutant>();
  await askTests(project, copies, left, ({ mutant, noticedBy, executedBy }) => {
    executions.set(mutant, (executions.get(mutant) ?? 0) + executedBy);
    if (noticedBy) found.add(mutant);
    const who = noticedBy ? `noticed by ${project}` : `left by ${project}`;
    print(`${who}  ${described(mutant)}  (${noticedBy?.test ?? `${executedBy} test files`})`);
  });
  return found;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
