/** What a face's skin, eyes and lips show of light and colour. Glasses, beard, hair and cloth are left out. */
import type { Face, Point } from "#shared/vision/face.ts";
import { type Colour, colourAt, medianColour, saturation } from "./colours.ts";
import { type FaceMap, zones } from "./face-map.ts";
import { alphaAt, isSolid, luma, type Pixels } from "./pixels.ts";

/** Landmarks in the middle of bare skin: below glasses, above beards. */
const bare = {
  rightCheek: [50, 205],
  leftCheek: [280, 425],
  forehead: [151, 108, 337],
} as const;
/** Landmarks of the skin just below the eyes, which lies behind the lenses of glasses. */
const belowEyes = [23, 253];
/** Of a face that is turned further, in degrees, only the near cheek is skin for sure: where the far one is looked for there may be cloth. */
const turned = 30;
/** Below this an eye counts as closed (`Face.openness`), or is too narrow to say much of its white. */
const open = 0.175;
/**
 * In parts of the skin's own: what lids show, too, is at least as coloured, no brighter, and no darker in its middle. Landmarks take
 * closed eyes for open ones now and then, the more so the darker the skin; a narrow eye has some white or some iris.
 */
const leastColour = 0.65;
const brightest = 2;
const darkest = 0.62;
/** Lids that shine are paler than dark skin, but brighter by a third and still coloured so much. */
const shining = 0.25;
/** Lower than this (`Face.openness`), what is dark in the middle may be a line of lashes. */
const overIris = 0.25;

export interface Skin {
  /** Of the brighter cheek. */
  readonly colour: Colour;
  /** Luma, 0 to 255, as all that is no colour here. */
  readonly cheeks: readonly [right: number, left: number];
  readonly forehead: number;
  /** Of the darker part of each half of the face, without eyes, brows and mouth: marks on the skin are smaller. */
  readonly halves: readonly [right: number, left: number];
  /** Of the white of each eye; of its lids where it is closed. */
  readonly whites: readonly [right: number, left: number];
  /** Undefined when both are closed. */
  readonly eyes: Eyes | undefined;
  readonly lips: Colour;
  /** The line between the lips. */
  readonly lipLine: number;
  /** Shares of the face, without eyes, brows and mouth, that hold no detail: white, or black. */
  readonly burnt: number;
  readonly black: number;
}

interface Eyes {
  readonly white: Colour;
  /** Without the veil that glasses lay over it. */
  readonly iris: number;
  /** In the middle between the corners, and between there and them. */
  readonly middle: number;
  readonly sides: number;
}

/** Undefined when no skin can be seen. */
export function readSkin(map: FaceMap): Skin | undefined {
  const [right, left] = [patch(map, bare.rightCheek), patch(map, bare.leftCheek)];
  if (Math.min(right.length, left.length) < 20) return undefined;
  const cheeks = cheeksOf(map, medianOf(map, right), medianOf(map, left));
  const mouth = zoneOf(map, zones.mouth);
  const own = zoneOf(map, zones.face);
  const colour = luma(cheeks[0]) > luma(cheeks[1]) ? cheeks[0] : cheeks[1];
  const eyes = eyesOf(map);
  return {
    colour,
    cheeks: [luma(cheeks[0]), luma(cheeks[1])],
    forehead: luma(medianOf(map, patch(map, bare.forehead))),
    halves: onBothSides(map, own, [0.1, 0.3]),
    whites: onBothSides(map, zoneOf(map, zones.eyes), [0.9, 0.96]),
    eyes: eyes && isOpen(eyes, colour, map.face) ? eyes : undefined,
    lips: medianOf(map, mouth),
    lipLine: luma(medianOf(map, sliceOf(map, mouth, 0.02, 0.08))),
    burnt: shareOf(map, own, (colour) => Math.min(...colour) >= 250),
    black: shareOf(map, own, (colour) => luma(colour) < 10),
  };
}

function cheeksOf({ face }: FaceMap, right: Colour, left: Colour): readonly [Colour, Colour] {
  const { yaw } = face.pose;
  if (Math.abs(yaw) <= turned) return [right, left];
  return yaw > 0 ? [right, right] : [left, left];
}

function eyesOf(map: FaceMap): Eyes | undefined {
  const { openness, eyes } = map.face;
  if (Math.max(openness.left, openness.right) < open) return undefined;
  const places = zoneOf(map, zones.eyes);
  return {
    white: medianOf(map, sliceOf(map, places, 0.9, 0.96)),
    iris: luma(medianOf(map, sliceOf(map, places, 0.12, 0.18))) - veilOf(map),
    middle: luma(medianOf(map, around(map, [eyes.left, eyes.right], 0.05))),
    sides: luma(medianOf(map, around(map, besideIrises(map.face), 0.03))),
  };
}

/**
 * What lenses add to the luma of the iris: twice of what they add to the blue of the skin below the eyes, beside that of the cheeks, for what is
 * darker gains more. No more than clear lenses add: shining lids or powder must not hide too much light.
 */
function veilOf(map: FaceMap): number {
  const below = medianOf(map, patch(map, belowEyes, 0.04))[2];
  const cheeks = medianOf(map, patch(map, [50, 205, 280, 425]))[2];
  return Math.min(Math.max(2 * (below - cheeks), 0), 20);
}

/** Half-way from the middle of each eye to its corners. */
function besideIrises({ landmarks, eyes: { left, right } }: Face): Point[] {
  return [33, 133, 263, 362].map((corner, i) => {
    const { x, y } = i < 2 ? right : left;
    const { x: far = x, y: low = y } = landmarks[corner] ?? {};
    return { x: (x + far) / 2, y: (y + low) / 2 };
  });
}

/** The luma of those whose brightness comes between two shares of all on their own side of the face: nearer to that eye. */
function onBothSides(
  map: FaceMap,
  places: Places,
  [from, to]: readonly [number, number],
): readonly [right: number, left: number] {
  const { right, left } = map.face.eyes;
  const [dx, dy] = [left.x - right.x, left.y - right.y];
  const middle = (dx * (left.x + right.x) + dy * (left.y + right.y)) / 2;
  const { width } = map.pixels;
  const isLeft = (at: number) => dx * ((at / 4) % width) + dy * Math.floor(at / 4 / width) > middle;
  const of = (own: Places) => luma(medianOf(map, sliceOf(map, own, from, to)));
  return [of(places.filter((at) => !isLeft(at))), of(places.filter(isLeft))];
}

function isOpen({ white, middle }: Eyes, colour: Colour, { openness }: Face): boolean {
  const [own, skin] = [saturation(white), Math.max(luma(colour), 1)];
  const bright = luma(white) / skin;
  return (
    (own < leastColour * saturation(colour) && (bright < 1.3 || own < shining)) ||
    bright > brightest ||
    (middle < darkest * skin && Math.max(openness.left, openness.right) > overIris)
  );
}

/** What is between the lids of eyes that are seen, in parts of the skin's brightness, and luma: behind black glasses it is all darker. */
const hidden = { darker: 0.67, white: 70 } as const;

/** Whether open eyes are behind something opaque: their brightest part is no white, not even the skin's brightness. */
export function areEyesHidden({ eyes, cheeks }: Pick<Skin, "eyes" | "cheeks">): boolean {
  if (!eyes) return false;
  const white = luma(eyes.white);
  return white < hidden.darker * Math.max(...cheeks) && white < hidden.white;
}

/** Pixels of the picture, each as the byte that its colour begins at. */
type Places = Int32Array;

function patch(map: FaceMap, landmarks: readonly number[], reach = 0.1): Places {
  const points = landmarks.flatMap((i) => map.face.landmarks[i] ?? []);
  return around(map, points, reach);
}

/** The solid pixels around some points. @param reach in parts of the distance between the eyes */
function around({ pixels, face }: FaceMap, points: readonly Point[], reach: number): Places {
  const radius = face.eyeDistance * reach;
  const found: number[] = [];
  for (const centre of points) {
    for (let y = Math.ceil(centre.y - radius); y <= centre.y + radius; y++) {
      const half = Math.sqrt(Math.max(radius ** 2 - (y - centre.y) ** 2, 0));
      for (let x = Math.ceil(centre.x - half); x <= centre.x + half; x++)
        if (isPerson(pixels, x, y)) found.push(4 * (y * pixels.width + x));
    }
  }
  return Int32Array.from(found);
}

function isPerson(pixels: Pixels, x: number, y: number): boolean {
  return x >= 0 && x < pixels.width && isSolid(alphaAt(pixels, x, y));
}

function zoneOf({ pixels, box, width, zone }: FaceMap, meant: number): Places {
  const found = new Int32Array(zone.length);
  let count = 0;
  for (let i = 0; i < zone.length; i++)
    if (zone[i] === meant)
      found[count++] =
        4 * ((box.top + Math.floor(i / width)) * pixels.width + box.left + (i % width));
  return found.subarray(0, count);
}

/** The median of each channel; black of nothing. */
function medianOf({ pixels: { data } }: FaceMap, places: Places): Colour {
  return medianColour(Array.from(places, (at) => colourAt(data, at)));
}

/** Those whose brightness comes between two shares of all. */
function sliceOf({ pixels: { data } }: FaceMap, places: Places, from: number, to: number): Places {
  const lumas = Float32Array.from(places, (at) => luma(colourAt(data, at)));
  const sorted = lumas.slice().sort();
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const [least, most] = [at(from), at(to)];
  return places.filter((_, i) => (lumas[i] ?? 0) >= least && (lumas[i] ?? 0) <= most);
}

function shareOf(
  { pixels: { data } }: FaceMap,
  places: Places,
  counts: (colour: Colour) => boolean,
): number {
  const hits = places.filter((at) => counts(colourAt(data, at)));
  return hits.length / Math.max(places.length, 1);
}
