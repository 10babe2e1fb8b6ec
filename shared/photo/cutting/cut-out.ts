/** From a picture and a guess of where the person is to a clean cut-out; the same in a browser's worker and in Node. */
import { largestPiece } from "../pieces.ts";
import type { Pixels } from "../pixels.ts";
import { withOwnColours } from "./foreground.ts";
import { withoutWallPieces } from "./one-colour.ts";
import { solveMatte } from "./solve-matte.ts";
import { above, trimapOf } from "./trimap.ts";
import { surerByWall } from "./wall.ts";

/** Where the face is, in pixels. */
export interface FacePlace {
  readonly x: number;
  readonly y: number;
  /** The row below which there is no hair to look for. */
  readonly chin: number;
}

/**
 * Cuts the person out.
 * @param picture opaque
 * @param guess how likely each pixel is the person, 0 to 1
 */
export function cutOut(picture: Pixels, guess: Float32Array, face: FacePlace): Pixels {
  return withOwnColours(picture, personIn(picture, guess, face).alpha);
}

export interface PersonCut {
  /** How much of each pixel is the person, 0 to 1. */
  readonly alpha: Float32Array;
  /** No plain wall told the person from the background: along the outline something of it may be left. */
  readonly isFromBusy: boolean;
}

/** Where the person is. @param picture @param guess as of `cutOut` */
export function personIn(
  picture: Pixels,
  guess: Float32Array,
  { x, y, chin }: FacePlace,
): PersonCut {
  const { width, height } = picture;
  const byWall = surerByWall(picture, guess, {
    face: Math.round(y) * width + Math.round(x),
    chin,
  });
  const surer = byWall ?? withoutWallPieces(picture, guess);
  const trimap = trimapOf(surer, { width, height, chin });
  const alpha = solveMatte(picture, trimap);
  // What is faint by a hair's breadth is noise; it would be seen as a veil.
  for (const i of trimap.band) alpha[i] = Math.min(Math.max(((alpha[i] ?? 0) - 0.05) / 0.9, 0), 1);
  const person = largestPiece(above(alpha, 0.05), width);
  for (let i = 0; i < alpha.length; i++) if (!person[i]) alpha[i] = 0;
  return { alpha, isFromBusy: byWall === undefined };
}
