import { describe, expect, test } from "vitest";
import { mapFace } from "#shared/photo/face-map.ts";
import type { Pixels } from "#shared/photo/pixels.ts";
import { measureTone, type Tone, toneViolations } from "#shared/photo/tone.ts";
import { loadFaceFinder } from "#shared/vision/find-faces.ts";
import { readFaceModels } from "#shared/vision/model-files.ts";
import { drawnPerson } from "../../support/photo/drawn-person.ts";
import { exposed, recolour } from "../../support/photo/recolour.ts";

const find = await loadFaceFinder(await readFaceModels());

function faceOf(pixels: Pixels) {
  const [face] = find(pixels);
  if (!face) throw new Error("No face was found.");
  return face;
}

function toneOf(pixels: Pixels): Tone {
  const tone = measureTone(pixels, faceOf(pixels));
  if (!tone) throw new Error("Nothing of the face can be seen.");
  return tone;
}

describe.each([
  { seed: 2000, skin: [243, 208, 176] },
  { seed: 2001, skin: [220, 171, 128] },
  { seed: 2002, skin: [185, 130, 84] },
  { seed: 2003, skin: [138, 88, 54] },
  { seed: 2004, skin: [92, 58, 38] },
])("of skin drawn as $skin", ({ seed, skin }) => {
  test.each(["white-hijab", "black-hijab", "glasses", "peci"] as const)(
    "with %s, skin, eyes and lips are measured as they were drawn",
    async (wears) => {
      const { skin: found } = toneOf(await drawnPerson(seed, wears));

      for (const [c, value] of skin.entries())
        expect(Math.abs((found.colour[c] ?? 0) / value - 1), `channel ${c}`).toBeLessThan(0.06);
      // Drawn as #f5f1ec, #2b180e and #5a2420; light glasses lie over two of them.
      expect(Math.min(...(found.eyes?.white ?? [0]))).toBeGreaterThan(225);
      expect(found.eyes?.iris).toBeLessThan(50);
      expect(found.lipLine).toBeLessThan(76);
      expect(found).toMatchObject({ burnt: expect.closeTo(0, 1), black: expect.closeTo(0, 1) });
    },
  );
});

test.each([2000, 2002, 2004, 2006, 2008])(
  "in half a stop more light glasses make no iris brighter: person %i",
  async (seed) => {
    const irisWith = async (wears: "hair" | "glasses") =>
      toneOf(exposed(await drawnPerson(seed, wears), 1.4)).skin.eyes?.iris ?? 255;

    // The lenses add 18, and more in more light; limits are at 40.
    expect(Math.abs((await irisWith("glasses")) - (await irisWith("hair")))).toBeLessThan(10);
  },
);

test.each([2000, 2001, 2002, 2003, 2004])(
  "closed eyes show nothing of an eye: person %i",
  async (seed) => {
    const eyesOf = async (eyes: "closed" | "narrow") =>
      toneOf(await drawnPerson(seed, "hair", { eyes })).skin.eyes;

    expect(await eyesOf("closed")).toBeUndefined();
    expect(await eyesOf("narrow")).toBeDefined();
  },
);

test("cloth, hair and headwear are free: what lies outside the face changes nothing", async () => {
  const person = await drawnPerson(2003, "coloured-hijab");
  const face = faceOf(person);
  const map = mapFace(person, face);
  const isFace = (x: number, y: number) => {
    if (!map || x < map.box.left || x >= map.box.right || y < map.box.top) return false;
    return Boolean(map.zone[(y - map.box.top) * map.width + x - map.box.left]);
  };
  const dressed = (value: number) =>
    recolour(person, (colour, x, y) => (isFace(x, y) ? colour : [value, value, value]));

  const [white, black] = [measureTone(dressed(255), face), measureTone(dressed(0), face)];
  expect(white?.skin).toEqual(measureTone(person, face)?.skin);
  expect(black?.skin).toEqual(white?.skin);
});

test("of a turned face only the near cheek is skin: the far one may be cloth", async () => {
  const person = await drawnPerson(2003, "coloured-hijab");
  const face = faceOf(person);
  const cloth = recolour(person, (colour, x) => (x > 250 ? [90, 120, 230] : colour));
  const skinAt = (yaw: number) =>
    measureTone(cloth, { ...face, pose: { ...face.pose, yaw } })?.skin;

  expect(skinAt(29)?.colour).toEqual([90, 120, 230]);
  expect(skinAt(31)?.colour).toEqual(measureTone(person, face)?.skin.colour);
  expect(skinAt(-31)?.colour).toEqual([90, 120, 230]);
});

test("a face that lies beyond the picture has no tone", async () => {
  const person = await drawnPerson(2000, "hair");
  const { landmarks, ...rest } = faceOf(person);
  const away = { ...rest, landmarks: landmarks.map((point) => ({ ...point, x: point.x + 500 })) };

  expect(measureTone(person, away)).toBeUndefined();
});

test("light changes neither how sharp a face is, nor how much colour it has", async () => {
  const person = await drawnPerson(2002, "hair");
  const [own, dim] = [toneOf(person), toneOf(exposed(person, 0.3))];

  expect(dim.detail.sharpness / own.detail.sharpness).toBeCloseTo(1, 0);
  expect(toneViolations(dim)).toEqual({ sharpness: [], light: [], colour: [] });
});
