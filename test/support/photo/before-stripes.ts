/** A drawn person before a wall with broad stripes: no colour tells what is wall. */
import type { Pixels } from "#shared/photo/pixels.ts";
import { alphaOf } from "./alpha.ts";
import { drawnPerson, type Headwear } from "./drawn-person.ts";
import { wallUnder } from "./old-wall.ts";
import { randomFrom } from "./random.ts";
import type { Showing } from "./showing.ts";

/** @returns the photo, and how much of each pixel is the person, 0 to 255 */
export async function beforeStripes(seed: number, wears: Headwear = "hair", showing?: Showing) {
  const person = await drawnPerson(seed, wears, showing);
  const { width, height } = person;
  const photo = wallUnder(person, randomFrom(seed), new Float32Array(width * height).fill(255));
  const own = alphaOf(person);
  const data = photo.data.map((value, at) => {
    const i = Math.floor(at / 4);
    const isStripe = Math.floor((i % width) / 30) % 2 === 0;
    return at % 4 < 3 && isStripe && own[i] === 0 ? 0.7 * value : value;
  });
  const striped: Pixels = { ...photo, data };
  return { own, photo: striped };
}

/** How much of two cut-outs is in both, of what is in either. @param own 0 to 255 @param other 0 to 1 */
export function overlap(own: Float32Array, other: Float32Array): number {
  let [both, either] = [0, 0];
  own.forEach((alpha, i) => {
    both += Math.min(alpha / 255, other[i] ?? 0);
    either += Math.max(alpha / 255, other[i] ?? 0);
  });
  return both / either;
}
