import { expect, test } from "vitest";
import type { PrintAnswer } from "#shared/print/print-answers.ts";
import { NoAnswer, Refusal } from "../../../web/src/api/client.ts";
import { follow, followOn, TookTooLong } from "../../../web/src/officer/follow.ts";

const at = (state: PrintAnswer["state"], drawn = 0): PrintAnswer => ({
  state,
  drawn,
  total: 3,
  withoutPhoto: 0,
  withoutCard: 0,
  activated: 0,
  parts: [],
  lacking: [],
});

const isDone = ({ state }: PrintAnswer) => state === "ready" || state === "failed";

/** Follows a print that gives these answers, the last of them again and again; time passes at once. */
function followed(answers: readonly PrintAnswer[], stopAt?: number) {
  const seen: PrintAnswer[] = [];
  const waits: number[] = [];
  const waiting = new AbortController();
  const what = {
    read: async () => answers[Math.min(waits.length, answers.length - 1)] ?? at("waiting"),
    isDone,
  };
  const pause = async (ms: number) => {
    waits.push(ms);
    if (waits.length === stopAt) waiting.abort();
  };
  const done = follow(what, (print) => seen.push(print), waiting.signal, pause);
  return { done, seen, waits };
}

test.each(["ready", "failed"] as const)("a print is followed until it is %s", async (end) => {
  const answers = [at("waiting"), at("drawing", 1), at(end, 3)];
  const { done, seen, waits } = followed(answers);
  await done;

  expect(seen).toEqual(answers);
  expect(waits).toHaveLength(2);
});

test("a print that takes long is asked for less often, and not for ever", async () => {
  const { done, waits } = followed([at("drawing", 1)]);

  await expect(done).rejects.toThrow(NoAnswer);
  expect([waits[0], waits.at(-1)]).toEqual([1000, 3000]);
  const minutes = waits.reduce((sum, ms) => sum + ms, 0) / 60_000;
  expect(minutes).toBeGreaterThan(10);
  expect(minutes).toBeLessThan(20);
});

test("a page that was left asks no more", async () => {
  const { done, seen } = followed([at("drawing", 1)], 2);
  await done;

  expect(seen).toHaveLength(2);
});

test("a refusal is told at once", async () => {
  const refusal = new Refusal({ status: 404, code: "not-found", reference: "" });
  const what = { read: () => Promise.reject(refusal), isDone };
  const following = follow(what, () => undefined, new AbortController().signal);

  await expect(following).rejects.toBe(refusal);
});

test("after a broken link it goes on by itself, in longer pauses until somebody answers", async () => {
  const answers = [new NoAnswer("down"), new NoAnswer("down"), at("drawing", 1), at("ready", 3)];
  const read = async () => {
    const answer = answers.shift() ?? at("waiting");
    if (answer instanceof NoAnswer) throw answer;
    return answer;
  };
  const seen: string[] = [];
  const waits: number[] = [];
  const told = {
    onProgress: ({ state }: PrintAnswer) => seen.push(state),
    onLost: ({ message }: NoAnswer) => seen.push(message),
  };
  const pause = async (ms: number) => void waits.push(ms);
  const what = { read, isDone, pauseMs: () => 0 };
  await followOn(what, told, new AbortController().signal, pause);

  expect(seen).toEqual(["down", "down", "drawing", "ready"]);
  expect(waits).toHaveLength(2);
});

test("it does not after a refusal, nor when it takes too long, nor on a page that was left", async () => {
  const refusal = new Refusal({ status: 404, code: "not-found", reference: "" });
  const page = new AbortController();
  const told = { onProgress: () => undefined, onLost: () => page.abort() };
  const failing = (error: Error) =>
    followOn({ read: () => Promise.reject(error), isDone }, told, page.signal, async () => {});

  await expect(failing(refusal)).rejects.toBe(refusal);
  await expect(failing(new TookTooLong("late"))).rejects.toThrow("late");
  await expect(failing(new NoAnswer("down"))).resolves.toBeUndefined();
});
