/** Two deciders, decisions of what is withdrawn, deadlines at the same second: 2,000 histories, none wrong, and each rule is missed when it is left out. */
import fc, { type Scheduler } from "fast-check";
import { expect, test } from "vitest";
import type { Requests } from "#shared/request/requests.ts";
import { logger } from "#shared/runtime/logger.ts";
import { stepInMemory, writeInMemory } from "../../support/steps-in-memory.ts";
import { People, type Step, steps } from "./people.ts";
import { type Broken, siti, World } from "./world.ts";

// Thousands of injected failures are no news.
logger.setLogLevel("SILENT");

async function runHistory(
  scheduler: Scheduler,
  random: () => number,
  history: readonly Step[],
  broken: Broken,
) {
  const world = new World(scheduler, random, broken);
  const people = new People(world, broken);
  const running: Promise<void>[] = [];
  for (const step of history) {
    const act = people.act(step);
    // What fails after another act has failed is told to nobody.
    act.catch(() => {});
    running.push(act);
    // Without it nothing of an act has begun.
    await Promise.resolve();
    for (let i = 0; i < step.pauses && scheduler.count() > 0; i++) await scheduler.waitOne();
    await world.checkEverything();
  }
  await scheduler.waitFor(Promise.all(running));
  await world.checkEverything();
  return world;
}

/** Seeded randomness for faults. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

async function play(runs: number, broken: Broken = {}) {
  const ends = new Map<string, number>();
  const property = fc.asyncProperty(
    fc.scheduler(),
    fc.integer(),
    steps,
    async (scheduler, seed, history) => {
      const { stored } = await runHistory(scheduler, randomOf(seed), history, broken);
      for (const { kind, state } of await stored.of(siti.id, { limit: 9 }))
        for (const end of [state, `${kind} ${state}`]) ends.set(end, (ends.get(end) ?? 0) + 1);
    },
  );
  const details = await fc.check(property, { numRuns: runs, seed: 2026, endOnFailure: true });
  const failure = details.failed ? String(details.errorInstance) : undefined;
  return { failure, ends, histories: details.numRuns };
}

test("2,000 histories, and none ends wrong", async () => {
  const { failure, ends, histories } = await play(2000);

  expect(failure).toBeUndefined();
  expect(histories).toBe(2000);
  for (const state of ["submitted", "clarifying", "approved", "rejected", "withdrawn", "expired"])
    expect(ends.get(state) ?? 0, state).toBeGreaterThan(20);
  for (const kind of ["data-change", "new-photo", "wrong-data"])
    expect(ends.get(`${kind} approved`) ?? 0, kind).toBeGreaterThan(20);
});

test.each<readonly [string, Broken]>([
  ["roles are not held to at the write", { isStanding: false }],
  [
    "nothing keeps a second one of a group away",
    {
      requests: (real) => ({
        ...bound(real),
        save: async (move) =>
          writeInMemory(real.saving(move).filter(({ taken }) => taken !== "request-open")),
      }),
    },
  ],
  [
    "a freeze is read and not held to at the write",
    { freezes: (real) => ({ ...real, unfrozen: () => stepInMemory("request-held", anyway) }) },
  ],
  [
    "the days of a question go on while its person cannot sign in",
    { freezes: (real) => ({ ...real, insideSince: async () => undefined }) },
  ],
  [
    "they do not begin anew when the freeze ends",
    {
      freezes: (real) => ({
        ...real,
        insideSince: async (person) =>
          (await real.isFrozen(person)) ? await real.insideSince(person) : undefined,
      }),
    },
  ],
  [
    "whoever writes last wins",
    {
      requests: (real) => ({
        ...bound(real),
        save: async ({ before, ...move }) => {
          const newest = before && (await real.find(before.id));
          await real.save({
            before: newest,
            ...move,
            after: { ...move.after, version: (newest?.version ?? 0) + 1 },
          });
        },
      }),
    },
  ],
])("a history goes wrong when %s", async (_, broken) => {
  expect((await play(2000, broken)).failure).toBeDefined();
});

const anyway = { holds: () => true, write: () => {} };

function bound(real: Requests) {
  return {
    find: real.find.bind(real),
    findAll: real.findAll.bind(real),
    of: real.of.bind(real),
    waiting: real.waiting.bind(real),
    ended: real.ended.bind(real),
    due: real.due.bind(real),
    unanswered: real.unanswered.bind(real),
    saving: real.saving.bind(real),
    save: real.save.bind(real),
  };
}
