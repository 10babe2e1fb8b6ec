/** Where a busy background is told from the person by its colours: a net sees its blocks and books blurred, and takes some along. */
import type { Pixels } from "../pixels.ts";
import type { Trimap } from "./trimap.ts";

/** So far around a place colours are looked at, one pixel of each so many rows and columns. */
const reach = 28;
const every = 4;
/** Distance of two colours, of 441, up to which they are alike, and from which they have nothing in common. */
const alike = 24;
const strange = 52;

/**
 * What of the band has a colour that the background beside it has, and the person beside it has not, is background: it is no longer
 * worked out. Mixed colours are like neither, and stay.
 */
export function withoutWallColours(picture: Pixels, trimap: Trimap): Trimap {
  const guess = Float32Array.from(trimap.guess);
  const known = knownOf(trimap);
  const band = trimap.band.filter((i) => {
    const isPersons = nearest(picture, i, known.person) <= strange ** 2;
    const isWalls = !isPersons && nearest(picture, i, known.wall) < alike ** 2;
    if (isWalls) guess[i] = 0;
    return !isWalls;
  });
  return { guess, band };
}

/** The square of the distance from a pixel's colour to the most similar one beside it, of those that count. */
function nearest({ data, width, height }: Pixels, i: number, counts: Uint8Array): number {
  const [x, y] = [i % width, Math.floor(i / width)];
  const [left, right] = [Math.max(x - reach, 0), Math.min(x + reach, width - 1)];
  const bottom = Math.min(y + reach, height - 1);
  const at = 4 * i;
  const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  let least = Number.POSITIVE_INFINITY;
  for (let v = Math.max(y - reach, 0); v <= bottom; v += every)
    for (let j = v * width + left; j <= v * width + right; j += every) {
      if (counts[j] !== 1) continue;
      const [r, g, b] = [data[4 * j] ?? 0, data[4 * j + 1] ?? 0, data[4 * j + 2] ?? 0];
      least = Math.min(least, (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2);
    }
  return least;
}

/** 1 where a pixel is known to be the person's, and where the wall's. */
function knownOf({ guess, band }: Trimap): { person: Uint8Array; wall: Uint8Array } {
  const person = Uint8Array.from(guess, (likely) => Number(likely > 0.5));
  const wall = Uint8Array.from(guess, (likely) => Number(likely <= 0.5));
  for (const i of band) {
    person[i] = 0;
    wall[i] = 0;
  }
  return { person, wall };
}
