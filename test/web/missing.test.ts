import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { transformSync } from "esbuild";
import { expect, test } from "vitest";

const module = transformSync(readFileSync("web/src/missing.ts", "utf8"), { loader: "ts" }).code;

/** @returns what an expression gives in a browser that lacks some built-ins, before and after our replacements came. */
function inBrowserWithout(names: string, expression: string): unknown {
  const browser = createContext({ AbortController, setTimeout, ...host });
  runInContext(`delete ${names}`, browser);
  expect(() => runInContext(expression, browser)).toThrow();
  runInContext(module, browser);
  return runInContext(expression, browser);
}

/** A browser's, without what is asked for: nothing of this process is taken away. */
const host = {
  AbortSignal: function AbortSignal() {},
  crypto: { getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes) },
};

test.each([
  ["Object.hasOwn", '[Object.hasOwn({ a: 1 }, "a"), Object.hasOwn({}, "toString")]', [true, false]],
  ["Array.prototype.at", "[[1, 2, 3].at(-1), [1].at(0), [1].at(1)]", [3, 1, undefined]],
  ["String.prototype.replaceAll", '"a.b.c".replaceAll(".", "")', "abc"],
  ["String.prototype.replaceAll", '"1 2-3".replaceAll(/[ -]/g, "")', "123"],
  ["String.prototype.replaceAll", '"abc".replaceAll(/b/g, (one) => one.toUpperCase())', "aBc"],
])("without %s, %s is right all the same", (name, expression, right) => {
  expect(inBrowserWithout(name, expression)).toEqual(right);
});

test("without crypto.randomUUID ids are UUIDs, each another", () => {
  const ids = String(
    inBrowserWithout("crypto.randomUUID", "[crypto.randomUUID(), crypto.randomUUID()]"),
  ).split(",");
  expect(ids).toHaveLength(2);
  for (const id of ids)
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(ids[0]).not.toBe(ids[1]);
});

test("without AbortSignal.timeout a signal aborts in time", async () => {
  const signal = inBrowserWithout("AbortSignal.timeout", "AbortSignal.timeout(1)");
  await expect.poll(() => signal).toMatchObject({ aborted: true });
});

test("what the page looks for is what the replacements put there, and nothing else", () => {
  const [looked, put] = [
    readFileSync("web/src/main.tsx", "utf8").matchAll(/^ {2}\[[\w.]+, "(\w+)"\],$/gm),
    module.matchAll(/put\(\s*[\w.]+,\s*"(\w+)"/g),
  ].map((matches) => Array.from(matches, ([, name]) => name).sort());
  expect(put).toHaveLength(5);
  expect(looked).toEqual(put);
});
