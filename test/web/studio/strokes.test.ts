import { expect, test } from "vitest";
import { type Frame, wholeFrame, zoomed } from "../../../web/src/studio/frame.ts";
import { kept, onPhoto, type Stroke, withStrokes } from "../../../web/src/studio/strokes.ts";

const picture = { width: 3000, height: 4000 };
const erase: Stroke = { does: "erase", radius: 10, points: [100, 100, 200, 100] };
const everywhere = new Float32Array(450 * 575).fill(1);
const at = (alpha: Float32Array, x: number, y: number) => alpha[y * 450 + x];

test("the eraser takes away along its way and nothing else, with a soft rim", () => {
  const alpha = withStrokes(everywhere, [erase]);

  expect(at(alpha, 150, 100)).toBe(0);
  expect(at(alpha, 150, 109)).toBeGreaterThan(0);
  expect(at(alpha, 150, 109)).toBeLessThan(1);
  expect(at(alpha, 150, 112)).toBe(1);
  expect(at(alpha, 88, 100)).toBe(1);
});

test("the brush brings back what the eraser took, and the later one wins", () => {
  const restore: Stroke = { does: "restore", radius: 4, points: [150, 100] };

  expect(at(withStrokes(everywhere, [erase, restore]), 150, 100)).toBe(1);
  expect(at(withStrokes(everywhere, [restore, erase]), 150, 100)).toBe(0);
});

test("a stroke over the edge paints what lies within, and only that", () => {
  const alpha = withStrokes(everywhere, [{ ...erase, points: [-5, 300, 455, 300] }]);

  expect(at(alpha, 0, 300)).toBe(0);
  expect(at(alpha, 449, 300)).toBe(0);
  expect(at(alpha, 0, 320)).toBe(1);
});

test("a kept stroke lies on the same part of the picture in another frame, as much larger as the picture", () => {
  const frame: Frame = { ...wholeFrame, turn: 7 };
  const stroke = kept(erase, frame, picture);

  const again = onPhoto(stroke, frame, picture);
  expect(again.radius).toBeCloseTo(10);
  again.points.forEach((value, i) => {
    expect(value).toBeCloseTo(erase.points[i] ?? Number.NaN);
  });
  const nearer = onPhoto(stroke, zoomed(frame, picture, 2, [100, 100]), picture);
  expect(nearer.radius).toBeCloseTo(20);
  expect(nearer.points[0]).toBeCloseTo(100);
  expect(nearer.points[2]).toBeCloseTo(300);
});
