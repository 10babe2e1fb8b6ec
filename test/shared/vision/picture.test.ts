/** A square that is drawn once and then turned is the same as one that was turned before it was drawn. */
import { expect, test } from "vitest";
import { drawSquare, type Picture, type Square, turnDrawn } from "#shared/vision/picture.ts";

const [width, height, side] = [90, 115, 16];
/** No two pixels are alike, some are clear, and none of its turns is like it. */
const picture: Picture = {
  data: Uint8Array.from({ length: 4 * width * height }, (_, i) => (i * i * 31 + i * 17) % 251),
  width,
  height,
};
const whole: Square = { middle: { x: 45, y: 57.5 }, side: 115, turn: 0 };

function drawn(square: Square): Float32Array {
  const input = new Float32Array(side * side * 3);
  drawSquare(picture, square, { input, side }, { scale: 1, shift: 0 });
  return input;
}

test.each([1, 2, 3])("%i quarters of a turn", (quarters) => {
  const before = drawn({ ...whole, turn: (quarters * Math.PI) / 2 });
  const after = turnDrawn(drawn(whole), side, quarters);

  expect(Math.max(...after.map((value, i) => Math.abs(value - (before[i] ?? 0))))).toBeLessThan(
    0.001,
  );
  expect(after).not.toEqual(drawn(whole));
});

test("beyond the picture it is black, and what is clear is grey", () => {
  const clear = { data: new Uint8Array(4 * width * height), width, height };
  const input = new Float32Array(side * side * 3);
  drawSquare(clear, whole, { input, side }, { scale: 1, shift: 0 });

  expect([input[0], input[3 * (side / 2)]]).toEqual([0, 140]);
});
