/** Pieces of the old background that hang on the person: bumps of the outline in a colour that is not the body's. */

import { apart, type Colour, colourAt, inShade, medianColour } from "./colours.ts";
import type { Matte } from "./matte.ts";
import { direction, distance, type Outline } from "./outline.ts";

/** A part of the outline, from one of its points to another. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/** The largest piece of background that hangs on the outline, as a share of the picture; 0 when there is none. */
export function leftoverShare(matte: Matte, outline: Outline): number {
  const { width, height } = matte.pixels;
  const colours = coloursWithin(matte, outline);
  const areas = runs(colours)
    .filter((run) => bumpArea(outline, run) > 0 && isStrange(matte, outline, colours, run))
    .map((run) => bumpArea(outline, run));
  return areas.reduce((most, area) => Math.max(most, area), 0) / (width * height);
}

/** Distance up to which two colours count as one. */
const alike = 40;

/** The parts of the outline within which the person has one colour. */
function runs(colours: readonly (Colour | undefined)[]): Part[] {
  const [least, gap] = [24, 6];
  const found: Part[] = [];
  for (let from = 0; from < colours.length; ) {
    let mean = colours[from];
    let to = from;
    for (let i = from + 1; mean && i < colours.length && i - to <= gap; i++) {
      const own = colours[i];
      if (!own || apart(own, mean) >= alike) continue;
      to = i;
      mean = towards(mean, own);
    }
    if (to - from >= least) found.push({ from, to });
    from = to + 1;
  }
  return found;
}

/** One colour a little nearer to another: light changes along a wall. */
function towards(one: Colour, other: Colour): Colour {
  const [red, green, blue] = one.map((value, c) => value + ((other[c] ?? 0) - value) / 12);
  return [red ?? 0, green ?? 0, blue ?? 0];
}

/** Pixels beyond the line between two points of the outline; 0 when it is flat, or not of a size that background leaves. */
function bumpArea(outline: Outline, { from, to }: Part): number {
  const chord = distance(outline, from, to);
  const [least, most] = [180, 7000];
  if (chord < 10 || chord > 150) return 0;
  let twice = 0;
  for (let i = from; i <= to; i++) {
    const next = i === to ? from : i + 1;
    twice +=
      (outline.x[i] ?? 0) * (outline.y[next] ?? 0) - (outline.x[next] ?? 0) * (outline.y[i] ?? 0);
  }
  const area = twice / 2;
  const isBump = area > 0.1 * chord * chord;
  return isBump && area >= least && area <= most ? area : 0;
}

/**
 * Whether a part's colour is not that of the body before it, nor after it, nor of what lies within nearby; of which a large piece of wall is a
 * little itself. At one end may be a second piece of the same wall, when it is all the stranger to the other end. Of the good people drawn, no bump
 * has its colour in less than a fifth of what is nearby.
 */
function isStrange(
  matte: Matte,
  outline: Outline,
  colours: readonly (Colour | undefined)[],
  { from, to }: Part,
): boolean {
  const [beside, strange, stranger] = [24, 45, 75];
  const middle = (first: number, last: number) =>
    medianColour(
      colours.slice(Math.max(first, 0), Math.max(last, 0)).flatMap((c) => (c ? [c] : [])),
    );
  const own = middle(from, to);
  const before = apart(own, middle(from - beside, from));
  const after = apart(own, middle(to + 1, to + beside));
  const isBetween = Math.min(before, after) > strange;
  if (!isBetween && Math.max(before, after) <= stranger) return false;
  return nearbyShare(matte, outline, own, { from, to }) < (isBetween ? 0.06 : 0.03);
}

/** How much of the person near a bump, on the inner side and well within the outline, is of a colour, or of it in other light. */
function nearbyShare(matte: Matte, outline: Outline, colour: Colour, part: Part): number {
  const nearby = coloursNearby(matte, outline, part);
  const found = nearby.filter(
    (other) => apart(colour, other) < 32 || apart(colour, inShade(other, colour)) < 24,
  );
  return nearby.length === 0 ? 0 : found.length / nearby.length;
}

function coloursNearby(
  { pixels: { data, width, height }, person, fromClear }: Matte,
  outline: Outline,
  { from, to }: Part,
): Colour[] {
  const [reach, step, deep] = [90, 3, 14];
  const [x, y] = [outline.x[from] ?? 0, outline.y[from] ?? 0];
  const [dx, dy] = [(outline.x[to] ?? 0) - x, (outline.y[to] ?? 0) - y];
  const [left, top] = [Math.round(x + dx / 2) - reach, Math.round(y + dy / 2) - reach];
  const colours: Colour[] = [];
  for (let row = Math.max(top, 0); row < Math.min(top + 2 * reach, height); row += step)
    for (let i = Math.max(left, 0); i < Math.min(left + 2 * reach, width); i += step) {
      const at = row * width + i;
      const isInner = dx * (row - y) > dy * (i - x);
      if (isInner && person[at] && (fromClear[at] ?? 0) > deep)
        colours.push(colourAt(data, at * 4));
    }
  return colours;
}

/** At each point of the outline the colour a little within; undefined where nothing solid is. */
function coloursWithin({ pixels, alpha }: Matte, outline: Outline): (Colour | undefined)[] {
  const { data, width, height } = pixels;
  const depth = 5;
  return Array.from({ length: outline.length }, (_, i) => {
    const inward = ((direction(outline, i - 3, i + 3) + 90) * Math.PI) / 180;
    const x = Math.round((outline.x[i] ?? 0) + depth * Math.cos(inward));
    const y = Math.round((outline.y[i] ?? 0) + depth * Math.sin(inward));
    if (x < 0 || x >= width || y < 0 || y >= height) return undefined;
    const at = y * width + x;
    return (alpha[at] ?? 0) >= 200 ? colourAt(data, at * 4) : undefined;
  });
}
