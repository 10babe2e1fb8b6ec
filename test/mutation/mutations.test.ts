import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mutationsOf } from "./mutations.ts";

test.each([
  [
    "const a = (b: number) => b < 3;",
    ["const a = (b: number) => b <= 3;", "const a = (b: number) => b < 4;"],
  ],
  [
    "if (a && !b) throw c;",
    ["if (!(a && !b)) throw c;", "if (a || !b) throw c;", "if (a && b) throw c;", "if (a && !b) ;"],
  ],
  ["await save(a as Item);", [";"]],
  ['x("a" + b, a + b);', [";", 'x("" + b, a + b);', 'x("a" + b, a - b);']],
  ['x = { "a": "b", c: true };', [";", 'x = { "a": "", c: true };', 'x = { "a": "b", c: false };']],
])("%s has these changes", (source, changed) => {
  const all = mutationsOf(source).map(
    ({ start, end, replacement }) => source.slice(0, start) + replacement + source.slice(end),
  );
  expect(all.sort()).toEqual([...changed].sort());
});

test("imports stay as they are", () => {
  expect(mutationsOf('import a from "b"; export * from "c";')).toEqual([]);
});

test("a place is told by its line", () => {
  expect(mutationsOf("type A = string;\n\nx(1);").map(({ line }) => line)).toEqual([3, 3]);
});

test("a real file of the product can be changed", () => {
  expect(mutationsOf(readFileSync("shared/employee/nip.ts", "utf8")).length).toBeGreaterThan(10);
});
