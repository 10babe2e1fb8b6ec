import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DoesNotFit,
  fitExact,
  fitFree,
  type Measure,
  softBreak,
  type TextStyle,
} from "#shared/render/fit-text.ts";

/** Every character is as wide as half its size. */
const measure: Measure = (text) => text.length / 2;
const style: TextStyle = { weight: 500, wordSpacing: 0 };
const steps = [
  { size: 20, lines: 1 },
  { size: 10, lines: 2 },
];

describe.each([
  ["exact", fitExact],
  ["free", fitFree],
])("a text that is %s", (_, setText) => {
  test("and short is as large as it may be", () => {
    expect(setText("Sumarno", style, 100, steps, measure)).toMatchObject({
      size: 20,
      lines: ["Sumarno"],
    });
  });

  test("and longer is smaller, on two lines of like length", () => {
    expect(setText("satu dua tiga empat lima", style, 100, steps, measure)).toMatchObject({
      size: 10,
      lines: ["satu dua tiga", "empat lima"],
    });
  });

  test("has spaces as wide as they are set", () => {
    const wide = { ...style, wordSpacing: 2 };

    expect(setText("a b", wide, 31, steps, measure).size).toBe(10);
    expect(setText("a b", style, 31, steps, measure).size).toBe(20);
  });
});

test("an exact text that has no room is an error, and never cut", () => {
  for (const text of ["satu dua tiga empat lima enam tujuh", "12345678901234567890123"])
    expect(() => fitExact(text, style, 70, steps, measure)).toThrow(DoesNotFit);
});

test("no letter of an exact text is lost or added, whatever it says and however wide its place is", () => {
  const word = fc.string({
    unit: fc.constantFrom(..."0123456789.-WMi"),
    minLength: 1,
    maxLength: 9,
  });
  const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(text, fc.integer({ min: 10, max: 300 }), (said, width) => {
      let lines: readonly string[];
      try {
        lines = fitExact(said, style, width, steps, measure).lines;
      } catch (error) {
        expect(error).toBeInstanceOf(DoesNotFit);
        return;
      }
      expect(lines.join(" ")).toBe(said);
    }),
    { numRuns: 2000, seed: 20261126 },
  );
});

test("a name of a site goes on in the next line where it may, and is whole", () => {
  const host = ["kartu-", "asn.", "contoh.", "example"];
  const { lines } = fitExact(host.join(softBreak), style, 74, steps, measure);

  expect(lines).toEqual(["kartu-asn.", "contoh.example"]);
  expect(lines.join("")).toBe(host.join(""));
});

test("a free text that is too long ends with an ellipsis, and that is told", () => {
  const long = "satu dua tiga empat lima enam tujuh delapan";

  expect(fitFree(long, style, 70, steps, measure)).toEqual({
    size: 10,
    lines: ["satu dua tiga", "empat lima en…"],
    isShortened: true,
  });
  expect(fitFree("satu", style, 70, steps, measure).isShortened).toBe(false);
});

test("each line that is too long has its own ellipsis", () => {
  const { lines } = fitFree(`${"a".repeat(40)} ${"b".repeat(40)}`, style, 50, steps, measure);

  expect(lines).toEqual(["aaaaaaaaa…", "bbbbbbbbb…"]);
});

test("letters are cut with their marks, never between them", () => {
  const marked = "m̃".repeat(30);
  const { lines } = fitFree(marked, style, 50, [{ size: 10, lines: 1 }], measure);

  expect(lines[0]).toMatch(/^(m̃)+…$/);
});
