import { expect, test } from "vitest";
import { inkBox, leftOf, type PlacedText } from "#shared/render/place-text.ts";

const placed = (align: PlacedText["align"]): PlacedText => ({
  paragraph: { role: "P", text: "Ayu" },
  text: "Ayu",
  weight: 500,
  wordSpacing: 0,
  size: 21,
  color: "#000000",
  align,
  box: { x: 10, y: 20.4, width: 100, height: 26.2 },
  baseline: 41,
});

test.each([
  ["left", 10],
  ["right", 79.5],
  ["center", 44.75],
] as const)("a text that is aligned to the %s begins at %d", (align, left) => {
  expect(leftOf(placed(align), 30.5)).toBe(left);
});

test("the ink of a line is within whole pixels, with room for letters that lean out of their place", () => {
  expect(inkBox(placed("center"), 30.5)).toEqual({ x: 41, y: 20, width: 38, height: 26 });
});
