/** What an attacker hangs on a person's hair by a thread, so faint and thin that it is neither a piece nor a veil. */

import { distancesFrom } from "#shared/photo/distances.ts";
import type { Pixels } from "#shared/photo/pixels.ts";
import { alphaOf } from "./alpha.ts";
import { wallUnder } from "./old-wall.ts";
import { between, pick, type Random } from "./random.ts";

/** «PALSU» («false»), row by row. */
const word = [
  "111..111.1....111.1..1",
  "1..1.1..1.1...1...1..1",
  "111..1111.1...111.1..1",
  "1....1..1.1.....1.1..1",
  "1....1..1.111.111.1111",
];

/** A word in one of the upper corners, underlined as far as the middle, from where a thread leads down to the head. */
export function hangingText(p: Pixels, random: Random): Pixels {
  const [stroke, alpha] = [Math.round(between(random, 4, 7)), between(random, 90, 126)];
  const [wide, high] = [(word[0]?.length ?? 0) * stroke, word.length * stroke];
  const isLeft = pick([true, false], random);
  const [left, top] = [isLeft ? 26 : p.width - 26 - wide, Math.round(between(random, 14, 30))];
  const middle = p.width / 2;
  const isText = (x: number, y: number) =>
    word[Math.floor((y - top) / stroke)]?.[Math.floor((x - left) / stroke)] === "1";
  const isThread = (x: number, y: number) => {
    const isLine = Math.floor((y - top - high) / 2) === 0;
    if (isLine) return isLeft ? x >= left && x < middle : x >= middle && x < left + wide;
    return y > top + high && y < 260 && Math.abs(x - middle) <= 1;
  };
  return under(p, random, (x, y) => (isText(x, y) || isThread(x, y) ? alpha : 0), [180, 0, 0]);
}

/** The wall in every other pair of rows, away from the person, held together by uprights and a thread from above. */
export function stripes(p: Pixels, random: Random): Pixels {
  const seen = Uint8Array.from(alphaOf(p), (alpha) => Number(alpha >= 8));
  const away = distancesFrom(seen, p.width, p.height);
  const [gap, alpha] = [between(random, 20, 30), between(random, 90, 126)];
  const margin = 20;
  return under(p, random, (x, y) => {
    if (y < 30 || x < 8 || x >= p.width - 8) return 0;
    const isUpright = x === margin || x === p.width - margin;
    const isRow = y === 30 || y % 4 < 2 || isUpright;
    const isThread = y < 300 && Math.abs(x - p.width / 2) <= 1;
    return isThread || (isRow && (away[y * p.width + x] ?? 0) > gap) ? alpha : 0;
  });
}

function under(
  p: Pixels,
  random: Random,
  alphaAt: (x: number, y: number) => number,
  ...colour: [] | [readonly [number, number, number]]
): Pixels {
  const alpha = new Float32Array(p.width * p.height).map((_, i) =>
    alphaAt(i % p.width, Math.floor(i / p.width)),
  );
  return wallUnder(p, random, alpha, ...colour);
}
