import { beforeEach, expect, test, vi } from "vitest";
import { eachOf } from "#shared/runtime/each-of.ts";
import { logger } from "#shared/runtime/logger.ts";
import { FakeClock } from "../../support/fake-clock.ts";

beforeEach(() => {
  vi.spyOn(logger, "error").mockReturnValue();
  vi.spyOn(logger, "warn").mockReturnValue();
});

const asked = { part: "things", items: ["a", "b", "c"], idOf: (item: string) => `thing_${item}` };

test("each is tried, each that fails is named, and the first failure is what it ends with", async () => {
  const done: string[] = [];
  const run = eachOf({ clock: new FakeClock() }, asked, async (item) => {
    if (item !== "b") throw new RangeError(`no ${item}`);
    done.push(item);
  });
  await expect(run).rejects.toThrow("no a");
  expect(done).toEqual(["b"]);
  const named = { part: "things", error: "RangeError" };
  expect(vi.mocked(logger.error).mock.calls).toMatchObject([
    ["job.item-failed", { ...named, id: "thing_a" }],
    ["job.item-failed", { ...named, id: "thing_c" }],
  ]);
});

test("nothing is begun once the time is over, and the log says how many are left", async () => {
  const clock = new FakeClock();
  const until = new Date(clock.now().getTime() + 60_000);
  const done: string[] = [];
  await eachOf({ clock, until }, asked, async (item) => {
    done.push(item);
    clock.advance({ seconds: 30 });
  });
  expect(done).toEqual(["a", "b"]);
  expect(vi.mocked(logger.warn).mock.calls).toEqual([
    ["job.cut-short", { part: "things", left: 1 }],
  ]);
});
