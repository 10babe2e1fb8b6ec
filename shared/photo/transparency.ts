/** Checks how clean the cut-out is (K-18); the thresholds are from docs/photo.md, measured on drawn people. */

import type { Face } from "#shared/vision/face.ts";
import { haloShare } from "./halo.ts";
import { leftoverShare } from "./leftover.ts";
import { type Matte, readMatte } from "./matte.ts";
import { type Outline, traceOutline } from "./outline.ts";
import type { ViolationCode } from "./photo-report.ts";
import {
  type Box,
  clearShare,
  isClear,
  isSolid,
  type Pixels,
  personFrom,
  personShare,
} from "./pixels.ts";
import { roundCut } from "./round-cut.ts";
import { attachedShare, holeShare, nearShare, solidFaceShare, veilShare } from "./solidity.ts";
import { cutLength } from "./straight-cut.ts";
import { beyond, type Violation } from "./violation.ts";

interface Check {
  readonly code: ViolationCode;
  readonly measure: (
    pixels: Pixels,
    matte: Matte,
    outline: Outline,
    face: Face | undefined,
  ) => number;
  readonly min?: number;
  readonly max?: number;
  /** What says the same better: where it is found, this one is not told. */
  readonly unless?: readonly ViolationCode[];
}

/** Points of an outline. The curliest of the drawn people has 3,600; teeth of one pixel all over the picture make 259,000. */
const longestOutline = 10_000;

const corner = 24;
const edge = 6;

/** In the order in which they are told. */
const checks: readonly Check[] = [
  { code: "corners-not-clear", measure: cornersClear, min: 0.98 },
  {
    code: "top-not-clear",
    measure: (p) => clearShare(p, { ...whole(p), bottom: edge }),
    min: 0.995,
  },
  { code: "sides-not-clear", measure: sidesClear, min: 0.97 },
  {
    code: "too-little-background",
    measure: (p) => clearShare(p, whole(p)),
    min: 0.15,
  },
  { code: "too-little-person", measure: (p) => clearShare(p, whole(p)), max: 0.8 },
  {
    code: "not-down-to-the-edge",
    measure: (p) => personShare(p, { ...whole(p), top: p.height - 3 }),
    min: 0.3,
  },
  {
    code: "head-not-solid",
    // Where there is no face, that is told.
    measure: (_pixels, matte, _outline, face) => (face ? solidFaceShare(matte, face) : 1),
    min: 0.9,
    unless: ["too-little-person"],
  },
  {
    code: "veil-left",
    measure: (_, matte) => veilShare(matte),
    max: 0.03,
    unless: ["head-not-solid"],
  },
  {
    code: "stray-pieces",
    measure: (_, matte) => Math.min(attachedShare(matte), nearShare(matte)),
    min: 0.9984,
    // Of a person who is not solid, everything is far from what is.
    unless: ["head-not-solid", "veil-left"],
  },
  { code: "holes-in-person", measure: (_, matte) => holeShare(matte), max: 0.0002 },
  { code: "jagged-edge", measure: (_, matte) => softEdgeShare(matte), min: 0.35 },
  { code: "halo", measure: (_, matte) => haloShare(matte), max: 0.45, unless: ["veil-left"] },
  {
    code: "leftover-attached",
    measure: (_, matte, outline) => leftoverShare(matte, outline),
    max: 0.0007,
  },
  {
    code: "straight-cut",
    measure: (p, _, outline) => cutLength(outline, p),
    max: 0.09,
    unless: ["not-down-to-the-edge"],
  },
  {
    code: "round-cut",
    measure: (p, _, outline) => roundCut(outline, p),
    max: 0.3,
    unless: ["straight-cut"],
  },
];

/** All that is wrong with the cut-out, but what only follows from something else that is; empty when it is clean. @param face if there is one */
export function transparencyViolations(pixels: Pixels, face: Face | undefined): Violation[] {
  // Where there is no cut-out, everything else is wrong with it, too.
  const clear = beyond("share", clearShare(pixels, whole(pixels)), { min: 0.005 });
  if (clear) return [{ code: "not-transparent", measurement: clear }];
  const matte = readMatte(pixels);
  const outline = traceOutline(matte);
  // The rules below look from each of its points along it: of teeth everywhere that takes seconds.
  if (outline.length > longestOutline) return [{ code: "jagged-edge" }];
  const found = checks.flatMap(({ code, measure, min, max, unless }) => {
    const measurement = beyond("share", measure(pixels, matte, outline, face), { min, max });
    return measurement ? [{ code, measurement, unless }] : [];
  });
  const isExplained = (unless: readonly ViolationCode[] = []) =>
    unless.some((code) => found.some((other) => other.code === code));
  return found
    .filter(({ unless }) => !isExplained(unless))
    .map(({ code, measurement }) => ({ code, measurement }));
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

/** Share of the outline with a soft step beside it: a cut-out made by threshold has none. */
function softEdgeShare({ alpha, pixels: { width, height } }: Matte): number {
  let outline = 0;
  let soft = 0;
  for (let y = 2; y < height - 4; y++) {
    for (let i = y * width + 2; i < (y + 1) * width - 2; i++) {
      if ((alpha[i] ?? 0) < personFrom || isWithin(alpha, width, i)) continue;
      outline++;
      if (hasSoftNeighbour(alpha, width, i)) soft++;
    }
  }
  return outline === 0 ? 0 : soft / outline;
}

/** Whether the person goes on to both sides and above. */
function isWithin(alpha: Uint8Array, width: number, i: number): boolean {
  const beside = Math.min(alpha[i - 1] ?? 0, alpha[i + 1] ?? 0);
  return Math.min(beside, alpha[i - width] ?? 0) >= personFrom;
}

function hasSoftNeighbour(alpha: Uint8Array, width: number, i: number): boolean {
  for (let middle = i - 2 * width; middle <= i + 2 * width; middle += width) {
    for (let at = middle - 2; at <= middle + 2; at++) {
      const own = alpha[at] ?? 0;
      if (!isClear(own) && !isSolid(own)) return true;
    }
  }
  return false;
}
