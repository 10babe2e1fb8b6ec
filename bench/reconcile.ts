/** What a run of the reconciler costs, by how much happened and by how much is open. */

import { reconcile as runReconciler } from "#shared/card/reconcile.ts";
import { SignatureTable } from "#shared/card/signature-table.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Bench } from "./bench.ts";
import { median, rounded, timed } from "./measure.ts";
import type { Counted } from "./reconcile/call-count.ts";
import { walkChanges } from "./reconcile/changes-by-day.ts";
import { drawn, peopleFrom, storeForWalk, withSomeOpen } from "./reconcile/people.ts";
import { startWorld, type World } from "./reconcile/world.ts";

const openCards = 100;
const openUploads = 20;
/** A run is short: the median of some. */
const runs = 5;
/** From the changes, which came in one import, to the runs: all are old enough to be looked at. */
const laterMs = 30 * 60_000;

interface Measured extends Counted {
  readonly cpuMs: number;
}

export const reconcile: Bench = {
  about: `on the embedded cloud's DynamoDB, S3 and SQS: a run of the reconciler after as many thousand changes as --rounds says, and after a tenth of them, with nothing open and with ${openCards} cards and ${openUploads} uploads open; after the tenth beside the walk of before, which read the card of each change. CPU time includes the embedded cloud's`,
  rounds: 100,
  async measure({ rounds }) {
    const world = await startWorld();
    try {
      const changedAt = new Date();
      const now = new Date(changedAt.getTime() + laterMs);
      const some = peopleFrom({ first: 0, count: openCards, changedAt });
      const [few, all] = [rounds * 100, rounds * 1000];
      const people = peopleFrom({ first: 0, count: few, changedAt });
      await drawn(world, people);
      await storeForWalk(world, people);
      const walk = await measureWalk(world, now, few);
      const early = await measureRuns(world, now, some);
      await drawn(world, peopleFrom({ first: few, count: all - few, changedAt }));
      const late = await measureRuns(world, now, some);
      return {
        lines: [
          `${few} changes, walk, nothing open: ${callsOf(walk)}`,
          ...linesOf(few, early),
          ...linesOf(all, late),
        ],
        ratios: {
          [`read units of the walk, ${few} changes`]: over(walk, early.quiet, "readUnits"),
          [`CPU of the walk, ${few} changes`]: over(walk, early.quiet, "cpuMs"),
          [`read units, ${few} over ${all} changes`]: over(early.quiet, late.quiet, "readUnits"),
        },
        figures: {
          ...figuresOf(`walk, ${few} changes, nothing open`, walk),
          ...figuresOf(`run, ${few} changes, nothing open`, early.quiet),
          ...figuresOf(`run, ${few} changes, some open`, early.busy),
          ...figuresOf(`run, ${all} changes, nothing open`, late.quiet),
          ...figuresOf(`run, ${all} changes, some open`, late.busy),
        },
      };
    } finally {
      await world.stop();
    }
  },
};

type BothStates = Readonly<Record<"quiet" | "busy", Measured>>;

async function measureRuns(
  world: World,
  now: Date,
  some: readonly Employee[],
): Promise<BothStates> {
  const signatures = new SignatureTable(world.db, world.tables.cards);
  const run = (uploads: number, redraws: number) => async () => {
    const outcome = await runReconciler({
      ...{ ...world, signatures, random: Math.random, clock: { now: () => now } },
      onGivenUp: ({ id }) => {
        throw new Error(`${id} was given up after ${laterMs} ms.`);
      },
    });
    expectFound(outcome.uploads, uploads);
    expectFound(outcome.redraws, redraws);
  };
  const quiet: Measured[] = [];
  const busy: Measured[] = [];
  for (let i = 0; i < runs; i++) {
    quiet.push(await measured(world, run(0, 0)));
    const work = () => measured(world, run(openUploads, openCards));
    busy.push(await withSomeOpen(world, some, { uploads: openUploads, work }));
  }
  return { quiet: middle(quiet), busy: middle(busy) };
}

/** What is open makes no difference to it: it reads all the same. */
function measureWalk(world: World, now: Date, changes: number): Promise<Measured> {
  return measured(world, async () => {
    const { looked, redraws } = await walkChanges(world, now);
    expectFound(looked, changes);
    expectFound(redraws, 0);
  });
}

async function measured({ count }: World, work: () => Promise<void>): Promise<Measured> {
  count.take();
  const { cpuMs } = await timed(work);
  return { ...count.take(), cpuMs };
}

/** What is counted is the same each time. */
function middle(all: readonly Measured[]): Measured {
  const counts = new Set(all.map(({ cpuMs: _, ...counted }) => JSON.stringify(counted)));
  const [first] = all;
  if (!first || counts.size > 1) throw new Error(`Equal runs were counted as ${[...counts]}.`);
  return { ...first, cpuMs: median(all.map(({ cpuMs }) => cpuMs)) };
}

function expectFound(found: number, expected: number): void {
  if (found !== expected) throw new Error(`It found ${found} where there are ${expected}.`);
}

function over(these: Measured, those: Measured, what: "readUnits" | "cpuMs"): number {
  return rounded(these[what] / those[what]);
}

function figuresOf(name: string, { readUnits, calls, cpuMs }: Measured): Record<string, number> {
  return {
    [`${name}: read units`]: readUnits,
    [`${name}: calls`]: Object.values(calls).reduce((sum, each) => sum + each, 0),
    [`${name}: CPU ms`]: rounded(cpuMs),
  };
}

function linesOf(changes: number, { quiet, busy }: BothStates): string[] {
  return [
    `${changes} changes, run, nothing open: ${callsOf(quiet)}`,
    `${changes} changes, run, some open: ${callsOf(busy)}`,
  ];
}

function callsOf({ calls }: Measured): string {
  return Object.entries(calls)
    .map(([name, times]) => `${times} ${name.replace("Command", "")}`)
    .join(", ");
}
