/** What the studio cuts out with its net before a busy background, and what of it can be seen to be wrong: the true outline is known. */
import { distancesFrom } from "#shared/photo/distances.ts";
import { pieces } from "#shared/photo/pieces.ts";
import { type Pixels, personFrom } from "#shared/photo/pixels.ts";
import type { FindPerson } from "#shared/vision/find-person.ts";
import { alphaOf } from "./alpha.ts";
import { type Busy, beforeBusy } from "./busy.ts";
import { drawnPerson, type Headwear } from "./drawn-person.ts";
import { randomFrom } from "./random.ts";
import { cutInStudio } from "./studio-photo.ts";

/** So far from the true outline a wrong one is not seen, in pixels. */
const tolerance = 3;
/** From so many pixels in one piece on a leftover is seen by who looks: 12x12, as long as a fingernail on the card. */
export const visible = 150;

export interface BusyCut {
  readonly person: Pixels;
  readonly cut: Pixels;
  /** Pixels of the largest piece of background that was left, and of the person that was lost, beyond the tolerance. */
  readonly left: number;
  readonly lost: number;
}

export async function busyCut(
  seed: number,
  wears: Headwear,
  { before, find }: { readonly before: Busy; readonly find: FindPerson },
): Promise<BusyCut> {
  const person = await drawnPerson(seed, wears);
  const cut = cutInStudio(await beforeBusy(person, before, randomFrom(seed)), find);
  return { person, cut, ...faults(person, cut) };
}

function faults(person: Pixels, cut: Pixels): { left: number; lost: number } {
  const { width, height } = person;
  const [truth, own] = [alphaOf(person), alphaOf(cut)];
  const largest = (isWrong: (alpha: number) => boolean, isTrue: (alpha: number) => boolean) => {
    const from = distancesFrom(
      Uint8Array.from(truth, (a) => Number(isTrue(a))),
      width,
      height,
    );
    const wrong = Uint8Array.from(own, (a, i) => Number(isWrong(a) && (from[i] ?? 0) > tolerance));
    return Math.max(0, ...pieces(wrong, width).map(({ length }) => length));
  };
  const isIn = (alpha: number) => alpha >= personFrom;
  const isOut = (alpha: number) => alpha < personFrom;
  return { left: largest(isIn, isIn), lost: largest(isOut, isOut) };
}
