/** Where a cut-out is certain, and where it must be worked out: the band on both sides of a rough outline. */
import { distancesFrom } from "../distances.ts";
import { largestPiece } from "../pieces.ts";

/** One value a pixel, row by row. */
export interface Trimap {
  /** 1 person, 0 background; of the band what was guessed. */
  readonly guess: Float32Array;
  /** The pixels of the band, in rising order. */
  readonly band: Int32Array;
}

/** How far the band reaches from the rough outline, in pixels. Hair is finer than cloth, and reaches further. */
interface Reach {
  readonly inward: number;
  readonly outward: number;
}

interface Rough {
  readonly width: number;
  readonly height: number;
  /** Above this row there may be hair. */
  readonly chin: number;
}

const hair: Reach = { inward: 9, outward: 14 };
const cloth: Reach = { inward: 5, outward: 6 };
/** A guess is trusted inside the person above this, and outside below that. */
const sure = 0.85;
const surelyNot = 0.02;

/** The band around the largest person of a guess. @param guess how likely each pixel is the person, 0 to 1 */
export function trimapOf(guess: Float32Array, { width, height, chin }: Rough): Trimap {
  const person = largestPiece(above(guess, 0.5), width);
  const fromOutside = distancesFrom(inverted(person), width, height);
  const fromPerson = distancesFrom(person, width, height);
  const known = guess.slice();
  const band: number[] = [];
  // A plain loop: on a phone it runs once, before anything is compiled.
  for (let i = 0; i < known.length; i++) {
    const y = Math.floor(i / width);
    const inPerson = person[i] === 1;
    // Below the chin hair may still fall beside the neck.
    const reach = y < (inPerson ? chin : chin + 40) ? hair : cloth;
    const likely = known[i] ?? 0;
    const isSure = inPerson
      ? isInside(fromOutside[i] ?? 0, likely, reach)
      : isOutside(fromPerson[i] ?? 0, likely, reach);
    if (isSure) known[i] = Number(inPerson);
    else band.push(i);
  }
  return { guess: known, band: Int32Array.from(band) };
}

/** 1 where a mask is 0. */
export function inverted(mask: Uint8Array): Uint8Array {
  const others = new Uint8Array(mask.length);
  for (let i = 0; i < others.length; i++) others[i] = 1 - (mask[i] ?? 0);
  return others;
}

/** 1 where a value is above a limit. */
export function above(values: Float32Array, limit: number): Uint8Array {
  const mask = new Uint8Array(values.length);
  for (let i = 0; i < mask.length; i++) if ((values[i] ?? 0) > limit) mask[i] = 1;
  return mask;
}

function isInside(distance: number, likely: number, { inward }: Reach): boolean {
  return distance > 2 * inward || (distance > inward && likely > sure);
}

function isOutside(distance: number, likely: number, { outward }: Reach): boolean {
  return distance > outward || (distance > 0.6 * outward && likely < surelyNot);
}
