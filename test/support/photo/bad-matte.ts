/** What goes wrong when a background is removed, done to a drawn person: one kind a function, its strength from the seed. */

import { distancesFrom } from "#shared/photo/distances.ts";
import type { Pixels } from "#shared/photo/pixels.ts";
import { alphaOf, areaOf, withAlpha } from "./alpha.ts";
import { arcCut, cut, diagonalCut, flatTop } from "./cut.ts";
import type { Headwear } from "./drawn-person.ts";
import { hangingText, stripes } from "./hung-on.ts";
import { cutOutOfWall, wallFor, wallUnder } from "./old-wall.ts";
import { between, pick, type Random } from "./random.ts";
import { blur } from "./soften.ts";

type Spoil = (person: Pixels, random: Random) => Pixels;

/** Each kind of bad cut-out. */
export const badMattes = {
  "faint person": (p, random) => fade(p, between(random, 0.55, 0.948), 0),
  "faint head": (p, random) => fade(p, between(random, 0.55, 0.948), 1),
  "half of the head faint": (p, random) => fade(p, between(random, 0.5, 0.93), 0.5),
  "black silhouette": (p, random) => blacken(fade(p, between(random, 0.75, 0.948), 0)),
  "wide halo": (p, random) => halo(p, random, between(random, 2, 6), between(random, 0.6, 1.4)),
  "mixed halo": (p, random) => halo(p, random, between(random, 0.8, 1.6), between(random, 1.6, 3)),
  "halo at the head": (p, random) =>
    upper(p, halo(p, random, between(random, 2, 5), between(random, 0.6, 1.4))),
  "hole in the head": (p, random) => hole(p, random, [160, 290, 160, 330], 0),
  "hole in the body": (p, random) => hole(p, random, [110, 340, 460, 545], 0),
  "soft hole": (p, random) => hole(p, random, [150, 300, 150, 530], between(random, 40, 190)),
  "soft box of wall": (p, random) => box(p, random, between(random, 24, 200)),
  "solid box of wall": (p, random) => box(p, random, 255),
  "leftover at the head": (p, random) => leftover(p, random, [120, 300]),
  "leftover at the shoulder": (p, random) => leftover(p, random, [430, 530]),
  "straight cut": (p, random) => cut(p, random, pick([0, 90], random), 0),
  "turned cut": (p, random) => cut(p, random, pick([0, 90], random) + between(random, 0.2, 4), 0),
  "soft cut": (p, random) =>
    cut(p, random, pick([0, 90], random) + between(random, -0.4, 0.4), between(random, 1, 3)),
  "slanted cut": (p, random) => cut(p, random, between(random, 5, 85), between(random, 0, 2)),
  "flat top": (p, random) => flatTop(p, random),
  jagged: (p) => withAlpha(p, (alpha) => (alpha >= 128 ? 255 : 0)),
  "stray piece": (p, random) => stray(p, random),
  "text that hangs on a thread": hangingText,
  "stripes of wall": stripes,
  "diagonal cut": diagonalCut,
  "cut by an arc": arcCut,
} as const satisfies Record<string, Spoil>;
export type BadMatte = keyof typeof badMattes;

/** Who cannot show a kind: a peci whose top is cut off is a lower peci. */
export const exceptFor: Readonly<Partial<Record<BadMatte, Headwear>>> = { "flat top": "peci" };

/** @param part 0 the whole person, 1 down to the chin, between: that much of the head's width */
function fade(p: Pixels, factor: number, part: number): Pixels {
  return withAlpha(p, (alpha, x, y) => {
    const isMeant = part === 0 || (y < 370 && x < (part === 1 ? p.width : p.width * part));
    return isMeant ? alpha * factor : alpha;
  });
}

function blacken(p: Pixels): Pixels {
  return { ...p, data: p.data.map((value, i) => (i % 4 === 3 ? value : 0)) };
}

/** The outline lies outside the person. @param reach in pixels @param softness in pixels */
function halo(p: Pixels, random: Random, reach: number, softness: number): Pixels {
  const wall = wallFor(p, random);
  const own = alphaOf(p);
  const person = Uint8Array.from(own, (alpha) => Number(alpha >= 128));
  const distance = distancesFrom(person, p.width, p.height);
  const wide = own.map((alpha, i) =>
    Math.max(alpha, 255 * Math.min(Math.max(reach + 0.5 - (distance[i] ?? 9), 0), 1)),
  );
  return cutOutOfWall(p, random, blur(wide, p.width, p.height, softness), wall);
}

/** The upper part of one picture above the lower part of the other. */
function upper(below: Pixels, above: Pixels): Pixels {
  const data = Uint8Array.from(below.data);
  data.set(above.data.subarray(0, below.width * 350 * 4));
  return { ...below, data };
}

/** Whether everything so far from a place, up, down and to the sides, is person. */
function isWithin(p: Pixels, x: number, y: number, far: number): boolean {
  const solid = (px: number, py: number) =>
    (p.data[(Math.round(py) * p.width + Math.round(px)) * 4 + 3] ?? 255) > 242;
  return [
    [0, 0],
    [far, 0],
    [-far, 0],
    [0, far],
    [0, -far],
  ].every(([dx = 0, dy = 0]) => solid(x + dx, Math.min(y + dy, p.height - 1)));
}

function hole(
  p: Pixels,
  random: Random,
  [left, right, top, bottom]: readonly [number, number, number, number],
  alpha: number,
): Pixels {
  let [x, y] = [0, 0];
  // Within the person, not beside.
  do [x, y] = [between(random, left, right), between(random, top, bottom)];
  while (!isWithin(p, x, y, 32));
  const [a, b] = [between(random, 6, 26), between(random, 6, 26)];
  const soft = between(random, 1, 4);
  return withAlpha(p, (own, px, py) => {
    const inside = (1 - Math.hypot((px - x) / a, (py - y) / b)) * Math.min(a, b);
    const share = Math.min(Math.max(inside / soft + 0.5, 0), 1);
    return own * (1 - share) + Math.min(own, alpha) * share;
  });
}

/** A rectangle of wall around the head, or around head and shoulders. */
function box(p: Pixels, random: Random, strength: number): Pixels {
  const bottom = pick([between(random, 260, 380), 600], random);
  const [left, right] = [between(random, 40, 100), between(random, 350, 410)];
  const top = between(random, 30, 75);
  const soft = between(random, 0.8, 6);
  const alpha = new Float32Array(p.width * p.height).map((_, i) => {
    const [x, y] = [i % p.width, Math.floor(i / p.width)];
    const inside = Math.min(x - left, right - x, y - top, bottom - y);
    return strength * Math.min(Math.max(inside / soft, 0), 1);
  });
  return wallUnder(p, random, alpha);
}

/** Wall that hangs on the outline between two heights, at least 250 pixels of it: what lies behind the person is no leftover. */
function leftover(p: Pixels, random: Random, heights: readonly [number, number]): Pixels {
  const before = areaOf(p);
  for (;;) {
    const spoiled = leftoverOnce(p, random, heights);
    if (areaOf(spoiled) > before + 250) return spoiled;
  }
}

/** One or two blobs. */
function leftoverOnce(p: Pixels, random: Random, [top, bottom]: readonly [number, number]): Pixels {
  const own = alphaOf(p);
  let alpha = new Float32Array(own.length);
  for (let count = 1 + Math.floor(random() * 2); count > 0; count--) {
    const y = Math.round(between(random, top, bottom));
    const x = edgeAt(own, p.width, y, random() < 0.5);
    const [a, b] = [between(random, 16, 42), between(random, 16, 42)];
    const soft = between(random, 0.8, 2.5);
    alpha = alpha.map((value, i) => {
      const [dx, dy] = [(i % p.width) - x, Math.floor(i / p.width) - y];
      const wave = 1 + 0.18 * Math.sin(3 * Math.atan2(dy, dx) + y);
      const inside = (wave - Math.hypot(dx / a, dy / b)) * Math.min(a, b);
      return Math.max(value, 255 * Math.min(Math.max(inside / soft, 0), 1));
    });
  }
  const near = [Math.max(top - 90, 0), Math.min(bottom + 60, p.height)] as const;
  return wallUnder(p, random, alpha, wallFor(p, random, near));
}

/** The person's first or last column in a row. */
function edgeAt(alpha: Float32Array, width: number, y: number, isLeft: boolean): number {
  const row = Array.from(alpha.subarray(y * width, (y + 1) * width), (value) => value >= 128);
  const at = isLeft ? row.indexOf(true) : row.lastIndexOf(true);
  return Math.min(Math.max(at, 30), width - 30);
}

/** A piece of wall that does not touch the person. */
function stray(p: Pixels, random: Random): Pixels {
  const side = pick([-1, 1], random);
  const [x, y, r] = [
    225 + side * between(random, 150, 185),
    between(random, 120, 330),
    between(random, 9, 26),
  ];
  const alpha = new Float32Array(p.width * p.height).map((_, i) => {
    const inside = r - Math.hypot((i % p.width) - x, Math.floor(i / p.width) - y);
    return 255 * Math.min(Math.max(inside / 2, 0), 1);
  });
  return wallUnder(p, random, alpha);
}
