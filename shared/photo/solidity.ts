/** Whether the person is solid and nothing else is left: measured on the alpha alone. */

import type { Face } from "#shared/vision/face.ts";
import { faceOval } from "#shared/vision/landmarks.ts";
import { eachSpan } from "#shared/vision/polygon.ts";
import { distancesFrom } from "./distances.ts";
import { between, type Matte } from "./matte.ts";
import { largestPiece, pieces } from "./pieces.ts";
import { isClear, isSolid, solidAbove } from "./pixels.ts";

/** How much of a face is solid, 0 to 1: of its inside, more than `deep` pixels from what is clear. 0 when hardly anything lies there. */
export function solidFaceShare(
  { pixels: { width, height }, alpha, fromClear }: Matte,
  { landmarks }: Face,
): number {
  const deep = 12;
  const oval = faceOval.flatMap((number) => landmarks[number] ?? []);
  let [all, core, solid] = [0, 0, 0];
  eachSpan(oval, { width, height }, (y, [from, to]) => {
    all += to - from;
    for (let i = y * width + from; i < y * width + to; i++) {
      if ((fromClear[i] ?? 0) <= deep) continue;
      core++;
      if ((alpha[i] ?? 0) > solidAbove) solid++;
    }
  });
  return core < 0.25 * all ? 0 : solid / core;
}

/**
 * What is missing of the person within it, as a share of the picture: a half clear pixel counts half. Only what solid parts
 * enclose, in pieces that miss at least eight pixels.
 */
export function holeShare({ pixels, alpha, exterior }: Matte): number {
  const least = 8;
  const enclosed = between(alpha, 0, solidAbove);
  for (let i = 0; i < enclosed.length; i++) if (exterior[i]) enclosed[i] = 0;
  const missing = pieces(enclosed, pixels.width)
    .map((piece) => piece.reduce((sum, i) => sum + 255 - (alpha[i] ?? 0), 0) / 255)
    .filter((area) => area >= least);
  return missing.reduce((sum, area) => sum + area, 0) / alpha.length;
}

/** Share of the picture that is neither clear nor solid, and broader than any soft outline: a veil of the old background. */
export function veilShare({ pixels, alpha, exterior }: Matte): number {
  const broad = 6;
  const decided = new Uint8Array(alpha.length);
  for (let i = 0; i < alpha.length; i++) {
    const own = alpha[i] ?? 0;
    if (isClear(own) || isSolid(own)) decided[i] = 1;
  }
  const inward = distancesFrom(decided, pixels.width, pixels.height);
  let veil = 0;
  for (let i = 0; i < alpha.length; i++) if (exterior[i] && (inward[i] ?? 0) >= broad) veil++;
  return veil / alpha.length;
}

/** The share of all that can be seen that hangs together with the person; loose hair mostly does. */
export function attachedShare({ pixels, alpha }: Matte): number {
  const visible = 26;
  const areas = pieces(between(alpha, visible, 255), pixels.width).map(({ length }) => length);
  const all = areas.reduce((sum, area) => sum + area, 0);
  return all === 0 ? 0 : areas.reduce((most, area) => Math.max(most, area), 0) / all;
}

/**
 * The share of all that can be seen that is no further from the solid person than loose hair reaches. The person is the largest
 * solid piece without what is thinner than some pixels: a thread does not make a person of what hangs on it.
 */
export function nearShare({ pixels: { width, height }, alpha }: Matte): number {
  // Of 120 drawn people with loose hair none reaches further; at 28 one is near the limit.
  const [thin, hair] = [3, 34];
  const inward = distancesFrom(between(alpha, 0, solidAbove), width, height);
  const thick = new Uint8Array(alpha.length);
  for (let i = 0; i < thick.length; i++) if ((inward[i] ?? 0) > thin) thick[i] = 1;
  const away = distancesFrom(largestPiece(thick, width), width, height);
  let [all, near] = [0, 0];
  for (let i = 0; i < alpha.length; i++) {
    if (isClear(alpha[i] ?? 0)) continue;
    all++;
    if ((away[i] ?? 0) <= thin + hair) near++;
  }
  return all === 0 ? 0 : near / all;
}
