/** What the alpha of a photo says of its shape, read once for all rules of the cut-out. */

import { clearBelow, type Pixels, personFrom, solidAbove } from "./pixels.ts";

/** One number a pixel, row by row. */
export interface Matte {
  readonly pixels: Pixels;
  readonly alpha: Uint8Array;
  /** 1 in the largest connected piece of what is at least half person. */
  readonly person: Uint8Array;
  /** 1 where it is not solid, and nothing solid lies between it and the picture's edge. */
  readonly exterior: Uint8Array;
  /** Each pixel's distance from what is clear, in pixels. */
  readonly fromClear: Float32Array;
}

/** Reads the shapes in a picture's alpha. */
export function readMatte(pixels: Pixels): Matte {
  const { data, width, height } = pixels;
  const alpha = new Uint8Array(width * height);
  for (let i = 0; i < alpha.length; i++) alpha[i] = data[i * 4 + 3] ?? 0;
  return {
    pixels,
    alpha,
    person: largestPiece(between(alpha, personFrom, 255), width),
    exterior: reachedFromEdge(between(alpha, 0, solidAbove), width, height),
    fromClear: distancesFrom(between(alpha, 0, clearBelow - 1), width, height),
  };
}

/** 1 where the value is one of these. */
export function between(values: Uint8Array, least: number, most: number): Uint8Array {
  const mask = new Uint8Array(values.length);
  for (let i = 0; i < mask.length; i++) {
    const value = values[i] ?? 0;
    if (value >= least && value <= most) mask[i] = 1;
  }
  return mask;
}

/** The connected pieces (by sides) of a mask, each as the pixels in it. */
export function pieces(mask: Uint8Array, width: number): Int32Array[] {
  const left = mask.slice();
  const stack = new Int32Array(mask.length);
  const found: Int32Array[] = [];
  for (let i = 0; i < left.length; i++) {
    if (left[i]) found.push(flood(left, width, { stack, starts: [i], diagonal: false }));
  }
  return found;
}

function largestPiece(mask: Uint8Array, width: number): Uint8Array {
  const all = pieces(mask, width);
  const largest = all.reduce<Int32Array>(
    (most, piece) => (piece.length > most.length ? piece : most),
    new Int32Array(),
  );
  const person = new Uint8Array(mask.length);
  for (const i of largest) person[i] = 1;
  return person;
}

/** What of the mask is connected with the picture's edge; also by corners, so that a gap between hairs counts as open. */
function reachedFromEdge(mask: Uint8Array, width: number, height: number): Uint8Array {
  const starts: number[] = [];
  for (let x = 0; x < width; x++) starts.push(x, (height - 1) * width + x);
  for (let y = 0; y < height; y++) starts.push(y * width, (y + 1) * width - 1);
  const left = mask.slice();
  const stack = new Int32Array(mask.length);
  const reached = new Uint8Array(mask.length);
  for (const i of flood(left, width, { stack, starts, diagonal: true })) reached[i] = 1;
  return reached;
}

interface Flood {
  /** Room for all pixels. */
  readonly stack: Int32Array;
  readonly starts: readonly number[];
  readonly diagonal: boolean;
}

/** Takes out of the mask, and gives, what is connected with the starts. */
function flood(mask: Uint8Array, width: number, { stack, starts, diagonal }: Flood): Int32Array {
  // Each pixel is put once: what has been looked at stays at the front, so that the stack is the answer, too.
  let end = 0;
  const put = (i: number) => {
    if (!mask[i]) return;
    mask[i] = 0;
    stack[end++] = i;
  };
  starts.forEach(put);
  const putBeside = (i: number, x: number) => {
    if (x > 0) put(i - 1);
    if (x < width - 1) put(i + 1);
  };
  for (let next = 0; next < end; next++) {
    const i = stack[next] ?? 0;
    const x = i % width;
    put(i - width);
    put(i + width);
    putBeside(i, x);
    if (!diagonal) continue;
    putBeside(i - width, x);
    putBeside(i + width, x);
  }
  return stack.slice(0, end);
}

/** Distance of each pixel from the nearest of the mask, in pixels, within 8 % (two passes, after Borgefors 1986). */
export function distancesFrom(mask: Uint8Array, width: number, height: number): Float32Array {
  // In thirds of a pixel, with a margin of one pixel, so that no neighbour is missing.
  const [side, corner, far] = [3, 4, 60_000];
  const wide = width + 2;
  const thirds = new Uint16Array(wide * (height + 2)).fill(far);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if (mask[y * width + x]) thirds[(y + 1) * wide + x + 1] = 0;
  const pass = (first: number, step: 1 | -1) => {
    for (let i = first, count = width + wide * (height - 1); count > 0; i += step, count--) {
      const row = i - step * wide;
      const beside = Math.min(thirds[i - step] ?? far, thirds[row] ?? far) + side;
      const aslant = Math.min(thirds[row - 1] ?? far, thirds[row + 1] ?? far) + corner;
      thirds[i] = Math.min(thirds[i] ?? far, beside, aslant);
    }
  };
  pass(wide + 1, 1);
  pass(wide * height + width, -1);
  const distances = new Float32Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      distances[y * width + x] = (thirds[(y + 1) * wide + x + 1] ?? far) / 3;
  return distances;
}
