/** The person's outline as a line of points, finer than pixels, so that a soft or turned edge is as straight as a hard one. */

import type { Matte } from "./matte.ts";
import { personFrom } from "./pixels.ts";

/** A closed line, clockwise as one sees it: the person lies to the right. About one point a pixel. */
export interface Outline {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** 1 where the person leaves the picture. */
  readonly isFrame: Uint8Array;
  readonly length: number;
}

interface Step {
  readonly pixel: number;
  /** Where outside is: 0 above, 1 to the right, 2 below, 3 to the left. */
  readonly outward: number;
}

const across = [0, 1, 0, -1] as const;
const down = [-1, 0, 1, 0] as const;

/** The outer outline of the person; of length 0 when there is nobody. */
export function traceOutline(matte: Matte): Outline {
  const steps = walk(matte);
  const x = new Float32Array(steps.length);
  const y = new Float32Array(steps.length);
  const isFrame = new Uint8Array(steps.length);
  const { width, height } = matte.pixels;
  steps.forEach(({ pixel, outward }, i) => {
    const [px, py] = [pixel % width, Math.floor(pixel / width)];
    const [dx, dy] = [across[outward] ?? 0, down[outward] ?? 0];
    const isOut = px + dx < 0 || px + dx >= width || py + dy < 0 || py + dy >= height;
    const share = isOut ? 0.5 : crossing(matte.alpha, pixel, pixel + dy * width + dx);
    x[i] = px + dx * share;
    y[i] = py + dy * share;
    isFrame[i] = Number(isOut);
  });
  return { x: smooth(x), y: smooth(y), isFrame, length: steps.length };
}

/** Where between two neighbours the alpha passes one half: 0 at the first, 1 at the second. */
function crossing(alpha: Uint8Array, inside: number, outside: number): number {
  const [from, to] = [alpha[inside] ?? 0, alpha[outside] ?? 0];
  return from > to ? Math.min((from - personFrom) / (from - to), 1) : 0.5;
}

/**
 * Follows the sides between person and not person, with the person at the right hand. It begins below, where the person mostly
 * leaves the picture: no line of the outline is then cut in two by the beginning.
 */
function walk({ person, pixels: { width, height } }: Matte): Step[] {
  const start = person.lastIndexOf(1);
  if (start < 0) return [];
  const isPerson = (x: number, y: number) =>
    x >= 0 && x < width && y >= 0 && y < height && person[y * width + x] === 1;
  const steps: Step[] = [];
  let [x, y, outward] = [start % width, Math.floor(start / width), 2];
  do {
    steps.push({ pixel: y * width + x, outward });
    const ahead = (outward + 1) % 4;
    const [ax, ay] = [x + (across[ahead] ?? 0), y + (down[ahead] ?? 0)];
    const [bx, by] = [ax + (across[outward] ?? 0), ay + (down[outward] ?? 0)];
    if (!isPerson(ax, ay)) outward = ahead;
    else if (!isPerson(bx, by)) [x, y] = [ax, ay];
    else [x, y, outward] = [bx, by, (outward + 3) % 4];
  } while (y * width + x !== start || outward !== 2);
  return steps;
}

/** Takes the stairs of pixels out of a slanted line. */
function smooth(values: Float32Array): Float32Array {
  const weights = [1, 2, 3, 2, 1];
  const n = values.length;
  return values.map((_, i) => {
    let sum = 0;
    for (let k = -2; k <= 2; k++) sum += (weights[k + 2] ?? 0) * (values[(i + k + n) % n] ?? 0);
    return sum / 9;
  });
}

/** The direction from one point of the outline to another, in degrees: 0 to the right, 90 down. */
export function direction({ x, y, length }: Outline, from: number, to: number): number {
  const [a, b] = [(from + length) % length, (to + length) % length];
  const [dx, dy] = [(x[b] ?? 0) - (x[a] ?? 0), (y[b] ?? 0) - (y[a] ?? 0)];
  return (Math.atan2(dy, dx) * 180) / Math.PI;
}

/** From one direction to another in degrees, -180 to 180; above 0 the outline turns right: a convex corner. */
export function turn(from: number, to: number): number {
  return ((to - from + 540) % 360) - 180;
}

/** The distance of two points of the outline in pixels. */
export function distance({ x, y, length }: Outline, from: number, to: number): number {
  const [a, b] = [(from + length) % length, (to + length) % length];
  return Math.hypot((x[b] ?? 0) - (x[a] ?? 0), (y[b] ?? 0) - (y[a] ?? 0));
}
