import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { Pixels } from "#shared/photo/pixels.ts";
import { loadFaceFinder } from "#shared/vision/find-faces.ts";
import { readFaceModels } from "#shared/vision/model-files.ts";
import { areSeveral, earlyFindings } from "../../../web/src/studio/early-findings.ts";
import { sizeInFrame, wholeFrame, zoomed } from "../../../web/src/studio/frame.ts";
import { ownShare, stripes } from "../../../web/src/studio/own-pixels.ts";
import { badFace } from "../../support/photo/bad-faces.ts";
import { beforeStripes } from "../../support/photo/before-stripes.ts";
import { drawnPerson, headwear } from "../../support/photo/drawn-person.ts";
import { onGrey } from "../../support/photo/on-grey.ts";
import { beforeWall } from "../../support/photo/phone-picture.ts";

const find = await loadFaceFinder(await readFaceModels());
const enough = { width: 450, height: 575 };
const person = await drawnPerson(1013, "peci");

function darker(pixels: Pixels, share: number): Pixels {
  const data = pixels.data.map((value, at) => (at % 4 === 3 ? value : value * share));
  return { ...pixels, data };
}

/** Looked at without the tool for faces. */
const bare = { ownShare: 1, find: undefined, isOfSeveral: () => false } as const;

const codesOf = (framed: Pixels, finder: typeof find | undefined, isOfSeveral = false) =>
  earlyFindings(framed, {
    ...{ inFrame: enough, ownShare: 1, find: finder, isOfSeveral: () => isOfSeveral },
  }).map(({ code }) => code);

test.each([undefined, find])("of a good picture nothing is said", (finder) => {
  expect(codesOf(onGrey(person), finder)).toEqual([]);
});

describe("a dark picture", () => {
  test.each([undefined, find])("is told as too dark, and as nothing else", (finder) => {
    expect(codesOf(darker(onGrey(person), 0.25), finder)).toEqual(["too-dark"]);
  });

  test("is told by the face before a bright wall, where faces can be found", () => {
    const framed = onGrey(darker(person, 0.3));
    expect(codesOf(framed, undefined)).toEqual([]);
    expect(codesOf(framed, find)).toEqual(["too-dark"]);
  });
});

describe("where faces can be found", () => {
  test("two are told", async () => {
    const framed = onGrey(await badFace("two people", 7001));
    expect(codesOf(framed, undefined)).toEqual([]);
    expect(codesOf(framed, find)).toEqual(["several-faces"]);
  });

  test("who else is on the picture beside the frame is told, and no fault beside a fault", async () => {
    const pair = onGrey(await badFace("two people", 7001));
    expect(areSeveral(find(pair), pair)).toBe(true);
    const one = onGrey(person);
    expect(areSeveral(find(one), one)).toBe(false);
    expect(codesOf(one, find, true)).toEqual(["others-outside"]);
    expect(codesOf(pair, find, true)).toEqual(["several-faces"]);
    expect(codesOf(one, undefined, true)).toEqual([]);
  });

  test("none is told", () => {
    const wall = { ...enough, data: new Uint8Array(450 * 575 * 4).fill(190) };
    expect(codesOf(wall, undefined)).toEqual([]);
    expect(codesOf(wall, find)).toEqual(["no-face"]);
    expect(codesOf(wall, find, true)).toEqual(["all-outside"]);
  });
});

describe("how many pixels the frame holds", () => {
  test.each([
    ["as many as the photo has", enough, wholeFrame, []],
    ["far more", { width: 3000, height: 4000 }, wholeFrame, []],
    ["a tiny picture", { width: 90, height: 120 }, wholeFrame, ["too-small"]],
    ["one zoomed in too far", enough, zoomed(wholeFrame, enough, 2), ["too-small"]],
  ] as const)("%s", (_, picture, frame, codes) => {
    const findings = earlyFindings(onGrey(person), {
      ...bare,
      inFrame: sizeInFrame(frame, picture),
    });
    expect(findings.map(({ code }) => code)).toEqual(codes);
  });

  test("is said in pixels", () => {
    const inFrame = sizeInFrame(wholeFrame, { width: 90, height: 120 });
    expect(earlyFindings(onGrey(person), { ...bare, inFrame })).toEqual([
      { code: "too-small", width: 90, height: 115 },
    ]);
  });
});

describe("a picture that was enlarged by repeating its pixels", () => {
  const inFrame = { width: 900, height: 1150 };
  const findings = (share: number) =>
    earlyFindings(onGrey(person), { ...bare, inFrame, ownShare: share });

  test("is told by the pixels that are its own, where these are too few", () => {
    expect(findings(0.25)).toEqual([{ code: "enlarged", width: 225, height: 288 }]);
    expect(findings(0.5)).toEqual([]);
  });

  test.each([2, 3, 4])("%s times has that part of its pixels", async (times) => {
    const { picture } = await beforeWall(1013, "peci");
    expect(ownShareOf(await enlarged(picture, times))).toBeCloseTo(1 / times, 1);
  });

  test.each(headwear)("is not seen in a picture of its own size, with %s", async (wears) => {
    const { picture } = await beforeWall(1021, wears);
    expect(ownShareOf(picture)).toBe(1);
    expect(ownShareOf(await asJpeg(picture))).toBe(1);
    expect(ownShareOf(onGrey(await drawnPerson(1021, wears)))).toBe(1);
  });

  test("is not seen before a striped wall, nor in one colour", async () => {
    expect(ownShareOf((await beforeStripes(6001)).photo)).toBe(1);
    expect(ownShareOf({ ...enough, data: new Uint8Array(450 * 575 * 4).fill(190) })).toBe(1);
  });
});

/** As the worker reads it (draw-photo.ts). */
function ownShareOf(picture: Pixels): number {
  const { width, height } = picture;
  const inStripe = (k: number, side: number) =>
    Math.floor((Math.floor(k / stripes.thickness) / stripes.count) * side) +
    (k % stripes.thickness);
  const looks = stripes.count * stripes.thickness;
  return ownShare(
    part(picture, { width, height: looks }, (x, y) => [x, inStripe(y, height)]),
    part(picture, { width: looks, height }, (x, y) => [inStripe(x, width), y]),
  );
}

/** What lies outside is clear. */
function part(
  { data, width, height }: Pixels,
  size: { readonly width: number; readonly height: number },
  placeOf: (x: number, y: number) => readonly [number, number],
): Pixels {
  const taken = new Uint8Array(size.width * size.height * 4);
  for (let i = 0; i < taken.length / 4; i++) {
    const [x, y] = placeOf(i % size.width, Math.floor(i / size.width));
    const at = 4 * (y * width + x);
    if (x < width && y < height) taken.set(data.subarray(at, at + 4), 4 * i);
  }
  return { ...size, data: taken };
}

function enlarged({ data, width, height }: Pixels, times: number): Promise<Pixels> {
  const size = { width: width * times, height: height * times };
  return pixelsOf(
    sharp(data, { raw: { width, height, channels: 4 } }).resize({ ...size, kernel: "nearest" }),
  );
}

async function asJpeg({ data, width, height }: Pixels): Promise<Pixels> {
  const picture = sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();
  return pixelsOf(sharp(await picture.jpeg({ quality: 85 }).toBuffer()).ensureAlpha());
}

async function pixelsOf(picture: ReturnType<typeof sharp>): Promise<Pixels> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
