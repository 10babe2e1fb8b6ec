import { expect, test } from "vitest";
import { eyeWarnings, faceViolations, mainFace, poseWarnings } from "#shared/photo/face-rules.ts";
import type { Face } from "#shared/vision/face.ts";
import { bridge, edges } from "#shared/vision/landmarks.ts";
import { aFace } from "../../support/photo/a-face.ts";
import { soundTone } from "../../support/photo/sound-tone.ts";

const size = { data: new Uint8Array(), width: 450, height: 575 };
const { skin } = soundTone;
const violations = (...faces: Face[]) => faceViolations(faces, size);
const posed = (pose: Partial<Face["pose"]>) =>
  aFace({}, { pose: { yaw: 0, pitch: 10, roll: 0, ...pose } });
/** Pixels from the bridge of the nose to forehead and chin. */
function withBridge({ above, below }: { readonly above: number; readonly below: number }): Face {
  const { landmarks, ...face } = aFace();
  const across = { x: 225, z: 0 };
  const moved = [...landmarks];
  moved[edges.forehead] = { ...across, y: 230 - above };
  moved[bridge] = { ...across, y: 230 };
  moved[edges.chin] = { ...across, y: 230 + below };
  return { ...face, landmarks: moved };
}
const eyesAt = (y: number, x = 225) =>
  aFace({}, { eyes: { left: { x: x + 35, y }, right: { x: x - 35, y } } });

test("one upright face in its place has nothing wrong", () => {
  expect(violations(aFace())).toEqual([]);
});

test.each([
  ["no face at all", []],
  ["what the detector is not sure of", [aFace({}, { score: 0.69, presence: 0.99 })]],
  ["what only the landmarks are sure of", [aFace({}, { score: 0.59 })]],
  ["what has no landmarks of a face", [aFace({}, { presence: 0.74 })]],
  ["what neither is sure of", [aFace({}, { score: 0.79, presence: 0.87 })]],
])("%s is no face", (_, faces) => {
  expect(violations(...faces)).toEqual([{ code: "no-face" }]);
  expect(mainFace(faces)).toBeUndefined();
});

test.each([{ score: 0.73 }, { presence: 0.99 }, { score: 0.6 }])(
  "a face with %o is unclear",
  (change) => {
    const face = aFace({}, change);

    expect(violations(face)).toEqual([{ code: "face-unclear" }]);
    expect(mainFace([face])).toBe(face);
  },
);

test.each([
  ["face-too-small", aFace({ wide: 90, high: 120 }), "share", "min", 0.095],
  ["face-too-large", aFace({}, { eyeDistance: 118 }), "share", "max", 0.26],
  ["face-too-high", eyesAt(126), "share", "min", 0.22],
  ["face-too-low", eyesAt(317), "share", "max", 0.55],
  ["face-off-middle", eyesAt(232, 161), "share", "max", 0.14],
  ["face-off-middle", eyesAt(232, 289), "share", "max", 0.14],
  ["head-tilted", posed({ roll: 8.1 }), "degrees", "max", 8],
  ["head-tilted", posed({ roll: -90 }), "degrees", "max", 8],
  ["head-raised", posed({ pitch: -6.1 }), "degrees", "max", 6],
  ["head-lowered", posed({ pitch: 27.1 }), "degrees", "max", 27],
  ["head-raised", withBridge({ above: 40, below: 150 }), "degrees", "max", 6],
  ["head-lowered", withBridge({ above: 100, below: 140 }), "degrees", "max", 27],
])("%s is told alone, with what was measured", (code, face, unit, bound, wanted) => {
  expect(violations(face)).toEqual([
    { code, measurement: { unit, bound, wanted, measured: expect.any(Number) } },
  ]);
});

test.each([
  ["eyes 0.095 apart", aFace({}, { eyeDistance: 42.75 })],
  ["eyes 0.26 apart", aFace({}, { eyeDistance: 117 })],
  ["eyes as high as they may be", eyesAt(127)],
  ["eyes as low as they may be", eyesAt(316)],
  ["a head that leans 8 degrees", posed({ roll: -8 })],
  ["a head that is raised 5 degrees", posed({ pitch: -5 })],
  ["a head that is lowered 26 degrees", posed({ pitch: 26 })],
  ["a high forehead", withBridge({ above: 80, below: 140 })],
  ["a low one", withBridge({ above: 60, below: 160 })],
])("%s is let pass", (_, face) => {
  expect(violations(face)).toEqual([]);
});

test("all that is wrong with a face's place is told at once", () => {
  const face = aFace({}, { ...eyesAt(100, 100), eyeDistance: 30 });

  expect(violations(face).map(({ code }) => code)).toEqual([
    "face-too-small",
    "face-too-high",
    "face-off-middle",
  ]);
});

test("two people are told alone: where each of them stands says nothing", () => {
  const [first, second] = [aFace({ x: 120 }), aFace({ x: 330, wide: 60, high: 80 })];

  expect(violations(first, second)).toEqual([
    {
      code: "several-faces",
      measurement: { unit: "figure", measured: 2, wanted: 1, bound: "max" },
    },
  ]);
});

test.each([
  ["much smaller", aFace({ x: 330, wide: 50 })],
  ["perhaps a pattern", aFace({ x: 330 }, { presence: 0.9 })],
])("what is %s is nobody else", (_, other) => {
  expect(violations(aFace(), other)).toEqual([]);
});

test.each([180, -170, 136])("a face that is turned %i degrees is upside down", (roll) => {
  expect(violations(posed({ roll }))).toEqual([{ code: "upside-down" }]);
});

test("a turned face and closed eyes are warned of, never refused", () => {
  const turned = posed({ yaw: -39 });
  const asleep = aFace({}, { openness: { left: 0.1, right: 0.2 } });

  expect(poseWarnings(turned, size)).toMatchObject([
    { code: "face-turned", measurement: { measured: 39 } },
  ]);
  expect(eyeWarnings(asleep, skin)).toMatchObject([
    { code: "eyes-closed", measurement: { wanted: 0.175 } },
  ]);
  expect(eyeWarnings(aFace(), { ...skin, eyes: undefined })).toEqual([{ code: "eyes-closed" }]);
  expect([...violations(turned), ...violations(asleep)]).toEqual([]);
  expect([...poseWarnings(aFace(), size), ...eyeWarnings(aFace(), skin)]).toEqual([]);
});
