/**
 * `npm run mutate -- N SEED [--quick]`: changes N lines of shared/ and functions/, drawn by the seed, one at a time in a copy of the
 * repository, and prints how many of the changes a test notices, and each that none does. --quick asks the unit tests alone.
 * Not Stryker: it changes every line of a file, and asks only one of our test projects.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash, randomInt } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Mutation, mutationsOf } from "./mutations.ts";

interface Mutant extends Mutation {
  readonly file: string;
}
/** What is asked in turn, quickest first: vitest's arguments. */
type Stage = readonly [name: string, argsOf: (file: string) => readonly string[]];

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: "boolean", default: false } },
});
const count = Number(positionals[0] ?? 60);
const seed = positionals[1] ?? String(randomInt(1_000_000));
/** A change that makes a test wait for ever is noticed. In ms. */
const stageLimit = 15 * 60_000;

const unit: Stage = ["unit", (file) => ["related", file, "--run", "--project", "unit"]];
const others: readonly Stage[] = ["infra", "conformance", "pictures", "simulation", "journeys"].map(
  (project) => [project, () => ["run", "--project", project]],
);
const stages = values.quick ? [unit] : [unit, ...others];

const copy = copyOfRepository();
process.once("exit", () => rmSync(copy, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
const mutants = drawn();
const survivors = mutants.filter((mutant, index) => {
  const noticedBy = whoNotices(mutant);
  const { file, line, start, end, replacement } = mutant;
  const change = `${readFileSync(file, "utf8").slice(start, end)} → ${replacement || "nothing"}`;
  const told = `${index + 1}/${mutants.length} ${file}:${line} ${change.replace(/\s+/g, " ").slice(0, 120)}`;
  print(`${noticedBy ? `noticed by ${noticedBy}` : "SURVIVED"}  ${told}`);
  return !noticedBy;
});
const noticed = mutants.length - survivors.length;
const share = ((100 * noticed) / mutants.length).toFixed(1);
print(`\nSeed ${seed}: ${noticed} of ${mutants.length} changes noticed (${share} %).`);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The files that git knows, as they are now, and what was built. */
function copyOfRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), "kartu-mutate-"));
  for (const file of [...tracked(), "dist"])
    cpSync(file, join(folder, file), { recursive: true, preserveTimestamps: true });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  return folder;
}

function tracked(...paths: readonly string[]): string[] {
  return execFileSync("git", ["ls-files", ...paths], { encoding: "utf8" })
    .trim()
    .split("\n");
}

/** N lines, each with one of its changes; the same for the same seed and code. */
function drawn(): Mutant[] {
  const lines = new Map<string, Mutant[]>();
  for (const file of tracked("shared/*.ts", "functions/*.ts"))
    for (const mutation of mutationsOf(readFileSync(file, "utf8"))) {
      const line = `${file}:${mutation.line}`;
      lines.set(line, [...(lines.get(line) ?? []), { file, ...mutation }]);
    }
  const rank = (text: string) => createHash("sha256").update(`${seed} ${text}`).digest();
  const order = [...lines.keys()].sort((a, b) => Buffer.compare(rank(a), rank(b)));
  return order.slice(0, count).flatMap((line) => {
    const all = lines.get(line) ?? [];
    return all[rank(line).readUInt32BE(0) % all.length] ?? [];
  });
}

/** @returns the first stage that fails; undefined when all pass */
function whoNotices({ file, start, end, replacement }: Mutant): string | undefined {
  const source = readFileSync(file, "utf8");
  writeFileSync(join(copy, file), source.slice(0, start) + replacement + source.slice(end));
  try {
    return stages.find(([, argsOf]) => !passes(argsOf(file)))?.[0];
  } finally {
    writeFileSync(join(copy, file), source);
  }
}

function passes(args: readonly string[]): boolean {
  const vitest = join("node_modules", "vitest", "vitest.mjs");
  const { status } = spawnSync(
    process.execPath,
    [vitest, ...args, "--bail=1", "--passWithNoTests"],
    {
      cwd: copy,
      stdio: "ignore",
      timeout: stageLimit,
      killSignal: "SIGKILL",
    },
  );
  return status === 0;
}
