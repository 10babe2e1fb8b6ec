import { describe, expect, test } from "vitest";
import type { Pixels } from "#shared/photo/pixels.ts";
import { loadFaceFinder } from "#shared/vision/find-faces.ts";
import { readFaceModels } from "#shared/vision/model-files.ts";
import { earlyFindings } from "../../../web/src/studio/early-findings.ts";
import { sizeInFrame, wholeFrame, zoomed } from "../../../web/src/studio/frame.ts";
import { badFace } from "../../support/photo/bad-faces.ts";
import { drawnPerson } from "../../support/photo/drawn-person.ts";
import { onGrey } from "../../support/photo/on-grey.ts";

const find = await loadFaceFinder(await readFaceModels());
const enough = { width: 450, height: 575 };
const person = await drawnPerson(1013, "peci");

function darker(pixels: Pixels, share: number): Pixels {
  const data = pixels.data.map((value, at) => (at % 4 === 3 ? value : value * share));
  return { ...pixels, data };
}

const codesOf = (framed: Pixels, finder: typeof find | undefined) =>
  earlyFindings(framed, { inFrame: enough, find: finder }).map(({ code }) => code);

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

  test("none is told", () => {
    const wall = { ...enough, data: new Uint8Array(450 * 575 * 4).fill(190) };
    expect(codesOf(wall, undefined)).toEqual([]);
    expect(codesOf(wall, find)).toEqual(["no-face"]);
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
      inFrame: sizeInFrame(frame, picture),
      find: undefined,
    });
    expect(findings.map(({ code }) => code)).toEqual(codes);
  });

  test("is said in pixels", () => {
    const inFrame = sizeInFrame(wholeFrame, { width: 90, height: 120 });
    expect(earlyFindings(onGrey(person), { inFrame, find: undefined })).toEqual([
      { code: "too-small", width: 90, height: 115 },
    ]);
  });
});
