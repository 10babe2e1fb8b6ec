/** Straight lines beyond which nothing of a drawn person is left. */
import type { Pixels } from "#shared/photo/pixels.ts";
import { alphaOf, areaOf, withAlpha } from "./alpha.ts";
import { between, pick, type Random } from "./random.ts";

/** All beyond a line is gone, and that is at least 1,500 pixels. @param degrees from the vertical */
export function cut(p: Pixels, random: Random, degrees: number, softness: number): Pixels {
  const before = areaOf(p);
  for (;;) {
    const spoiled = cutOnce(p, random, degrees, softness);
    if (areaOf(spoiled) < before - 1500) return spoiled;
  }
}

/** An upright line takes an arm or a side of the head, others a shoulder. */
function cutOnce(p: Pixels, random: Random, degrees: number, softness: number): Pixels {
  const angle = (degrees * Math.PI) / 180;
  const side = pick([-1, 1], random);
  const isUpright = Math.abs(degrees) < 5;
  const [across, y] = isUpright
    ? [between(random, 45, 130), 440]
    : [between(random, 125, 165), between(random, 465, 490)];
  const [nx, ny] = [side * Math.cos(angle), -Math.sin(angle)];
  return withAlpha(p, (own, px, py) => {
    const beyond = (px - 225 - side * across) * nx + (py - y) * ny;
    const isHead = !isUpright && (px - 225) * side < 85;
    return isHead ? own : own * (1 - step(beyond, softness));
  });
}

/** A line aslant that takes a shoulder with it, or a side of the head, or both. */
export function diagonalCut(p: Pixels, random: Random): Pixels {
  const before = areaOf(p);
  for (;;) {
    const angle = (between(random, 15, 70) * Math.PI) / 180;
    const side = pick([-1, 1], random);
    const [x, y] = [225 + side * between(random, 50, 165), between(random, 110, 480)];
    const [nx, ny] = [side * Math.cos(angle), -Math.sin(angle)];
    const soft = between(random, 0, 2);
    const spoiled = withAlpha(
      p,
      (own, px, py) => own * (1 - step((px - x) * nx + (py - y) * ny, soft)),
    );
    const gone = before - areaOf(spoiled);
    if (gone > 1500 && gone < 30_000) return spoiled;
  }
}

/** The crown, or a side of the head, is gone beyond an arc, as where a round mask was too small. */
export function arcCut(p: Pixels, random: Random): Pixels {
  const before = areaOf(p);
  for (;;) {
    const far = between(random, 90, 170);
    const [x, y] = [225 + between(random, -45, 45), 250 + between(random, -20, 60)];
    const soft = between(random, 0, 2);
    const spoiled = withAlpha(p, (own, px, py) =>
      py > y ? own : own * (1 - step(Math.hypot(px - x, py - y) - far, soft)),
    );
    const gone = before - areaOf(spoiled);
    if (gone > 1500 && gone < 20_000) return spoiled;
  }
}

/** From 0 to 1 over so many pixels. */
function step(value: number, softness: number): number {
  return Math.min(Math.max(value / Math.max(softness, 0.01) + 0.5, 0), 1);
}

/** The photo ended above the forehead: its edge is the head's. */
export function flatTop(p: Pixels, random: Random): Pixels {
  const y = topOf(p) + between(random, 16, 45);
  const turn = between(random, -0.03, 0.03);
  const soft = between(random, 0, 2);
  return withAlpha(p, (own, px, py) => own * step(py - y - turn * (px - 225), soft));
}

/** The first row with 60 pixels of person: below loose hair. */
function topOf(p: Pixels): number {
  const alpha = alphaOf(p);
  for (let y = 0; y < p.height; y++) {
    const row = alpha.subarray(y * p.width, (y + 1) * p.width);
    if (row.filter((value) => value >= 128).length >= 60) return y;
  }
  return 0;
}
