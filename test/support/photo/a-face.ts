import type { Face } from "#shared/vision/face.ts";
import { bridge, faceOval } from "#shared/vision/landmarks.ts";

/** A face as it should be, in a picture of 450x575, unless told otherwise. Of its landmarks only the outline and the bridge of the nose are there. */
export function aFace(
  { x = 225, y = 250, wide = 150, high = 200 } = {},
  changes: Partial<Face> = {},
): Face {
  const middle = { x, y, z: 0 };
  const landmarks = Array.from({ length: 468 }, () => middle);
  faceOval.forEach((number, i) => {
    const angle = (i / faceOval.length) * 2 * Math.PI;
    landmarks[number] = {
      x: x + (Math.sin(angle) * wide) / 2,
      y: y - (Math.cos(angle) * high) / 2,
      z: 0,
    };
  });
  landmarks[bridge] = { x, y: y - high * 0.19, z: 0 };
  const apart = wide * 0.47;
  return {
    score: 0.92,
    presence: 0.99999,
    box: { left: x - wide / 2, top: y - wide / 2, right: x + wide / 2, bottom: y + wide / 2 },
    landmarks,
    pose: { yaw: 5, pitch: 10, roll: 1 },
    eyes: { left: { x: x + apart / 2, y: y - 18 }, right: { x: x - apart / 2, y: y - 18 } },
    eyeDistance: apart,
    openness: { left: 0.32, right: 0.31 },
    ...changes,
  };
}
