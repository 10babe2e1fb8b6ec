/** In how much less and more light than it was drawn in a photo still passes: the room that each skin tone has. */
import type { Pixels } from "#shared/photo/pixels.ts";
import { exposed } from "./recolour.ts";

/** In stops: 1 is twice the light. */
export interface Headroom {
  readonly darkest: number;
  readonly brightest: number;
}

/** Found by halving, within an eighth of a stop. @param passes whether the light on a face is told to be right */
export function headroomOf(person: Pixels, passes: (p: Pixels) => boolean): Headroom {
  return { darkest: furthest(person, -6, passes), brightest: furthest(person, 4, passes) };
}

function furthest(person: Pixels, beyond: number, passes: (p: Pixels) => boolean): number {
  let [good, bad] = [0, beyond];
  while (Math.abs(bad - good) > 0.125) {
    const middle = (good + bad) / 2;
    if (passes(exposed(person, 2 ** middle))) good = middle;
    else bad = middle;
  }
  return good;
}
