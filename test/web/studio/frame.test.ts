import { expect, test } from "vitest";
import {
  type Frame,
  inPhoto,
  inPicture,
  matrixOf,
  moved,
  turned,
  turnedByQuarter,
  wholeFrame,
  zoomed,
} from "../../../web/src/studio/frame.ts";

const picture = { width: 3000, height: 4000 };
const some: Frame = { x: 0.42, y: 0.31, zoom: 1.7, turn: 12, quarter: 90 };

test("at first a picture just covers the frame, its middle in the middle", () => {
  expect(inPhoto(wholeFrame, picture, [0.5, 0.5])).toEqual([225, 287.5]);
  expect(inPhoto(wholeFrame, picture, [0, 0])).toEqual([0, -12.5]);
  expect(inPhoto(wholeFrame, picture, [1, 1])).toEqual([450, 587.5]);
});

test("what is moved follows the finger, however the picture is turned", () => {
  const [x, y] = inPhoto(some, picture, [0.4, 0.3]);
  const [movedX, movedY] = inPhoto(moved(some, picture, 17, -9), picture, [0.4, 0.3]);

  expect(movedX - x).toBeCloseTo(17);
  expect(movedY - y).toBeCloseTo(-9);
});

test("what lies under the fingers stays there while the picture is zoomed", () => {
  const place = inPicture(some, picture, [100, 480]);
  const [x, y] = inPhoto(zoomed(some, picture, 2.9, [100, 480]), picture, place);

  expect(x).toBeCloseTo(100);
  expect(y).toBeCloseTo(480);
});

test("a place of the photo is found again by way of the picture", () => {
  const [x, y] = inPhoto(some, picture, inPicture(some, picture, [12, 345]));

  expect(x).toBeCloseTo(12);
  expect(y).toBeCloseTo(345);
});

test("a quarter turn puts what was above to the right, and covers the frame again", () => {
  const quarter = turnedByQuarter(wholeFrame);

  const [x, y] = inPhoto(quarter, picture, [0.5, 0.4]);
  expect(x).toBeGreaterThan(230);
  expect(y).toBeCloseTo(287.5);
  expect(inPhoto(quarter, picture, [0, 0.5])[1]).toBeCloseTo(0);
});

test("neither zoom nor turn nor place goes beyond its limit", () => {
  expect(zoomed(wholeFrame, picture, 100).zoom).toBe(8);
  expect(turned(wholeFrame, -90).turn).toBe(-45);
  expect(moved(wholeFrame, picture, 9999, 0).x).toBe(0);
});

test("a photo drawn twice as large shows the same part", () => {
  const once = matrixOf(some, picture);

  expect(matrixOf(some, picture, 2)).toEqual(once.map((value) => expect.closeTo(2 * value)));
});
