import { expect, test } from "vitest";
import { oneAtATime } from "../../../web/src/photo/one-at-a-time.ts";

/** A job that ends when it is told to. */
function job() {
  const begun: AbortSignal[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const run = (givenUp: AbortSignal) => {
    begun.push(givenUp);
    return promise;
  };
  return { begun, run, end: resolve };
}

test("what is asked for twice is done once, and can be asked for again when it has ended", async () => {
  const [work, { begun, run, end }] = [oneAtATime(), job()];
  const both = [work.run(run), work.run(run)];
  expect(begun).toHaveLength(1);
  expect(work.isBusy()).toBe(true);
  end();
  await Promise.all(both);
  expect(work.isBusy()).toBe(false);
  await work.run(run);
  expect(begun).toHaveLength(2);
});

test("what failed can be asked for again", async () => {
  const work = oneAtATime();
  await expect(work.run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(work.isBusy()).toBe(false);
});

test("what was given up is told so, and neither keeps the next one waiting nor ends it", async () => {
  const [work, first, next] = [oneAtATime(), job(), job()];
  const given = work.run(first.run);
  work.giveUp();
  expect(first.begun[0]?.aborted).toBe(true);
  void work.run(next.run);
  first.end();
  await given;
  expect(next.begun[0]?.aborted).toBe(false);
  expect(work.isBusy()).toBe(true);
});
