/**
 * `npm test` runs everything, but of the browser's stories a third and of large matrices some cells, drawn by a seed (--seed N repeats a
 * run); `npm run test:all` (--all) every story and cell; `npm run check` (--quick) leaves out the embedded cloud, the browser and what
 * computes for long.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { whenCallerIsGone } from "../local/start/caller.ts";
import { seedIn, storiesOf } from "./drawn-stories.ts";
import { outcomeOf } from "./failed-tests.ts";

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    all: { type: "boolean", default: false },
    seed: { type: "string", default: String(randomInt(1_000_000)) },
  },
});
const seed = seedIn(options.seed);
if (seed === undefined) {
  process.stderr.write(`--seed takes a whole number from 0 on, and "${options.seed}" is none.\n`);
  process.exit(1);
}
const isQuick = options.quick;
/** A step that hangs fails: the longest, the journeys, takes some twenty minutes on two cores, all of them in both languages an hour and a half. In ms. */
const stepLimit = (options.all ? 180 : 55) * 60_000;
/** Drawn from all of them, unless all are wanted. */
const stories = options.all ? [] : storiesOf(seed);
/** Read by test/support/cells.ts and test/journeys/support/visitor.ts. */
const wishes = {
  ...{ TEST_SEED: options.seed, PICTURES: "of failures" },
  ...(options.all && { TEST_CELLS: "all" }),
};
const reports = join("dist", "test-reports");

interface Step {
  readonly name: string;
  /** A script of a package, run under this Node. */
  readonly command: readonly string[];
}

const bin = (name: string, ...args: string[]): readonly string[] => [
  join("node_modules", name),
  ...args,
];
const vitest = (
  name: string,
  projects: readonly string[],
  files: readonly string[] = [],
): Step => ({
  name,
  command: bin(
    join("vitest", "vitest.mjs"),
    "run",
    ...projects.flatMap((project) => ["--project", project]),
    ...files,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${join(reports, `${name}.json`)}`,
  ),
});

const staticChecks: readonly Step[] = [
  { name: "format and lint", command: bin(join("@biomejs", "biome", "bin", "biome"), "ci", ".") },
  { name: "types", command: bin(join("typescript", "bin", "tsc")) },
  { name: "types of web", command: bin(join("typescript", "bin", "tsc"), "-p", "web") },
  { name: "dead code", command: bin(join("knip", "bin", "knip.js")) },
];
/** What synthesis packs: the infrastructure tests look at it. */
const build: Step = { name: "build", command: [join("infra", "build-all.ts")] };
const unit = vitest("unit", ["unit"]);
const infra = vitest("infra", ["infra"]);
const suites: readonly Step[] = isQuick
  ? [unit, infra]
  : [
      unit,
      infra,
      vitest("conformance", ["conformance"]),
      vitest("computing", ["pictures", "simulation"]),
      vitest("faults", ["faults"]),
      vitest("journeys", ["journeys"], stories),
    ];

/** What is running now; it goes with this process. */
const running = new Set<ChildProcess>();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(1);
  });
whenCallerIsGone(() => process.kill(process.pid, "SIGTERM"));

mkdirSync(reports, { recursive: true });
const failures: string[] = [];
if (!isQuick)
  process.stdout.write(
    options.all
      ? "Every story, in both languages, and every cell of every matrix.\n"
      : `${stories.length} stories, and cells of large matrices, are drawn by seed ${options.seed}: npm test -- --seed ${options.seed} repeats them.\n`,
  );
await run(build);
// Each of two cores takes the next one, so that both are busy to the end.
const first = [unit, infra, ...staticChecks];
await Promise.all([inTurn(first), inTurn(first)]);
await inTurn(suites.filter((step) => step !== unit && step !== infra));
summarise();

/** @param steps of which each is taken away before it runs */
async function inTurn(steps: Step[]): Promise<void> {
  for (let step = steps.shift(); step; step = steps.shift()) await run(step);
}

/** Runs a step and shows what it prints once it is done, so that steps side by side stay readable. */
async function run({ name, command }: Step): Promise<void> {
  const started = performance.now();
  const child = spawn(process.execPath, command, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...wishes },
    timeout: stepLimit,
    killSignal: "SIGKILL",
  });
  running.add(child);
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => output.push(chunk));
  const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
  running.delete(child);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const isSuite = suites.some((suite) => suite.name === name);
  if (status !== 0 || isSuite) process.stdout.write(Buffer.concat(output));
  process.stdout.write(`${status === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)\n`);
  if (status !== 0) failures.push(name);
}

function summarise(): void {
  const outcomes = suites.map(({ name }) =>
    outcomeOf(join(reports, `${name}.json`), process.cwd()),
  );
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  if (failures.length > 0) process.stdout.write(`\nFailed: ${failures.join(", ")}\n`);
  for (const each of outcomes.flatMap((outcome) => outcome.failures))
    process.stdout.write(`  ${each}\n`);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0;
}
