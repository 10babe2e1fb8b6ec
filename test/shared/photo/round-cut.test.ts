/** A head that is cut along a circle, and what is round without being cut. */
import { expect, test } from "vitest";
import { readMatte } from "#shared/photo/matte.ts";
import { traceOutline } from "#shared/photo/outline.ts";
import { roundCut } from "#shared/photo/round-cut.ts";

const [width, height] = [450, 575];
type Inside = (x: number, y: number) => number;

/** In pixels, below 0 outside. */
const ellipse =
  (atX: number, atY: number, a: number, b: number): Inside =>
  (x, y) =>
    (1 - Math.hypot((x - atX) / a, (y - atY) / b)) * Math.min(a, b);
const shoulders = ellipse(225, 620, 230, 260);
const scarf = ellipse(225, 250, 105, 150);

/** What is inside one of the shapes, with an edge of two pixels. */
function cutLength(...shapes: Inside[]): number {
  const data = new Uint8Array(4 * width * height);
  for (let i = 0; i < width * height; i++) {
    const inside = Math.max(...shapes.map((shape) => shape(i % width, Math.floor(i / width))));
    data[4 * i + 3] = 255 * Math.min(Math.max(inside / 2 + 0.5, 0), 1);
  }
  const pixels = { data, width, height };
  return roundCut(traceOutline(readMatte(pixels)), pixels);
}

test.each([
  ["above", ellipse(225, 285, 110, 110)],
  ["at one side", ellipse(275, 250, 130, 130)],
])("a head is cut by a circle that leaves part of it out %s", (_, mask) => {
  const length = cutLength(shoulders, (x, y) => Math.min(scarf(x, y), y > 280 ? 999 : mask(x, y)));

  // At least 140 points of the outline.
  expect(length).toBeGreaterThan(140 / width);
  expect(length).toBeLessThan(1);
});

test("an oval head is none", () => {
  expect(cutLength(shoulders, scarf)).toBe(0);
});

test("a crown that is round and goes on is none", () => {
  // Above a circle, below it an oval that leaves it in the same direction.
  const crown = ellipse(225, 220, 100, 100);
  const face = ellipse(225, 220, 100, 170);

  expect(cutLength(shoulders, (x, y) => (y < 220 ? crown(x, y) : face(x, y)))).toBe(0);
});

test("a round head on its neck is none", () => {
  expect(cutLength(shoulders, ellipse(225, 260, 105, 105))).toBe(0);
});

test("the line of a shoulder is none", () => {
  // A circle, but below the head.
  expect(cutLength(ellipse(225, 540, 180, 180), ellipse(225, 280, 60, 115))).toBe(0);
});

test("of nobody there is nothing to be cut", () => {
  expect(cutLength(() => -9)).toBe(0);
});
