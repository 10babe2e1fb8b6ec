import { expect, test } from "vitest";
import { once } from "#shared/runtime/once.ts";

test("a value is made when it is first asked for, and once", () => {
  const made: string[] = [];
  const value = once(() => {
    made.push("made");
    return undefined;
  });

  expect(made).toEqual([]);
  expect([value(), value()]).toEqual([undefined, undefined]);
  expect(made).toEqual(["made"]);
});

test("what failed is tried anew", () => {
  let tries = 0;
  const value = once(() => {
    tries += 1;
    if (tries === 1) throw new Error("not yet");
    return tries;
  });

  expect(value).toThrow("not yet");
  expect([value(), value()]).toEqual([2, 2]);
});

test("a promise that is rejected is forgotten: the next call tries anew, and the one after has that", async () => {
  let tries = 0;
  const value = once(async () => {
    tries += 1;
    if (tries === 1) throw new Error("not yet");
    return tries;
  });

  const both = [value(), value()];
  await expect(both[0]).rejects.toThrow("not yet");
  await expect(both[1]).rejects.toThrow("not yet");
  expect(await Promise.all([value(), value()])).toEqual([2, 2]);
});
