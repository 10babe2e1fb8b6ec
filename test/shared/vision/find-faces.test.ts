import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { loadFaceFinder } from "#shared/vision/find-faces.ts";
import { readFaceModels } from "#shared/vision/model-files.ts";
import type { Picture } from "#shared/vision/picture.ts";
import { portraitPng } from "../../../local/demo/portrait.ts";

const find = await loadFaceFinder(await readFaceModels());
const portrait = await loadImage(await portraitPng(3));

/** A portrait of 450x575 on a canvas, once for each turn in degrees. */
function picture(
  width: number,
  height: number,
  ...places: { x: number; y: number; turn: number }[]
): Picture {
  const pen = createCanvas(width, height).getContext("2d");
  for (const { x, y, turn } of places) {
    pen.resetTransform();
    pen.translate(x, y);
    pen.rotate((turn * Math.PI) / 180);
    pen.drawImage(portrait, -225, -287.5);
  }
  return { data: pen.getImageData(0, 0, width, height).data, width, height };
}

/** Of a face that lies the detector sees the eyes less exactly, and with them the landmarks its turn. */
test.each([
  { turn: 0, within: 3 },
  { turn: -12, within: 3 },
  { turn: 12, within: 3 },
  { turn: 180, within: 3 },
  { turn: 90, within: 10 },
  { turn: -90, within: 10 },
])("a face that leans $turn degrees is found with its eyes", ({ turn, within }) => {
  const [face, ...others] = find(picture(700, 700, { x: 350, y: 350, turn }));
  if (!face) throw new Error("No face was found.");
  const { left, right } = face.eyes;
  const radians = (turn * Math.PI) / 180;
  // Drawn at 232 of 575, at both sides of the middle: 55 above the canvas's middle.
  const drawn = { x: 350 + 55 * Math.sin(radians), y: 350 - 55 * Math.cos(radians) };

  expect(others).toEqual([]);
  expect(face.presence).toBeGreaterThan(0.9);
  expect(Math.abs(((face.pose.roll - turn + 540) % 360) - 180)).toBeLessThan(within);
  expect(face.eyeDistance).toBeGreaterThan(66);
  expect(face.eyeDistance).toBeLessThan(78);
  expect(Math.abs(face.pose.yaw)).toBeLessThan(8);
  expect(
    Math.hypot((left.x + right.x) / 2 - drawn.x, (left.y + right.y) / 2 - drawn.y),
  ).toBeLessThan(6);
});

test("the left eye is the person's own left one", () => {
  const [face] = find(picture(450, 575, { x: 225, y: 287, turn: 0 }));

  expect(face?.eyes.left.x).toBeGreaterThan((face?.eyes.right.x ?? 999) + 60);
});

test("of two faces the larger one comes first", () => {
  const pen = createCanvas(900, 600).getContext("2d");
  pen.drawImage(portrait, 0, 100, 300, 383);
  pen.drawImage(portrait, 420, 20);
  const faces = find({ data: pen.getImageData(0, 0, 900, 600).data, width: 900, height: 600 });

  expect(faces.map(({ eyeDistance }) => Math.round(eyeDistance / 10))).toEqual([7, 5]);
});

test("an empty picture has no face", () => {
  expect(find(picture(450, 575))).toEqual([]);
});
