import { expect, test } from "vitest";
import { fitText, type Measure, type TextStyle } from "#shared/card/drawing/fit-text.ts";

/** Every character is as wide as half its size. */
const measure: Measure = (text) => text.length / 2;
const style: TextStyle = { weight: 500, wordSpacing: 0 };
const steps = [
  { size: 20, lines: 1 },
  { size: 10, lines: 2 },
];

test("a short text is as large as it may be", () => {
  expect(fitText("Sumarno", style, 100, steps, measure)).toEqual({ size: 20, lines: ["Sumarno"] });
});

test("a longer one is smaller, on two lines of like length", () => {
  expect(fitText("satu dua tiga empat lima", style, 100, steps, measure)).toEqual({
    size: 10,
    lines: ["satu dua tiga", "empat lima"],
  });
});

test("what is too long ends with an ellipsis", () => {
  const { lines } = fitText(
    "satu dua tiga empat lima enam tujuh delapan",
    style,
    70,
    steps,
    measure,
  );

  expect(lines).toEqual(["satu dua tiga", "empat lima en…"]);
});

test("each line that is too long has its own ellipsis", () => {
  const { lines } = fitText(`${"a".repeat(40)} ${"b".repeat(40)}`, style, 50, steps, measure);

  expect(lines).toEqual(["aaaaaaaaa…", "bbbbbbbbb…"]);
});

test("letters are cut with their marks, never between them", () => {
  const marked = "m̃".repeat(30);
  const { lines } = fitText(marked, style, 50, [{ size: 10, lines: 1 }], measure);

  expect(lines[0]).toMatch(/^(m̃)+…$/);
});

test("space between words counts", () => {
  const wide = { ...style, wordSpacing: 2 };

  expect(fitText("a b", wide, 31, steps, measure).size).toBe(10);
  expect(fitText("a b", style, 31, steps, measure).size).toBe(20);
});
