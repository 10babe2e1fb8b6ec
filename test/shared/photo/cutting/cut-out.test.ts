/** Held against drawn people, whose outline is known exactly; nobody of them is real (docs/photo.md). */
import { expect, test } from "vitest";
import { cutOut, personIn } from "#shared/photo/cutting/cut-out.ts";
import { withOwnColours } from "#shared/photo/cutting/foreground.ts";
import { surerByWall } from "#shared/photo/cutting/wall.ts";
import { haloShare } from "#shared/photo/halo.ts";
import { readMatte } from "#shared/photo/matte.ts";
import type { Pixels } from "#shared/photo/pixels.ts";
import { transparencyViolations } from "#shared/photo/transparency.ts";
import { once } from "#shared/runtime/once.ts";
import { loadPersonFinder } from "#shared/vision/find-person.ts";
import { readPersonModel } from "#shared/vision/person-model.ts";
import { padded } from "../../../../web/src/studio/padded.ts";
import { aFace } from "../../../support/photo/a-face.ts";
import { alphaOf } from "../../../support/photo/alpha.ts";
import { drawnPerson, type Headwear, headwear } from "../../../support/photo/drawn-person.ts";
import { matteFigures } from "../../../support/photo/matte-figures.ts";
import { wallFor, wallUnder } from "../../../support/photo/old-wall.ts";
import { beforeWall } from "../../../support/photo/phone-picture.ts";
import { randomFrom } from "../../../support/photo/random.ts";
import { blur } from "../../../support/photo/soften.ts";
import { cutInStudio, framedPicture } from "../../../support/photo/studio-photo.ts";

const face = { x: 225, y: 240, chin: 360 };
const places = { face: face.y * 450 + face.x, chin: face.chin };

/** Dark hair before light walls. */
const loose = [
  [4080, "hair"],
  [4174, "glasses"],
  [4368, "hair"],
] as const;

const net = once(async () => loadPersonFinder(await readPersonModel()));

interface Sitting {
  readonly person: Pixels;
  /** Before a plain wall, nothing clear. */
  readonly photo: Pixels;
  /** As a net guesses: soft by some pixels. */
  readonly guess: Float32Array;
}

async function sitting(seed: number, wears: Headwear): Promise<Sitting> {
  const person = await drawnPerson(seed, wears);
  const { width, height } = person;
  const random = randomFrom(seed);
  const all = new Float32Array(width * height).fill(255);
  const photo = wallUnder(person, random, all, wallFor(person, random));
  const guess = blur(alphaOf(person), width, height, 3).map((alpha) => alpha / 255);
  return { person, photo, guess };
}

test("people are cut out of plain walls along their exact outline, as the judge wants it", async () => {
  const cuts = [];
  for (const wears of headwear)
    for (const seed of [5003, 5011]) {
      const { person, photo, guess } = await sitting(seed, wears);
      const cut = cutOut(photo, guess, face);
      cuts.push({
        wears,
        ...matteFigures(person, cut),
        refused: transparencyViolations(cut, aFace()),
      });
    }
  process.stdout.write(`${JSON.stringify(cuts)}\n`);

  // The goals of the issue are 0.985 and 2.0; loose hair is the hardest.
  expect(mean(cuts.map(({ iou }) => iou))).toBeGreaterThan(0.99);
  expect(Math.min(...cuts.map(({ iou }) => iou))).toBeGreaterThan(0.97);
  expect(mean(cuts.map(({ sad }) => sad))).toBeLessThan(1);
  // Loose hair before a light wall may keep a rim of it: one in sixty of all, so at most one of these.
  expect(cuts.filter(({ refused }) => refused.length > 0).length).toBeLessThanOrEqual(1);
});

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

test("a cap that the net does not see is the person's, before a plain wall", async () => {
  const { person, photo, guess } = await sitting(5003, "peci");
  const blind = guess.map((value, i) => (i < 185 * 450 ? 0 : value));

  expect(matteFigures(person, cutOut(photo, blind, face)).iou).toBeGreaterThan(0.985);
});

test("a head that the net sees above a cap is the wall, where that is plain", async () => {
  const { person, photo, guess } = await sitting(5003, "peci");
  const top = alphaOf(person).findIndex((alpha) => alpha > 0);
  const sure = guess.map((value, i) => {
    const [x, y] = [i % 450, Math.floor(i / 450)];
    return y < top / 450 + 5 && Math.abs(x - 225) < 60 ? 1 : value;
  });
  const cut = cutOut(photo, sure, face);

  expect(matteFigures(person, cut).iou).toBeGreaterThan(0.985);
  expect(transparencyViolations(cut, aFace())).toEqual([]);
});

test("a uniform that the net does not see is the person's, before a plain wall", async () => {
  const cut = cutInStudio(await framedPicture(4108, "bald"), await net());

  expect(transparencyViolations(cut, undefined)).toEqual([]);
});

test("a person of whom the net says half keeps an eye that has the wall's colour", async () => {
  const picture = padded(await framedPicture(4172, "bald"));
  const halved = (await net())(picture).map((value) => (value > 0.3 ? 0.5 : 0));

  expect(transparencyViolations(cutOut(picture, halved, face), undefined)).toEqual([]);
});

test("between loose hairs nothing of a light wall's colour stays", async () => {
  for (const [seed, wears] of loose) {
    const framed = await framedPicture(seed, wears);
    for (const find of [undefined, await net()])
      expect(haloShare(readMatte(cutInStudio(framed, find)))).toBeLessThan(0.25);
  }
});

test("a person whom the net does not see at all is found by the face's place", async () => {
  const { person, photo, guess } = await sitting(5008, "coloured-hijab");

  const cut = cutOut(
    photo,
    guess.map(() => 0),
    face,
  );
  expect(matteFigures(person, cut).iou).toBeGreaterThan(0.985);
});

test("a shadow on the wall beside the person is not cut out with them", async () => {
  const { person, photo, guess } = await sitting(5003, "hair");
  const shaded = Uint8Array.from(photo.data, (value, at) => {
    const [x, y] = [Math.floor(at / 4) % 450, Math.floor(at / 1800)];
    const isShadow = x > 330 && y > 120 && y < 400 && (guess[Math.floor(at / 4)] ?? 0) < 0.01;
    return at % 4 < 3 && isShadow ? value * 0.6 : value;
  });

  expect(matteFigures(person, cutOut({ ...photo, data: shaded }, guess, face)).iou).toBeGreaterThan(
    0.98,
  );
});

test("before a wall with a pattern only the net's guess counts", async () => {
  const { photo, guess } = await sitting(5003, "peci");
  const striped = Uint8Array.from(photo.data, (value, at) => {
    const i = Math.floor(at / 4);
    const isWall = (guess[i] ?? 0) < 0.01;
    return at % 4 < 3 && isWall && Math.floor(i / 9) % 2 === 0 ? 255 - value : value;
  });
  const doubting = guess.map((value, i) => (i < 185 * 450 ? value * 0.3 : value));

  expect(surerByWall({ ...photo, data: striped }, doubting, places)).toBeUndefined();
  expect(personIn({ ...photo, data: striped }, guess, face).isFromBusy).toBe(true);
  expect(personIn(photo, guess, face).isFromBusy).toBe(false);
});

test("where the person is mixed with the wall, the colour is the person's", () => {
  const [width, height] = [60, 60];
  const data = new Uint8Array(4 * width * height);
  // Red on the left, white on the right, mixed over four pixels between.
  const share = (x: number) => Math.min(Math.max((32 - x) / 4, 0), 1);
  for (let i = 0; i < width * height; i++) {
    const a = share(i % width);
    data.set([200 * a + 255 * (1 - a), 255 * (1 - a), 255 * (1 - a), 255], 4 * i);
  }
  const guess = Float32Array.from({ length: width * height }, (_, i) =>
    Math.min(Math.max((36 - (i % width)) / 12, 0), 1),
  );

  const cut = cutOut({ data, width, height }, guess, { x: 10, y: 30, chin: 0 });
  const at = (x: number) => [...cut.data.subarray(4 * (30 * width + x), 4 * (30 * width + x) + 4)];
  const [red = 0, green = 0, blue = 0, alpha = 0] = at(30);
  expect(alpha / 255).toBeCloseTo(0.5, 1);
  expect(Math.abs(red - 200) + green + blue).toBeLessThan(40);
  expect(at(50)).toEqual([0, 0, 0, 0]);
  expect(at(10)).toEqual([200, 0, 0, 255]);
});

test("what a camera has sharpened at the outline leaves no rim in a colour of its own", () => {
  const [width, height] = [60, 60];
  const data = new Uint8Array(4 * width * height);
  const alpha = new Float32Array(width * height);
  for (let i = 0; i < alpha.length; i++) {
    const x = i % width;
    // A column that is darker than the person, before a white wall.
    const level = x < 30 ? 100 : x === 30 ? 70 : 255;
    data.set([level, level, level, 255], 4 * i);
    alpha[i] = x < 30 ? 1 : x === 30 ? 0.5 : 0;
  }
  const cut = withOwnColours({ data, width, height }, alpha);

  // By what is seen alone it would be 42.
  expect(cut.data[4 * (30 * width + 30)]).toBeGreaterThan(70);
  expect(cut.data[4 * (30 * width + 30)]).toBeLessThanOrEqual(100);
});

test("where a net doubts before a plain wall, the wall's colour is the wall", async () => {
  const { person, photo, guess } = await sitting(5003, "hair");
  const surer = surerByWall(photo, guess, places);
  const doubted = [...alphaOf(person).entries()].flatMap(([i, alpha]) => {
    const likely = guess[i] ?? 0;
    return alpha === 0 && likely > 0.01 && likely < 0.5 ? [surer?.[i]] : [];
  });

  expect(doubted.length).toBeGreaterThan(1000);
  expect(doubted.filter((likely) => likely === 0).length / doubted.length).toBeGreaterThan(0.95);
});

test("a seam of the wall's colour parts neither sleeves nor chest from the person", async () => {
  const { person, picture } = await beforeWall(2127, "glasses");
  const cut = cutOut(picture, new Float32Array(picture.width * picture.height), face);

  expect(matteFigures(person, cut).iou).toBeGreaterThan(0.97);
});

test("who has the white of an eye where the face is looked for, before a wall of that colour, is cut out", async () => {
  const cut = cutInStudio(await framedPicture(2086, "black-hijab"), undefined);

  expect(transparencyViolations(cut, undefined)).toEqual([]);
});
