/** What hides a face: where none is found as the picture is, light or colour may be why. */
import type { Face } from "#shared/vision/face.ts";
import type { FindFaces } from "#shared/vision/find-faces.ts";
import { colourAt } from "./colours.ts";
import { mainFace } from "./face-rules.ts";
import { enoughOnSkin } from "./light.ts";
import { isSolid, luma, type Pixels } from "./pixels.ts";
import { measureTone, type ToneFindings, toneViolations } from "./tone.ts";
import { beyond, type Violation } from "./violation.ts";

interface Hidden {
  /** Without a face only the light can be told. */
  readonly tone: Partial<ToneFindings>;
  /** Whether there is a face; otherwise it is too dark to say so. */
  readonly isFound: boolean;
}

/**
 * A face that is blue or inverted may be found in greys only, one in hardly any light once its greys are evened out. Then its colour
 * or its light is told, measured in the picture as it is, and not that nobody is there. Upright faces only.
 */
export function hiddenFace(pixels: Pixels, find: FindFaces): Hidden | undefined {
  const grey = greys(pixels);
  const counts = countSolid(grey, pixels);
  for (const seen of [grey, evenly(grey, counts)]) {
    const face = mainFace(find(inGreys(pixels, seen), "upright"));
    const tone = face && toneOf(pixels, face);
    if (tone && tone.light.length + tone.colour.length > 0) return { tone, isFound: true };
  }
  const light = lightOnNobody(grey, counts, pixels);
  return light.length > 0 ? { tone: { light }, isFound: false } : undefined;
}

/** Of a drawing's face nothing is told for a pale mouth where its eyes are no eyes: they are of its own colour, as lids are. */
function toneOf(pixels: Pixels, face: Face): ToneFindings | undefined {
  const measured = measureTone(pixels, face);
  if (!measured) return undefined;
  const told = toneViolations(measured);
  if (measured.skin.eyes) return told;
  return { ...told, light: told.light.filter(({ code }) => code !== "washed-out") };
}

/** Luma below which noise hides what there is, of the brightest parts; and below which is black. */
const dark = { brightest: 40, black: 10 } as const;

/** Of a picture in which no face is found in any light: nothing in it is bright, or most of it where a face stands is black. */
function lightOnNobody(
  grey: Uint8Array,
  counts: Float64Array,
  pixels: Pixels,
): readonly Violation[] {
  const brightest = levelAt(counts, 0.98) ?? 255;
  if (brightest < dark.brightest)
    return found("too-dark", beyond("figure", brightest / enoughOnSkin, { min: 1 }));
  const middle = countSolid(
    grey,
    pixels,
    (x, y) => Math.hypot((x - 0.5) / 0.17, (y - 0.43) / 0.17) < 1,
  );
  const black = sum(middle.subarray(0, dark.black)) / Math.max(sum(middle), 1);
  return found("underexposed", beyond("share", black, { max: 0.5 }));
}

function found(code: Violation["code"], measurement: Violation["measurement"]): Violation[] {
  return measurement ? [{ code, measurement }] : [];
}

/** How many pixels of the solid person have each grey. @param isMeant of a place in parts of width and height; all when left out */
function countSolid(
  grey: Uint8Array,
  { data, width, height }: Pixels,
  isMeant?: (x: number, y: number) => boolean,
): Float64Array {
  const counts = new Float64Array(256);
  for (let i = 0; i < grey.length; i++) {
    if (!isSolid(data[4 * i + 3] ?? 0)) continue;
    if (isMeant && !isMeant((i % width) / width, Math.floor(i / width) / height)) continue;
    const value = grey[i] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

/** The grey that so large a share of all is no brighter than; undefined when there are none. */
function levelAt(counts: Float64Array, share: number): number | undefined {
  const before = Math.floor(share * sum(counts));
  let passed = 0;
  const level = counts.findIndex((count) => {
    passed += count;
    return passed > before;
  });
  return level < 0 ? undefined : level;
}

function sum(counts: Float64Array): number {
  return counts.reduce((all, count) => all + count, 0);
}

function greys({ data }: Pixels): Uint8Array {
  const grey = new Uint8Array(data.length / 4);
  for (let i = 0; i < grey.length; i++) grey[i] = Math.round(luma(colourAt(data, 4 * i)));
  return grey;
}

/** Each grey as bright as the share of the solid person that is darker: dark and burnt parts get room, and order stays. */
function evenly(grey: Uint8Array, counts: Float64Array): Uint8Array {
  const all = sum(counts) + 1;
  let darker = 0;
  const bright = Uint8Array.from(counts, (count) => {
    darker += count;
    return (255 * (darker - count / 2)) / all;
  });
  const even = new Uint8Array(grey.length);
  for (let i = 0; i < even.length; i++) even[i] = bright[grey[i] ?? 0] ?? 0;
  return even;
}

function inGreys({ data, ...size }: Pixels, grey: Uint8Array): Pixels {
  const seen = Uint8Array.from(data);
  for (let i = 0; i < grey.length; i++) {
    const value = grey[i] ?? 0;
    seen[4 * i] = value;
    seen[4 * i + 1] = value;
    seen[4 * i + 2] = value;
  }
  return { data: seen, ...size };
}
