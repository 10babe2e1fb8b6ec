import { expect, test } from "vitest";
import { frameOfFace } from "../../../web/src/studio/face-frame.ts";
import { inPhoto, matrixOf } from "../../../web/src/studio/frame.ts";
import { aFace } from "../../support/photo/a-face.ts";

const picture = { width: 1200, height: 1600 };

/** A face whose eyes are so far apart, around a place, leaning clockwise. */
function leaning(roll: number, { x = 500, y = 700, apart = 120 } = {}) {
  const [dx, dy] = [
    (Math.cos((roll * Math.PI) / 180) * apart) / 2,
    (Math.sin((roll * Math.PI) / 180) * apart) / 2,
  ];
  return aFace(
    {},
    {
      eyes: { left: { x: x + dx, y: y + dy }, right: { x: x - dx, y: y - dy } },
      eyeDistance: apart,
      pose: { yaw: 0, pitch: 0, roll },
    },
  );
}

test.each([0, 7, -20, 44, 90, -90, 100, 170, 180, -180, -135])(
  "a face that leans by %s degrees is upright in its frame, its eyes at the guide and as far apart as they should be",
  (roll) => {
    const face = leaning(roll);
    const frame = frameOfFace(face, picture);
    const inFrame = ({ x, y }: { x: number; y: number }) =>
      inPhoto(frame, picture, [x / picture.width, y / picture.height]);
    const [left, right] = [inFrame(face.eyes.left), inFrame(face.eyes.right)];
    expect(left[0] - right[0]).toBeCloseTo(0.165 * 450, 3);
    expect(left[1]).toBeCloseTo(230, 3);
    expect(right[1]).toBeCloseTo(230, 3);
    expect((left[0] + right[0]) / 2).toBeCloseTo(225, 3);
    expect(Math.abs(frame.turn)).toBeLessThanOrEqual(45);
  },
);

test("a face that is too small to be enlarged so far is enlarged as far as any picture", () => {
  const frame = frameOfFace(leaning(0, { apart: 4 }), picture);
  expect(frame.zoom).toBe(8);
  expect(matrixOf(frame, picture).every(Number.isFinite)).toBe(true);
});
