import { array, assert, asyncProperty, boolean, integer, nat, uniqueArray } from "fast-check";
import { expect, test } from "vitest";
import { type Delivery, deliverBatch } from "../../events/deliver-batch.ts";

/** A function that fails whenever it meets a poisonous record, and what became of the records. */
function receiver({
  poison,
  bisects = true,
  retries = 2,
  reports = false,
  tooOld = () => false,
}: {
  poison: ReadonlySet<number>;
  bisects?: boolean;
  retries?: number;
  reports?: boolean;
  tooOld?: (record: number, attempts: number) => boolean;
}) {
  const taken: number[] = [];
  const givenUp: { records: number[]; reason: string }[] = [];
  const checkpoints: number[] = [];
  const calls: number[][] = [];
  const delivery: Delivery<number> = {
    policy: { maximumRetryAttempts: retries, bisectsOnError: bisects },
    async invoke(records) {
      calls.push([...records]);
      const bad = records.findIndex((record) => poison.has(record));
      if (bad < 0) {
        taken.push(...records);
        return records.length;
      }
      if (!reports) throw new Error("poison");
      taken.push(...records.slice(0, bad));
      return bad;
    },
    isTooOld: (record) => tooOld(record, calls.length),
    checkpoint: (last) => checkpoints.push(last),
    giveUp: (records, reason) => givenUp.push({ records: [...records], reason }),
    pause: async () => undefined,
    isStopped: () => false,
  };
  return { delivery, taken, givenUp, checkpoints, calls };
}

test("a batch that is taken is taken once", async () => {
  const { delivery, taken, calls, checkpoints } = receiver({ poison: new Set() });

  await deliverBatch([1, 2, 3], delivery);

  expect({ taken, calls, checkpoints }).toEqual({
    taken: [1, 2, 3],
    calls: [[1, 2, 3]],
    checkpoints: [3],
  });
});

test("a poisonous record is found by halving and given up alone", async () => {
  const { delivery, taken, givenUp } = receiver({ poison: new Set([2]) });

  await deliverBatch([1, 2, 3, 4], delivery);

  expect(taken).toEqual([1, 3, 4]);
  expect(givenUp).toEqual([{ records: [2], reason: "RetryAttemptsExhausted" }]);
});

test("without halving the whole batch is given up", async () => {
  const { delivery, givenUp, calls } = receiver({ poison: new Set([2]), bisects: false });

  await deliverBatch([1, 2, 3], delivery);

  expect(calls).toHaveLength(3);
  expect(givenUp).toEqual([{ records: [1, 2, 3], reason: "RetryAttemptsExhausted" }]);
});

test("what was reported as taken is not delivered again", async () => {
  const { delivery, calls, checkpoints } = receiver({
    poison: new Set([3]),
    reports: true,
    retries: 0,
  });

  await deliverBatch([1, 2, 3], delivery);

  expect(calls).toEqual([[1, 2, 3], [3]]);
  expect(checkpoints).toEqual([2, 3]);
});

test("a record that has become too old is given up before it is tried again", async () => {
  const { delivery, calls, givenUp } = receiver({
    poison: new Set([1]),
    retries: -1,
    tooOld: (_, attempts) => attempts > 2,
  });

  await deliverBatch([1], delivery);

  expect(calls).toHaveLength(3);
  expect(givenUp).toEqual([{ records: [1], reason: "RecordAgeExceeded" }]);
});

test("each record is taken or given up, the good ones are taken in order, and the checkpoint only moves on", async () => {
  await assert(
    asyncProperty(
      integer({ min: 1, max: 20 }),
      uniqueArray(nat(19)),
      boolean(),
      nat(3),
      async (size, poison, reports, retries) => {
        const records = Array.from({ length: size }, (_, index) => index);
        const { delivery, ...seen } = receiver({ poison: new Set(poison), reports, retries });

        await deliverBatch(records, delivery);

        const bad = records.filter((record) => poison.includes(record));
        const good = records.filter((record) => !poison.includes(record));
        expect(seen.taken).toEqual(good);
        expect(seen.givenUp.flatMap(({ records }) => records)).toEqual(bad);
        expect(seen.checkpoints).toEqual([...seen.checkpoints].sort((a, b) => a - b));
        expect(seen.checkpoints.at(-1)).toBe(size - 1);
      },
    ),
  );
});

test("when the cloud stops nothing is checkpointed that was not taken", async () => {
  await assert(
    asyncProperty(array(boolean(), { maxLength: 5 }), async (outcomes) => {
      const { delivery, checkpoints } = receiver({ poison: new Set() });
      let stopped = false;
      const stopping: Delivery<number> = {
        ...delivery,
        isStopped: () => stopped,
        async invoke() {
          stopped = true;
          throw new Error("terminated");
        },
      };

      await deliverBatch(
        outcomes.map((_, index) => index),
        stopping,
      );

      expect(checkpoints).toEqual([]);
    }),
  );
});
