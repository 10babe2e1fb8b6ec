import { expect, test } from "vitest";
import {
  type Bulk,
  type BulkId,
  type BulkKinds,
  BulkMissing,
  bulkKinds,
  type Stepped,
} from "#shared/bulk/bulk.ts";
import { bulkOf } from "#shared/bulk/bulk-queue.ts";
import { type DoStep, doStep, repairBulks } from "#shared/bulk/do-step.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { aBulk } from "../../support/bulk-table-contract.ts";
import { BulksInMemory } from "../../support/bulks-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { writeInMemory } from "../../support/steps-in-memory.ts";

const { id } = aBulk();

const everyKind = (step: BulkKinds["import"]["step"]) => keyed(bulkKinds, () => ({ step }));

/** Work of five people, two in a step. Whoever is done twice is done once. */
function aWorld() {
  const bulks = new BulksInMemory();
  writeInMemory([bulks.starting(aBulk())]);
  const done = new Set<number>();
  const messages: BulkId[] = [];
  const clock = new FakeClock("2026-11-26T03:00:00.000Z");
  const step = async ({ cursor }: Bulk): Promise<Stepped> => {
    const from = Number(cursor);
    for (let i = from; i < Math.min(from + 2, 5); i++) done.add(i);
    const count = Math.min(2, 5 - from);
    return {
      next: from + 2 < 5 ? String(from + 2) : undefined,
      done: count,
      unchanged: 0,
      refused: 0,
    };
  };
  const dependencies: DoStep = {
    bulks,
    steps: { send: async (sent) => void messages.push(sent) },
    kinds: everyKind(step),
    clock,
  };
  return { bulks, done, messages, clock, dependencies };
}

test("each message is one step, and the last one ends it", async () => {
  const { bulks, done, messages, dependencies } = aWorld();

  const outcomes = [];
  for (let i = 0; i < 4; i++) outcomes.push(await doStep(dependencies, id));

  expect(outcomes).toEqual(["moved", "moved", "done", "over"]);
  expect(messages).toEqual([id, id]);
  expect(done.size).toBe(5);
  expect(await bulks.find(id)).toMatchObject({ state: "done", done: 5 });
});

test("wherever a worker dies, the message that comes again ends it with the same counts", async () => {
  let deaths = 0;
  for (let fatal = 1; ; fatal++) {
    const { bulks, messages, dependencies } = aWorld();
    let calls = 0;
    const mortal =
      <Args extends unknown[], Answer>(call: (...args: Args) => Promise<Answer>) =>
      async (...args: Args): Promise<Answer> => {
        const answer = await call(...args);
        if (++calls === fatal) throw new Error("died");
        return answer;
      };
    const dying: DoStep = {
      ...dependencies,
      bulks: {
        find: mortal((of) => bulks.find(of)),
        move: mortal((...moved) => bulks.move(...moved)),
        stop: mortal((...stopped) => bulks.stop(...stopped)),
      },
      steps: { send: mortal(dependencies.steps.send) },
      kinds: everyKind(mortal(dependencies.kinds.import.step)),
    };
    messages.push(id);
    // SQS takes a message away only when its handler has returned.
    while (messages.length > 0) {
      const outcome = await doStep(dying, id).catch(() => "died");
      if (outcome === "died") deaths += 1;
      else messages.shift();
    }
    expect(await bulks.find(id)).toMatchObject({ state: "done", done: 5 });
    if (calls < fatal) break;
  }
  // Three steps of find, step, move; two messages; and the "over" of the message that was sent twice.
  expect(deaths).toBeGreaterThanOrEqual(11);
});

test("of two workers with the same step one goes on", async () => {
  const { bulks, messages, dependencies } = aWorld();

  const outcomes = await Promise.all([doStep(dependencies, id), doStep(dependencies, id)]);

  expect(outcomes.toSorted()).toEqual(["moved", "raced"]);
  expect(messages).toEqual([id]);
  expect(await bulks.find(id)).toMatchObject({ done: 2 });
});

test("what was stopped is over at the next step", async () => {
  const { bulks, done, dependencies, clock } = aWorld();
  await doStep(dependencies, id);
  await bulks.stop(id, { why: "asked", at: clock.now() });

  expect(await doStep(dependencies, id)).toBe("over");
  expect(done.size).toBe(2);
});

test("however it ends, what is left to do is done with the last counts, and again where the message comes again", async () => {
  const endsOf = async (act: (world: ReturnType<typeof aWorld>) => Promise<unknown>) => {
    const world = aWorld();
    const ends: Bulk[] = [];
    const { step } = world.dependencies.kinds.import;
    const end = async (bulk: Bulk) => void ends.push(bulk);
    await act({
      ...world,
      dependencies: { ...world.dependencies, kinds: keyed(bulkKinds, () => ({ step, end })) },
    });
    return ends.map(({ state, done }) => ({ state, done }));
  };

  const whole = await endsOf(async ({ dependencies }) => {
    for (let i = 0; i < 4; i++) await doStep(dependencies, id);
  });
  expect(whole).toEqual([
    { state: "done", done: 5 },
    { state: "done", done: 5 },
  ]);
  const stopped = await endsOf(async ({ bulks, dependencies, clock }) => {
    await doStep(dependencies, id);
    await bulks.stop(id, { why: "asked", at: clock.now(), by: "emp_budi" });
    await doStep(dependencies, id);
  });
  expect(stopped).toEqual([{ state: "stopped", done: 2 }]);
});

test("a step that needs what is gone stops it, and says so", async () => {
  const { bulks, messages, dependencies } = aWorld();
  const step = async () => {
    throw new BulkMissing("Its pages are gone.");
  };

  expect(await doStep({ ...dependencies, kinds: everyKind(step) }, id)).toBe("missing");
  expect(await bulks.find(id)).toMatchObject({ state: "stopped", stop: "missing" });
  expect(messages).toEqual([]);
});

test("another failure is passed on, and nothing has moved", async () => {
  const { bulks, dependencies } = aWorld();
  const step = async () => {
    throw new Error("DynamoDB has no capacity.");
  };

  await expect(doStep({ ...dependencies, kinds: everyKind(step) }, id)).rejects.toThrow("capacity");
  expect(await bulks.find(id)).toMatchObject({ state: "running", cursor: "" });
});

test("the reconciler asks once for a step that is lost, and gives up after a day without one", async () => {
  const { bulks, messages, clock } = aWorld();
  const givenUp: BulkId[] = [];
  const repair = () =>
    repairBulks({
      ...{ bulks, clock, onBulkGivenUp: (of) => givenUp.push(of) },
      bulkSteps: { send: async (sent) => void messages.push(sent) },
    });

  expect(await repair()).toEqual({ bulks: 0 });
  clock.advance({ minutes: 3 });
  expect(await Promise.all([repair(), repair()])).toContainEqual({ bulks: 1 });
  expect(messages).toEqual([id]);
  clock.advance({ days: 1 });
  await Promise.all([repair(), repair()]);
  // The worker does what is left to do of it.
  expect(messages).toEqual([id, id]);
  expect(givenUp).toEqual([id]);
  expect(await bulks.find(id)).toMatchObject({ state: "stopped", stop: "given-up" });
});

test.each(["", "{}", '{"bulkId":"emp_siti"}', '{"bulkId":"blk_../x"}'])(
  "%j is not a message of ours",
  (body) => {
    expect(() => bulkOf(body)).toThrow();
  },
);
