import { describe, expect, test } from "vitest";
import { type BackfillCards, backfillCards, inLooks, stopBackfill } from "#shared/card/backfill.ts";
import type { Backfill } from "#shared/card/backfill-progress.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { BackfillInMemory } from "../../support/backfill-in-memory.ts";
import { backfillTableContract } from "../../support/backfill-table-contract.ts";
import { CardsInMemory } from "../../support/cards-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";

describe("backfill in memory", () =>
  backfillTableContract(async () => {
    const cards = new CardsInMemory();
    return { cards, backfill: new BackfillInMemory(cards, { pageSize: 250 }) };
  }));

const idOf = (i: number): EmployeeId => `emp_${i}`;

/** Ten holders' cards, every third of them drawn in today's template already. */
async function setUp({ maxDepth = 1000 } = {}) {
  const cards = new CardsInMemory();
  for (let i = 0; i < 10; i++) {
    await cards.issue(idOf(i), "A2010", "2026-11-21");
    const templateVersion = i % 3 === 0 ? "t2" : "t1";
    await cards.point(idOf(i), {
      revision: 1,
      contentHash: `c${i}`,
      templateVersion,
      backs: "backs/t1/b",
      files: ["front-portrait.webp"],
      checkCode: "7K2Q9MXB",
      shortened: [],
    });
  }
  const waiting: EmployeeId[] = [];
  const asked: EmployeeId[] = [];
  const pauses: number[] = [];
  const table = new BackfillInMemory(cards);
  const world = {
    table,
    redrawQueue: {
      depth: async () => waiting.length,
      sendAll: async (ids: readonly EmployeeId[]) => {
        waiting.push(...ids);
        asked.push(...ids);
      },
    },
    goal: inLooks(new Set(["t2"])),
    maxDepth,
    // The renderer takes two messages meanwhile.
    sleep: async (milliseconds: number) => {
      pauses.push(milliseconds);
      waiting.splice(0, 2);
    },
    clock: new FakeClock(),
  } satisfies BackfillCards;
  return { world, cards, asked, waiting, pauses };
}

const older = [1, 2, 4, 5, 7, 8].map(idOf);

/** Goes on to the end. @returns the last progress it told of */
async function finish(world: BackfillCards): Promise<Backfill | undefined> {
  let last: Backfill | undefined;
  for await (const progress of backfillCards(world)) last = progress;
  return last;
}

test("every card in an older template is asked for once, and no other", async () => {
  const { world, asked } = await setUp();

  expect(await finish(world)).toMatchObject({ state: "done", seen: 10, asked: 6 });
  expect(asked).toEqual(older);
  expect(await world.table.find()).toMatchObject({ state: "done", goal: "t2" });
});

test("a card that has a number and was never drawn is asked for", async () => {
  const { world, asked, cards } = await setUp();
  await cards.issue("emp_new", "A2010", "2026-11-21");
  await finish(world);

  expect(asked).toEqual([...older, "emp_new"]);
});

test("it tells how far it is after every page", async () => {
  const { world } = await setUp();
  const told: number[] = [];
  for await (const { seen } of backfillCards(world)) told.push(seen);

  expect(told).toEqual([0, 3, 6, 9, 10]);
});

test("while enough messages wait nothing is added", async () => {
  const { world, waiting, pauses } = await setUp({ maxDepth: 1 });
  const depths: number[] = [];
  for await (const _ of backfillCards(world)) depths.push(waiting.length);

  // A page of three asks for two at most.
  expect(Math.max(...depths)).toBeLessThanOrEqual(1 + 2);
  expect(pauses.length).toBeGreaterThan(0);
});

test("a walk that is stopped by someone else ends at its next page, and goes on where it was", async () => {
  const { world, asked } = await setUp();
  const told: Backfill[] = [];
  for await (const progress of backfillCards(world)) {
    told.push(progress);
    if (progress.seen === 6) await stopBackfill(world);
  }
  expect(told.at(-1)?.seen).toBe(6);
  expect(await world.table.find()).toMatchObject({ state: "stopped", seen: 6 });

  expect(await finish(world)).toMatchObject({ state: "done", seen: 10, asked: 6 });
  // The page at hand had been sent when it learnt of the end: it is sent again.
  expect(asked).toEqual([...older.slice(0, 4), ...older.slice(4), ...older.slice(4)]);
});

test("a walk that waits for room notices that it was stopped", async () => {
  const { world } = await setUp({ maxDepth: 1 });
  const sleep = async () => void (await stopBackfill(world));

  expect(await finish({ ...world, sleep })).toMatchObject({ state: "running", seen: 3 });
  expect(await world.table.find()).toMatchObject({ state: "stopped", seen: 3 });
});

/** The process dies at this call of the table or the queue, after it had its effect. */
function dyingAt(world: BackfillCards, call: number): BackfillCards {
  let calls = 0;
  const die = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    if (++calls === call) throw new Error("killed");
    return result;
  };
  return {
    ...world,
    table: {
      find: () => die(world.table.find()),
      save: (progress) => die(world.table.save(progress)),
      page: (cursor) => die(world.table.page(cursor)),
    },
    redrawQueue: {
      depth: () => die(world.redrawQueue.depth()),
      sendAll: (ids) => die(world.redrawQueue.sendAll(ids)),
    },
  };
}

test.each(Array.from({ length: 18 }, (_, i) => i + 1))(
  "killed at its call %i and started again, it leaves nobody out and counts nobody twice",
  async (call) => {
    const { world, asked } = await setUp();
    await expect(finish(dyingAt(world, call))).rejects.toThrow("killed");
    // The last call writes that it is done: then a new walk begins.
    expect(await finish(world)).toMatchObject({ state: "done", seen: 10, asked: 6 });

    expect([...new Set(asked)].sort()).toEqual([...older].sort());
    const again = asked.length - older.length;
    expect(again).toBeLessThanOrEqual(call === 18 ? older.length : 2);
  },
);

test("who starts a second walk takes it over; the first ends and writes nothing more", async () => {
  const { world } = await setUp();
  const first = backfillCards(world);
  await first.next();
  await first.next();
  const second = backfillCards(world);

  expect((await second.next()).value).toMatchObject({ seen: 3 });
  expect(await first.next()).toEqual({ done: true, value: undefined });
  expect((await second.next()).value).toMatchObject({ seen: 6 });
});

test("of two that start at the same moment one is refused", async () => {
  const { world } = await setUp();
  const race = [backfillCards(world).next(), backfillCards(world).next()];
  const outcomes = await Promise.allSettled(race);

  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a card in the look of any agency is new, and another look of one begins a new walk", async () => {
  const { world, asked } = await setUp();

  const both = { ...world, goal: inLooks(new Set(["t2", "t1"])) };
  expect(await finish(both)).toMatchObject({ state: "done", seen: 10, asked: 0 });
  const walk = backfillCards(world);
  await walk.next();
  await walk.next();
  const changed = { ...world, goal: inLooks(new Set(["t2", "t2.7f3a9c12"])) };
  expect(await finish(changed)).toMatchObject({ state: "done", seen: 10, asked: 6 });
  expect(asked).toEqual([...older.slice(0, asked.length - older.length), ...older]);
});

test("a newer template begins a new walk, wherever the old one was", async () => {
  const { world, asked } = await setUp();
  const walk = backfillCards(world);
  await walk.next();
  await walk.next();
  asked.length = 0;

  expect(await finish({ ...world, goal: inLooks(new Set(["t3"])) })).toMatchObject({
    seen: 10,
    asked: 10,
  });
  expect(asked).toHaveLength(10);
});

test("after a walk that is done a new one asks only for what is still older", async () => {
  const { world, asked, cards } = await setUp();
  await finish(world);
  for (const id of older.slice(1))
    await cards.point(id, {
      revision: 1,
      contentHash: "c",
      templateVersion: "t2",
      backs: "backs/t1/b",
      files: ["front-portrait.webp"],
      checkCode: "7K2Q9MXB",
      shortened: [],
    });
  asked.length = 0;

  expect(await finish(world)).toMatchObject({ state: "done", seen: 10, asked: 1 });
  expect(asked).toEqual([older[0]]);
});

test("there is nothing to stop before the first walk, and after the last", async () => {
  const { world } = await setUp();
  expect(await stopBackfill(world)).toBeUndefined();
  await finish(world);

  expect(await stopBackfill(world)).toMatchObject({ state: "done" });
});
