/** What the alpha of a photo says of its shape, read once for all rules of the cut-out. */

import { distancesFrom } from "./distances.ts";
import { largestPiece, reachedFromEdge } from "./pieces.ts";
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
