/** The wall that a drawn person stood before, and pictures in which some of it is left. */
import type { Colour } from "#shared/photo/colours.ts";
import type { Pixels } from "#shared/photo/pixels.ts";
import { pick, type Random } from "./random.ts";

const walls: readonly Colour[] = [
  [250, 250, 248],
  [205, 205, 200],
  [120, 122, 124],
  [60, 110, 190],
  [190, 40, 40],
  [90, 150, 90],
  [230, 215, 180],
];

/**
 * A wall that can be told from the person between two rows: one of the three colours that are seldomest there. What is left of
 * a wall in the person's own colour can hardly be seen.
 */
export function wallFor(
  p: Pixels,
  random: Random,
  [top, bottom]: readonly [number, number] = [0, p.height],
): Colour {
  const seldomest = walls
    .map((wall) => ({ wall, share: shareOf(p, wall, top, bottom) }))
    .sort((one, other) => one.share - other.share);
  return pick(seldomest.slice(0, 3), random).wall;
}

/** How much of the person between two rows is of about this colour. */
function shareOf({ data, width }: Pixels, colour: Colour, top: number, bottom: number): number {
  let [all, alike] = [0, 0];
  for (let i = Math.round(top) * width; i < Math.round(bottom) * width; i += 7) {
    if ((data[i * 4 + 3] ?? 0) < 128) continue;
    all++;
    if (Math.hypot(...colour.map((value, c) => value - (data[i * 4 + c] ?? 0))) < 70) alike++;
  }
  return alike / Math.max(all, 1);
}

/** The wall's colour at a place: uneven light and noise. */
function wallAt(wall: Colour, x: number, y: number, c: number, random: Random): number {
  const light = 1 + 0.06 * Math.sin(x / 90) - (0.05 * y) / 575;
  return Math.min(Math.max((wall[c] ?? 0) * light + (random() - 0.5) * 8, 0), 255);
}

/** Wall of another alpha laid under the cut-out person, whose own colours stay. */
export function wallUnder(
  p: Pixels,
  random: Random,
  wallAlpha: Float32Array,
  wall: Colour = wallFor(p, random),
): Pixels {
  const data = Uint8Array.from(p.data);
  for (let i = 0; i < wallAlpha.length; i++) {
    const own = (p.data[i * 4 + 3] ?? 0) / 255;
    const under = ((wallAlpha[i] ?? 0) / 255) * (1 - own);
    if (under === 0) continue;
    for (const c of [0, 1, 2]) {
      const behind = wallAt(wall, i % p.width, Math.floor(i / p.width), c, random);
      data[i * 4 + c] = Math.round(
        ((p.data[i * 4 + c] ?? 0) * own + behind * under) / (own + under),
      );
    }
    data[i * 4 + 3] = Math.round(255 * (own + under));
  }
  return { ...p, data };
}

/** The person before the wall, cut out by another outline than the person's own. */
export function cutOutOfWall(p: Pixels, random: Random, alpha: Float32Array, wall: Colour): Pixels {
  const data = new Uint8Array(p.data.length);
  for (let i = 0; i < alpha.length; i++) {
    const own = (p.data[i * 4 + 3] ?? 0) / 255;
    for (const c of [0, 1, 2]) {
      const behind = wallAt(wall, i % p.width, Math.floor(i / p.width), c, random);
      data[i * 4 + c] = Math.round((p.data[i * 4 + c] ?? 0) * own + behind * (1 - own));
    }
    data[i * 4 + 3] = Math.round(Math.min(Math.max(alpha[i] ?? 0, 0), 255));
  }
  return { ...p, data };
}
