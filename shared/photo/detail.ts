/** How sharp a face is, whatever light, contrast, noise and later sharpening; and what a smaller or compressed file left on it. */
import { type FaceMap, lumaOf, zones } from "./face-map.ts";

export interface Detail {
  /** In the direction in which a face is sharpest: 1 or more in a good photo, below 0.9 in one that moved. */
  readonly sharpest: number;
  /** In the direction in which a face is least sharp: about 0.9 in a good photo, 0.45 with a blur of one pixel, below 0.2 with one of two. */
  readonly sharpness: number;
  /** The least sharp direction in parts of the one across; small when something moved. */
  readonly evenness: number;
  /** Share of columns or rows, whichever is less, in which hardly anything changes to the next: pixels were repeated. */
  readonly repeated: number;
  /** How much stronger every eighth step from pixel to pixel is than its neighbours, along rows or columns, whichever is less. */
  readonly blocks: number;
  /** Share of the skin's pixels that are like the next one. */
  readonly flat: number;
  /** The median step between those that are not, 0 to 255. */
  readonly step: number;
}

/**
 * Directions in pairs that are square to each other, and how many of their steps are near (2 to 3 pixels) and far (8 to 9); `usual` is
 * about the share that a sharp face has there.
 */
const directions = [
  { dx: 1, dy: 0, near: 3, far: 9, usual: 0.22 },
  { dx: 0, dy: 1, near: 3, far: 9, usual: 0.46 },
  { dx: 1, dy: 1, near: 2, far: 6, usual: 0.34 },
  { dx: -1, dy: 1, near: 2, far: 6, usual: 0.28 },
  { dx: 2, dy: 1, near: 1, far: 4, usual: 0.17 },
  { dx: -1, dy: 2, near: 1, far: 4, usual: 0.21 },
  { dx: 1, dy: 2, near: 1, far: 4, usual: 0.23 },
  { dx: -2, dy: 1, near: 1, far: 4, usual: 0.14 },
] as const;
/** The furthest that any of them looks. */
const margin = 10;

export function readDetail(map: FaceMap): Detail {
  const luma = lumaOf(map);
  const planes = { smooth: smoothed(luma, map), width: map.width, ...whereToLook(map) };
  const shares = directions.map((direction) => stepShare(planes, direction) / direction.usual);
  const pairs = [0, 2, 4, 6].map((i) => [shares[i] ?? 0, shares[i + 1] ?? 0] as const);
  const profiles = [steps(map, luma, 1), steps(map, luma, map.width)];
  return {
    sharpest: Math.max(...shares),
    sharpness: Math.min(...shares),
    evenness: Math.min(...pairs.map((pair) => Math.min(...pair) / Math.max(...pair, 1e-9))),
    repeated: Math.min(...profiles.map(repeatedShare)),
    blocks: Math.min(...profiles.map(blockStrength)),
    ...flatness(map),
  };
}

/** A weighted mean of 3x3 pixels. */
function smoothed(luma: Float32Array, { width, height }: FaceMap): Float32Array {
  const to = luma.slice();
  const at = (i: number) => luma[i] ?? 0;
  for (let y = 1; y < height - 1; y++) {
    for (let i = y * width + 1; i < (y + 1) * width - 1; i++) {
      const beside = at(i - 1) + at(i + 1) + at(i - width) + at(i + width);
      const aslant = at(i - width - 1) + at(i - width + 1) + at(i + width - 1) + at(i + width + 1);
      to[i] = (4 * at(i) + 2 * beside + aslant) / 16;
    }
  }
  return to;
}

interface Places {
  /** Pixels of eyes, brows and mouth, with three pixels around them. */
  readonly features: Int32Array;
  /** Pixels of smooth skin, which tell how strong the noise is. */
  readonly skin: Int32Array;
}

function whereToLook({ zone, width, height, face, box }: FaceMap): Places {
  const mask = new Uint8Array(zone.length);
  const mark = (x: number, y: number, reach: number, value: number) => {
    for (
      let row = Math.max(y - reach, margin);
      row <= Math.min(y + reach, height - 1 - margin);
      row++
    )
      for (
        let at = Math.max(x - reach, margin);
        at <= Math.min(x + reach, width - 1 - margin);
        at++
      ) {
        const i = row * width + at;
        if (zone[i] && mask[i] !== 1) mask[i] = value;
      }
  };
  for (let i = 0; i < zone.length; i++)
    if ((zone[i] ?? 0) > zones.face) mark(i % width, Math.floor(i / width), 3, 1);
  const reach = Math.round(face.eyeDistance * 0.1);
  for (const cheek of [50, 205, 280, 425]) {
    const { x = 0, y = 0 } = face.landmarks[cheek] ?? {};
    mark(Math.round(x) - box.left, Math.round(y) - box.top, reach, 2);
  }
  return { features: placesOf(mask, 1), skin: placesOf(mask, 2) };
}

function placesOf(mask: Uint8Array, value: number): Int32Array {
  return new Int32Array(mask.length).map((_, i) => i).filter((i) => mask[i] === value);
}

interface Planes extends Places {
  readonly smooth: Float32Array;
  readonly width: number;
}

/**
 * How much of the change over nine pixels happens within two or three: at a step much of it, in a blur little. Noise is smoothed, and
 * what is left of it, as on smooth skin, taken off; how a movement was made up of single steps is smoothed, too.
 */
function stepShare(
  { smooth, width, features, skin }: Planes,
  { dx, dy, near, far }: (typeof directions)[number],
): number {
  const one = dy * width + dx;
  const step = bend(smooth, features, one * near) - bend(smooth, skin, one * near);
  return Math.max(step, 0) / Math.max(bend(smooth, features, one * far), 1);
}

/** The mean square of the second difference at these pixels. */
function bend(plane: Float32Array, places: Int32Array, offset: number): number {
  let sum = 0;
  for (let k = 0; k < places.length; k++) {
    const i = places[k] ?? 0;
    const value = 2 * (plane[i] ?? 0) - (plane[i - offset] ?? 0) - (plane[i + offset] ?? 0);
    sum += value * value;
  }
  return sum / Math.max(places.length, 1);
}

/** The mean step in the face from each column to the next, or from each row. @param next the offset of the next: 1, or the width */
function steps({ zone, width, height }: FaceMap, luma: Float32Array, next: number): number[] {
  const count = next === 1 ? width : height;
  const sums = new Float32Array(count);
  const seen = new Uint32Array(count);
  for (let i = 0; i < zone.length - next; i++) {
    if (!zone[i] || !zone[i + next]) continue;
    const at = next === 1 ? i % width : Math.floor(i / width);
    // The edges of eyes and mouth must not outweigh all the rest.
    sums[at] = (sums[at] ?? 0) + Math.min(Math.abs((luma[i + next] ?? 0) - (luma[i] ?? 0)), 40);
    seen[at] = (seen[at] ?? 0) + 1;
  }
  const enough = (zone.length / count) * 0.35;
  return [...sums].flatMap((sum, at) => ((seen[at] ?? 0) > enough ? sum / (seen[at] ?? 1) : []));
}

function repeatedShare(profile: readonly number[]): number {
  const usual = mean(profile);
  return mean(profile.map((step) => Number(step < 0.12 * usual)));
}

function blockStrength(profile: readonly number[]): number {
  const outstanding = profile.map((step, i) => {
    const near = [-2, -1, 1, 2].map((far) => profile[i + far] ?? step);
    return step / Math.max(mean(near), 0.05);
  });
  const strengths = Array.from({ length: 8 }, (_, k) => {
    const others = outstanding.filter((_, i) => i % 8 !== k);
    return mean(outstanding.filter((_, i) => i % 8 === k)) / Math.max(mean(others), 0.05);
  });
  return Math.max(...strengths);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

function flatness({ pixels, box, zone, width }: FaceMap): Pick<Detail, "flat" | "step"> {
  const { data } = pixels;
  const counts = new Uint32Array(256);
  let all = 0;
  for (let i = 0; i < zone.length - 1; i++) {
    if (zone[i] !== zones.face || zone[i + 1] !== zones.face) continue;
    const at = 4 * ((box.top + Math.floor(i / width)) * pixels.width + box.left + (i % width));
    let step = 0;
    for (let c = at; c < at + 3; c++)
      step = Math.max(step, Math.abs((data[c] ?? 0) - (data[c + 4] ?? 0)));
    counts[step] = (counts[step] ?? 0) + 1;
    all++;
  }
  const flat = (counts[0] ?? 0) + (counts[1] ?? 0);
  let [step, beyond] = [1, 0];
  while (step < 255 && beyond < (all - flat) / 2) beyond += counts[++step] ?? 0;
  return { flat: flat / Math.max(all, 1), step };
}
