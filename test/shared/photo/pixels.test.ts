import { expect, test } from "vitest";
import {
  alphaAt,
  clearShare,
  isClear,
  isSolid,
  luminance,
  type Pixels,
  personShare,
} from "#shared/photo/pixels.ts";

/** Two by two pixels. */
const picture = (...pixels: readonly (readonly number[])[]): Pixels => ({
  width: 2,
  height: 2,
  data: Uint8Array.from(pixels.flat()),
});
const ofAlphas = (...alphas: readonly number[]) => picture(...alphas.map((a) => [0, 0, 0, a]));

test("a pixel's alpha is found by its column and row", () => {
  const pixels = ofAlphas(1, 2, 3, 4);

  expect([alphaAt(pixels, 1, 0), alphaAt(pixels, 0, 1), alphaAt(pixels, 0, 2)]).toEqual([2, 3, 0]);
});

test.each([
  [0, true, false],
  [7, true, false],
  [8, false, false],
  [242, false, false],
  [243, false, true],
  [255, false, true],
])("an alpha of %i is clear: %s, solid: %s", (alpha, clear, solid) => {
  expect([isClear(alpha), isSolid(alpha)]).toEqual([clear, solid]);
});

test("shares are of a box's pixels", () => {
  const pixels = ofAlphas(7, 8, 127, 128);
  const whole = { left: 0, top: 0, right: 2, bottom: 2 };

  expect([clearShare(pixels, whole), personShare(pixels, whole)]).toEqual([0.25, 0.25]);
  expect(clearShare(pixels, { ...whole, bottom: 1 })).toBe(0.5);
  expect(personShare(pixels, { ...whole, left: 1, top: 1 })).toBe(1);
});

test("brightness is Rec. 709's, as if on mid grey where it is transparent", () => {
  const luma = luminance(
    picture([255, 0, 0, 255], [0, 255, 0, 255], [0, 0, 255, 255], [255, 255, 255, 51]),
  );

  expect([...luma].map((each) => Number(each.toFixed(2)))).toEqual([54.21, 182.38, 18.41, 153.4]);
});
