/** The rules for how a face looks in its picture: sharp, well lit, in its own colour (K-14, K-17). */
import type { Face } from "#shared/vision/face.ts";
import { colourChecks } from "./colour.ts";
import { type Detail, readDetail } from "./detail.ts";
import { mapFace } from "./face-map.ts";
import { lightChecks } from "./light.ts";
import type { Pixels } from "./pixels.ts";
import { sharpnessChecks } from "./sharpness.ts";
import { readSkin, type Skin } from "./skin.ts";
import { type Check, unexplained, type Violation } from "./violation.ts";

/** What is measured of the face alone: cloth, hair and headwear are free to be white or black. */
export interface Tone {
  readonly skin: Skin;
  readonly detail: Detail;
}
export type ToneCheck = Check<Tone>;

/** In the order in which they are told. */
const checks = {
  sharpness: sharpnessChecks,
  light: lightChecks,
  colour: colourChecks,
} as const;

export const toneRules = ["sharpness", "light", "colour"] as const;
export type ToneFindings = Readonly<Record<(typeof toneRules)[number], readonly Violation[]>>;

/** Undefined when too little of the face is there to be measured. */
export function measureTone(pixels: Pixels, face: Face): Tone | undefined {
  const map = mapFace(pixels, face);
  const skin = map && readSkin(map);
  return skin && { skin, detail: readDetail(map) };
}

/** What is wrong with how a face looks. @returns undefined when too little of it is there to be measured */
export function judgeTone(pixels: Pixels, face: Face): ToneFindings | undefined {
  const tone = measureTone(pixels, face);
  return tone && toneViolations(tone);
}

/** All that is wrong, by its rule; a finding that another one explains is not told, also when that is one of another rule. */
export function toneViolations(tone: Tone): ToneFindings {
  const found = toneRules.flatMap((rule) =>
    checks[rule].flatMap(({ code, find, unless }: ToneCheck) => {
      const measurement = find(tone);
      return measurement ? [{ rule, code, measurement, unless: unless ?? [] }] : [];
    }),
  );
  const told = unexplained(found);
  const of = (wanted: (typeof toneRules)[number]) =>
    told
      .filter(({ rule }) => rule === wanted)
      .map(({ code, measurement }) => ({ code, measurement }));
  return { sharpness: of("sharpness"), light: of("light"), colour: of("colour") };
}
