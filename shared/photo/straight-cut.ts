/** Straight cuts through the person, in any direction and however soft; the flat top of a peci is none. */

import { direction, distance, type Outline, turn } from "./outline.ts";
import type { Pixels } from "./pixels.ts";

type Size = Pick<Pixels, "width" | "height">;

/** Points of the outline that a rounded corner takes. */
const corner = 16;

/** Length from which a line is looked at, in pixels. */
const leastCut = 66;

/**
 * The longest straight cut as a share of the picture's width; 0 when there is none. A person's outline is straight for a while,
 * too, but bends gently where that begins and ends, or, at the neck, inwards at both ends.
 */
export function cutLength(outline: Outline, size: Size): number {
  const lines = straightLines(outline, leastSide);
  const peci = lines.find((line) => isPeci(line, lines, outline, size));
  const top = peci && flatPart(outline, peci);
  const isOfPeci = ({ from, to }: Line) =>
    top !== undefined && to > top.from - corner && from < top.to + corner;
  const hair = sidesOfHair(lines, outline, size);
  const cut = lines.find(
    (line) =>
      (isCut(line) || isOverHead(line, outline, size)) && !isOfPeci(line) && !hair.has(line),
  );
  return cut ? cut.length / size.width : 0;
}

function isCut({ length, heading, turnBefore, turnAfter }: Line): boolean {
  const [outwards, inwards] = [Math.max(turnBefore, turnAfter), Math.min(turnBefore, turnAfter)];
  const isSharp = outwards >= 20 || (outwards >= 14 && inwards <= -75);
  const isAbrupt = Math.abs(turnBefore) >= 14 && Math.abs(turnAfter) >= 14;
  // A single hair turns back on itself.
  const isHair = length <= 90 && Math.max(outwards, -inwards) > 125;
  if (length >= leastCut && isSharp && isAbrupt && !isHair) return true;
  // Out at one end and in at the other, both sharply: a step, as where a shoulder is missing. Below loose hair an ear is nearly one.
  const leastOut = isUpright(heading) ? 50 : 40;
  if (length >= 45 && outwards >= leastOut && inwards <= -70 && !isHair) return true;
  return length >= 200 || (length >= 115 && isSharp);
}

/** No head is flat above for so long; loose hair hides the corners of the cut. */
function isOverHead({ from, length, heading }: Line, { y }: Outline, { height }: Size): boolean {
  return length >= 95 && Math.abs(heading) < 12 && (y[from] ?? 0) < height / 2;
}

/**
 * The sides of long straight hair: upright beside the head, from below the crown down to shoulders that are broader. One has no corner
 * above, or loose hair hides it, and turns inwards where it meets the shoulder; or there is one on either side. What is cut off a body
 * in a line leaves nothing beyond that line, and a box of wall begins in corners above the crown.
 */
function sidesOfHair(lines: readonly Line[], outline: Outline, { height }: Size): Set<Line> {
  const { x, y, length } = outline;
  const crown = 45;
  const further = 20;
  const head = Math.min(...y);
  const sides = lines.flatMap((line) => {
    const { heading, from, to, turnBefore, turnAfter } = line;
    const side = Math.sign(heading);
    const [upper, lower] = side > 0 ? [from, to] : [to, from];
    const [above, below] = side > 0 ? [turnBefore, turnAfter] : [turnAfter, turnBefore];
    const [top, low, end] = [
      y[upper % length] ?? 0,
      y[lower % length] ?? 0,
      x[lower % length] ?? 0,
    ];
    const isBeside = isUpright(heading) && top < height / 2 && low < 0.9 * height;
    const isCorner = above > 75 && above < 125;
    if (!isBeside || isCorner || top < head + crown) return [];
    const isOver = y.some((own, i) => own > low && ((x[i] ?? 0) - end) * side > further);
    return isOver ? [{ line, side, low, isSure: above < 24 && below < -40 }] : [];
  });
  const isHair = ({ side, low, isSure }: (typeof sides)[number]) =>
    isSure || sides.some((other) => other.side !== side && Math.abs(other.low - low) < 60);
  return new Set(sides.filter(isHair).map(({ line }) => line));
}

const isUpright = (heading: number) => Math.abs(Math.abs(heading) - 90) < 14;

/** A side of a peci is at least so long, in pixels. */
const leastSide = 30;

/** Flat, no wider than a head, and between two upright sides that are no longer than a peci is high. */
function isPeci(line: Line, lines: readonly Line[], outline: Outline, size: Size): boolean {
  if (Math.abs(line.heading) > 12) return false;
  const top = flatPart(outline, line);
  if (distance(outline, top.from, top.to) > size.width / 2) return false;
  const sides = lines.filter(
    ({ length, heading }) => length < size.height / 4 && Math.abs(Math.abs(heading) - 90) < 16,
  );
  return (
    sides.some(({ heading, to }) => heading < 0 && Math.abs(top.from - to) < corner) &&
    sides.some(({ heading, from }) => heading > 0 && Math.abs(from - top.to) < corner)
  );
}

/** The line and all around it that is nearly as flat: a peci may be arched a little. */
function flatPart(outline: Outline, { from, to, heading }: Line): { from: number; to: number } {
  const isFlat = (i: number) => Math.abs(turn(heading, direction(outline, i - 4, i + 4))) < 15;
  const reach = { from, to };
  while (to - reach.from < outline.length && isFlat(reach.from - 4)) reach.from--;
  while (reach.to - from < outline.length && isFlat(reach.to + 4)) reach.to++;
  return reach;
}

/** A part of the outline that is straight. */
interface Line {
  readonly from: number;
  readonly to: number;
  /** In pixels. */
  readonly length: number;
  /** Of the way, in degrees: 0 to the right, 90 down. */
  readonly heading: number;
  /** How far the outline turns at both ends, in degrees; 90 where the picture ends. */
  readonly turnBefore: number;
  readonly turnAfter: number;
}

/** Pixels that a line may bend from the straight. */
const tolerance = 0.9;

/** The lines of at least so many pixels, longest first, none within another. */
function straightLines(outline: Outline, least: number): Line[] {
  const found: Line[] = [];
  for (let from = 0; from < outline.length; from++) {
    const to = straightFrom(outline, from);
    const length = distance(outline, from, to);
    if (length >= least) found.push({ from, to, length, ...ends(outline, from, to) });
  }
  const kept: Line[] = [];
  for (const line of found.sort((one, other) => other.length - one.length))
    if (!kept.some((other) => overlaps(line, other))) kept.push(line);
  return kept;
}

function overlaps(one: Line, other: Line): boolean {
  const shared = Math.min(one.to, other.to) - Math.max(one.from, other.from);
  // A line reaches a little around the corner at its end.
  return shared > 0.2 * Math.min(one.to - one.from, other.to - other.from);
}

/** The last point up to which the outline stays within the tolerance of one line through this point. */
function straightFrom({ x, y, isFrame, length }: Outline, from: number): number {
  const [x0, y0] = [x[from] ?? 0, y[from] ?? 0];
  const admits = sector();
  let last = from;
  for (let i = from; i < from + length && !isFrame[i % length]; i++) {
    const [dx, dy] = [(x[i % length] ?? 0) - x0, (y[i % length] ?? 0) - y0];
    const far = Math.sqrt(dx * dx + dy * dy);
    if (far > 4 * tolerance && !admits(Math.atan2(dy, dx), Math.asin(tolerance / far))) break;
    last = i;
  }
  return last;
}

/** The directions that pass all points so far; each further point is admitted if it lies in one, and narrows them. */
function sector(): (angle: number, spread: number) => boolean {
  let first: number | undefined;
  let [least, most] = [-Math.PI, Math.PI];
  return (angle, spread) => {
    first ??= angle;
    const turned = angle - first;
    // The short way around; without sine and cosine, for each point of an outline asks it of those that follow.
    const off = Math.abs(turned) > Math.PI ? turned - Math.sign(turned) * 2 * Math.PI : turned;
    if (off < least || off > most) return false;
    least = Math.max(least, off - spread);
    most = Math.min(most, off + spread);
    return true;
  };
}

function ends(outline: Outline, from: number, to: number) {
  const heading = direction(outline, from, to);
  const [near, far] = [3, 11];
  const isFrame = (i: number) => outline.isFrame[(i + outline.length) % outline.length] === 1;
  const atFrame = (i: number, step: 1 | -1) => [1, 2, 3, 4, 5].some((k) => isFrame(i + step * k));
  return {
    heading,
    turnBefore: atFrame(from, -1) ? 90 : turn(direction(outline, from - far, from - near), heading),
    turnAfter: atFrame(to, 1) ? 90 : turn(heading, direction(outline, to + near, to + far)),
  };
}
