/** Checks how clean the cut-out is (K-18); the thresholds are from the study in docs/photo.md. */

import type { ViolationCode } from "./photo-report.ts";
import {
  alphaAt,
  type Box,
  clearShare,
  isClear,
  isSolid,
  type Pixels,
  personShare,
} from "./pixels.ts";
import { beyond, type Violation } from "./violation.ts";

interface Check {
  readonly code: ViolationCode;
  readonly measure: (pixels: Pixels) => number;
  readonly min?: number;
  readonly max?: number;
}

const corner = 24;
const edge = 6;

/** In the order in which they are told: the first that fails explains the others. */
const checks: readonly Check[] = [
  { code: "not-transparent", measure: (p) => clearShare(p, whole(p)), min: 0.005 },
  { code: "corners-not-clear", measure: cornersClear, min: 0.98 },
  {
    code: "top-not-clear",
    measure: (p) => clearShare(p, { ...whole(p), bottom: edge }),
    min: 0.995,
  },
  { code: "sides-not-clear", measure: sidesClear, min: 0.97 },
  { code: "too-little-background", measure: (p) => clearShare(p, whole(p)), min: 0.15 },
  { code: "too-little-person", measure: (p) => clearShare(p, whole(p)), max: 0.8 },
  {
    code: "not-down-to-the-edge",
    measure: (p) => personShare(p, { ...whole(p), top: p.height - 3 }),
    min: 0.3,
  },
  { code: "stray-pieces", measure: mainPieceShare, min: 0.985 },
  { code: "holes-in-person", measure: semiTransparentInside, max: 0.012 },
  { code: "jagged-edge", measure: softEdgeShare, min: 0.35 },
  { code: "straight-cut", measure: longestStraightCut, max: 0.16 },
];

/** The first violation of the cut-out; undefined when it is clean. */
export function transparencyViolation(pixels: Pixels): Violation | undefined {
  for (const { code, measure, min, max } of checks) {
    const value = measure(pixels);
    const measurement = beyond("share", value, { min, max });
    if (measurement) return { code, measurement };
  }
  return undefined;
}

function whole({ width, height }: Pixels): Box {
  return { left: 0, top: 0, right: width, bottom: height };
}

function cornersClear(p: Pixels): number {
  const upper = { top: 0, bottom: corner };
  return Math.min(
    clearShare(p, { ...upper, left: 0, right: corner }),
    clearShare(p, { ...upper, left: p.width - corner, right: p.width }),
  );
}

function sidesClear(p: Pixels): number {
  const upper = { top: 0, bottom: Math.floor(p.height * 0.4) };
  return Math.min(
    clearShare(p, { ...upper, left: 0, right: edge }),
    clearShare(p, { ...upper, left: p.width - edge, right: p.width }),
  );
}

/** The largest connected piece's share of everything that is person. */
function mainPieceShare(p: Pixels): number {
  const size = p.width * p.height;
  const seen = new Uint8Array(size);
  let all = 0;
  let largest = 0;
  for (let i = 0; i < size; i++) {
    const area = seen[i] ? 0 : floodArea(p, i, seen);
    all += area;
    largest = Math.max(largest, area);
  }
  return all === 0 ? 0 : largest / all;
}

function floodArea({ data, width, height }: Pixels, start: number, seen: Uint8Array): number {
  const isPerson = (i: number) => (data[i * 4 + 3] ?? 0) >= 128;
  if (!isPerson(start)) return 0;
  const stack = [start];
  seen[start] = 1;
  let area = 0;
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
    area++;
    const x = i % width;
    const neighbours = [x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i - width, i + width];
    for (const n of neighbours) {
      if (n < 0 || n >= width * height || seen[n] || !isPerson(n)) continue;
      seen[n] = 1;
      stack.push(n);
    }
  }
  return area;
}

/** Share of the picture that is half transparent although it lies well within the person. */
function semiTransparentInside(p: Pixels): number {
  const depth = 14;
  let holes = 0;
  for (let y = depth; y < p.height - depth; y++) {
    for (let x = depth; x < p.width - depth; x++) {
      const alpha = alphaAt(p, x, y);
      if (isSolid(alpha) || isClear(alpha)) continue;
      const around = [
        alphaAt(p, x - depth, y),
        alphaAt(p, x + depth, y),
        alphaAt(p, x, y - depth),
        alphaAt(p, x, y + depth),
      ];
      if (around.every(isSolid)) holes++;
    }
  }
  return holes / (p.width * p.height);
}

/** Share of the outline with a soft step beside it: a cut-out made by threshold has none. */
function softEdgeShare(p: Pixels): number {
  let outline = 0;
  let soft = 0;
  for (let y = 2; y < p.height - 4; y++) {
    for (let x = 2; x < p.width - 2; x++) {
      if (!isOutline(p, x, y)) continue;
      outline++;
      if (hasSoftNeighbour(p, x, y)) soft++;
    }
  }
  return outline === 0 ? 0 : soft / outline;
}

function isOutline(p: Pixels, x: number, y: number): boolean {
  if (alphaAt(p, x, y) < 128) return false;
  return alphaAt(p, x - 1, y) < 128 || alphaAt(p, x + 1, y) < 128 || alphaAt(p, x, y - 1) < 128;
}

function hasSoftNeighbour(p: Pixels, x: number, y: number): boolean {
  for (let dy = -2; dy <= 2; dy++) {
    for (let dx = -2; dx <= 2; dx++) {
      const alpha = alphaAt(p, x + dx, y + dy);
      if (!isClear(alpha) && !isSolid(alpha)) return true;
    }
  }
  return false;
}

/** The longest hard edge that runs exactly along a row or column, as a share of that side. */
function longestStraightCut(p: Pixels): number {
  const across = (x: number, y: number, dx: number, dy: number) =>
    isSolid(alphaAt(p, x, y)) &&
    (isClear(alphaAt(p, x - dx, y - dy)) || isClear(alphaAt(p, x + dx, y + dy)));
  let vertical = 0;
  for (let x = 3; x < p.width - 3; x++)
    vertical = Math.max(
      vertical,
      longestRun(p.height, (y) => across(x, y, 1, 0)),
    );
  let horizontal = 0;
  for (let y = 3; y < p.height - 3; y++)
    horizontal = Math.max(
      horizontal,
      longestRun(p.width, (x) => across(x, y, 0, 1)),
    );
  return Math.max(vertical / p.height, horizontal / p.width);
}

function longestRun(length: number, holds: (i: number) => boolean): number {
  let run = 0;
  let longest = 0;
  for (let i = 0; i < length; i++) {
    run = holds(i) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
