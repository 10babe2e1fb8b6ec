/** An agency's file, judged and applied: whether ten times the people take ten times as long, and how much memory. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bench } from "./bench.ts";
import { type MadeKind, madeFile } from "./import/made-files.ts";
import { inProcess, type Measured } from "./import/worker.ts";
import { startWorld, type World } from "./import/world.ts";
import { median, rounded } from "./measure.ts";

const kinds: readonly MadeKind[] = ["CSV", "Excel"];
const sizes = [100_000, 10_000, 1_000] as const;
/** What the others are compared with: of 1,000 rows the warm-up is most. */
const usual = 10_000;
const works = ["read", "judge", "apply"] as const;
type Work = (typeof works)[number];

export const importFiles: Bench = {
  about:
    "an agency's file in SIASN's layout, done as import-judge and bulk-worker do it, with their adapters on the embedded cloud, in a process of its own: CPU time of a row, and memory alive, over those at 10,000 rows (0.67 to 1.5: linear, and flat). «read» is the file alone, without tables. Up to 2,500 people have a record; of an import 500 people are applied at its beginning and 500 at its end",
  rounds: 1,
  async measure({ rounds }) {
    const world = await startWorld();
    const figures: Record<string, number> = {};
    const ratios: Record<string, number> = {};
    try {
      for (const kind of kinds) {
        const runs: (Run & { readonly size: number })[] = [];
        for (const size of sizes)
          for (let round = 0; round < rounds; round++)
            runs.push({ size, ...(await measureFile(world, kind, size)) });
        for (const work of works) {
          const of = (size: number) =>
            sumOf(
              runs.filter((run) => run.size === size),
              work,
            );
          for (const size of sizes)
            Object.assign(figures, figuresOf(`${kind}, ${work} ${size}`, of(size)));
          for (const size of sizes.filter((each) => each !== usual)) {
            ratios[`${kind}, ${work}: CPU of a row of ${size}`] = rounded(
              of(size).cpu / of(usual).cpu,
            );
            ratios[`${kind}, ${work}: memory at ${size}`] = rounded(of(size).live / of(usual).live);
          }
        }
      }
    } finally {
      await world.stop();
    }
    return { ratios, figures };
  },
};

type Run = Readonly<Record<Work, Measured>>;

async function measureFile(world: World, kind: MadeKind, size: number): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), "kartu-bench-import-"));
  try {
    return await measureWorks(world, kind, { size, path: join(folder, "file") });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureWorks(
  world: World,
  kind: MadeKind,
  { size, path }: { readonly size: number; readonly path: string },
): Promise<Run> {
  const file = madeFile(kind, size);
  writeFileSync(path, file);
  const places = await world.bring(file, path);
  const read = await inProcess("read", places, false);
  const readAgain = await inProcess("read", places, true);
  const judge = await inProcess("judge", places, false);
  if (judge.count !== size) throw new Error(`${judge.count} of ${size} rows were read.`);
  await world.rewind(places);
  const { liveMb } = await inProcess("judge", places, true);
  await world.approve(places);
  // Nobody is applied twice: time is taken of the steps alone, and memory between them.
  const run = {
    read: { ...read, liveMb: readAgain.liveMb },
    judge: { ...judge, liveMb },
    apply: await inProcess("apply", places, true),
  };
  console.warn(`${kind}, ${size} rows: done`);
  return run;
}

interface Sum {
  readonly seconds: number;
  readonly cpu: number;
  readonly live: number;
  readonly rss: number;
}

function sumOf(runs: readonly Run[], work: Work): Sum {
  const of = (value: (measured: Measured) => number) => median(runs.map((run) => value(run[work])));
  return {
    seconds: of(({ wallMs }) => wallMs / 1000),
    cpu: of(({ cpuMs, count }) => (1000 * cpuMs) / count),
    live: of(({ liveMb }) => liveMb),
    rss: of(({ rssMb }) => rssMb),
  };
}

function figuresOf(name: string, { seconds, cpu, live, rss }: Sum): Record<string, number> {
  return {
    [`${name}, seconds`]: rounded(seconds),
    [`${name}, CPU of a row, microseconds`]: rounded(cpu),
    [`${name}, memory alive, MB`]: rounded(live),
    [`${name}, process at its largest, MB`]: rounded(rss),
  };
}
