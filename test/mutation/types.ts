/** Which mutants do not compile. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { changed, type Mutant } from "./mutants.ts";

/**
 * Asks the compiler about many at once, and again about those that may be at fault.
 * @throws when the copy does not compile without a change
 */
export async function withTypeErrors(
  copy: string,
  mutants: readonly Mutant[],
): Promise<ReadonlySet<Mutant>> {
  const [broken] = filesWithErrors(copy);
  if (broken) throw new Error(`${broken} does not compile without a change.`);
  return faulty(copy, mutants);
}

async function faulty(copy: string, mutants: readonly Mutant[]): Promise<Set<Mutant>> {
  const found = new Set<Mutant>();
  for (const group of groups(mutants)) {
    const failed = await changed(copy, group, () => filesWithErrors(copy));
    if (failed.length === 0) continue;
    const [one, ...others] = group;
    if (one && others.length === 0) {
      found.add(one);
      continue;
    }
    const suspects = group.filter(({ file }) => failed.includes(file));
    const rest = group.filter((mutant) => !suspects.includes(mutant));
    // An error may stand in a file that uses the changed one.
    const half = Math.ceil(group.length / 2);
    const parts =
      suspects.length === 0
        ? [group.slice(0, half), group.slice(half)]
        : [...suspects.map((suspect) => [suspect]), rest];
    for (const part of parts) for (const mutant of await faulty(copy, part)) found.add(mutant);
  }
  return found;
}

/** One mutant of a file in each. */
function groups(mutants: readonly Mutant[]): Mutant[][] {
  const found: Mutant[][] = [];
  for (const mutant of mutants) {
    const group = found.find((others) => others.every(({ file }) => file !== mutant.file));
    if (group) group.push(mutant);
    else found.push([mutant]);
  }
  return found;
}

function filesWithErrors(copy: string): string[] {
  const tsc = join("node_modules", "typescript", "bin", "tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "--pretty", "false"], {
    cwd: copy,
    encoding: "utf8",
  });
  return [...stdout.matchAll(/^(\S+?)\(\d+,\d+\): error/gm)].flatMap(([, file]) => file ?? []);
}
