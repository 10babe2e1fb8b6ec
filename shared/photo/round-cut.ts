/** A head that is cut by an arc of a circle, as where a round mask was too small. */
import { direction, type Outline, turn } from "./outline.ts";
import type { Pixels } from "./pixels.ts";

/** Points of the outline that lie on one circle, and pixels that they may lie beside it: no head and no scarf is as round for so long. */
const least = 140;
const tolerance = 0.5;
/** Of the circle, in pixels: smaller ones are ears, larger ones lines. */
const radius = { least: 80, most: 190 } as const;
/**
 * Degrees by which the outline turns away from the circle at one end, towards its middle: where a scarf is round, it goes on, and a round
 * head meets ear or neck in a corner the other way.
 */
const corner = 14;

/** How long the outline of the head is cut along a circle, in points of it as a share of the picture's width; 0 when it is not. */
export function roundCut(outline: Outline, { width, height }: Pick<Pixels, "width" | "height">) {
  const { length } = outline;
  const at = (i: number) => (i + length) % length;
  const [x, y] = [(i: number) => outline.x[at(i)] ?? 0, (i: number) => outline.y[at(i)] ?? 0];
  for (let from = 0; from < length; from += 4) {
    const circle = circleThrough([0, least / 2, least].map((i) => [x(from + i), y(from + i)]));
    const { cx, cy, r } = circle;
    if (!(r > radius.least && r < radius.most)) continue;
    const isOn = (i: number) =>
      !outline.isFrame[at(i)] &&
      y(i) < 0.6 * height &&
      Math.abs(Math.hypot(x(i) - cx, y(i) - cy) - r) < tolerance;
    let [first, last] = [from, from];
    while (last - from < length && isOn(last + 2)) last += 2;
    if (last - from < least) continue;
    while (from - first < length && isOn(first - 2)) first -= 2;
    const along = (i: number) => (Math.atan2(x(i) - cx, cy - y(i)) * 180) / Math.PI;
    const before = turn(direction(outline, first - 12, first - 2), along(first));
    const after = turn(along(last), direction(outline, last + 2, last + 12));
    if (Math.max(before, after) > corner) return (last - first) / width;
  }
  return 0;
}

/** Its radius is below 0 where the points bend inwards. */
function circleThrough([
  [ax = 0, ay = 0] = [],
  [bx = 0, by = 0] = [],
  [dx = 0, dy = 0] = [],
]: number[][]) {
  const [ux, uy, vx, vy] = [bx - ax, by - ay, dx - ax, dy - ay];
  const [u, v, area] = [ux * ux + uy * uy, vx * vx + vy * vy, 2 * (ux * vy - uy * vx)];
  const [x, y] = [(vy * u - uy * v) / area, (ux * v - vx * u) / area];
  return { cx: ax + x, cy: ay + y, r: Math.sign(area) * Math.hypot(x, y) };
}
