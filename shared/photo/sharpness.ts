/** Sharpness of the face (K-14, K-17), whatever the sharpness of cloth and body. */
import type { Detail } from "./detail.ts";
import type { Tone, ToneCheck } from "./tone.ts";
import { beyond } from "./violation.ts";

/** Below either a face is blurred: by about one pixel. */
const least = { sharpness: 0.075, sharpest: 0.38 } as const;
/** With closed eyes most edges lie one way, and noise hides what is across in dark skin: so sharp in one direction is sharp enough. */
const leastOfLids = 0.55;
/**
 * Less even than this, and below this in its least direction, it was moved: by about ten pixels. The edges of narrow eyes lie one way
 * as well; a little soft, they are sharper than that.
 */
const moved = { evenness: 0.29, sharpness: 0.1 } as const;
/** What is below is hidden by noise: nobody can say whether it moved. */
const told = 0.02;

/** In these, details are not where they are looked for, or something else is said better. */
const notToJudge = [
  "enlarged",
  "compressed",
  "posterised",
  "half-shadow",
  "overexposed",
  "too-dark",
  "inverted",
  "unnatural-skin",
] as const;

export const sharpnessChecks = [
  {
    code: "enlarged",
    find: ({ detail }) => beyond("share", detail.repeated, { max: 0.15 }),
    unless: ["overexposed", "underexposed", "too-dark"],
  },
  {
    code: "compressed",
    find: ({ detail }) => beyond("figure", detail.blocks, { max: 2.4 }),
    unless: ["enlarged"],
  },
  {
    code: "posterised",
    find: ({ detail: { flat, step } }) => beyond("level", flat > 0.4 ? step : 0, { max: 20 }),
    unless: ["enlarged", "compressed", "overexposed", "underexposed"],
  },
  {
    code: "shaken",
    find: ({ detail, skin }) =>
      skin.eyes && isOneWay(detail)
        ? beyond("figure", detail.sharpness, { min: moved.sharpness })
        : undefined,
    unless: notToJudge,
  },
  {
    code: "blurred",
    find: (tone) => beyond("figure", focus(tone), { min: 1 }),
    unless: ["shaken", ...notToJudge],
  },
] as const satisfies readonly ToneCheck[];

/** From 1 it is sharp enough. */
function focus({ detail: { sharpness, sharpest }, skin }: Tone): number {
  const all = Math.min(sharpness / least.sharpness, sharpest / least.sharpest);
  return skin.eyes ? all : Math.max(all, sharpest / leastOfLids);
}

export function isBlurred(tone: Tone): boolean {
  return focus(tone) < 1;
}

/** Sharp across one direction and not along it. */
function isOneWay({ sharpness, evenness }: Detail): boolean {
  return sharpness > told && evenness < moved.evenness;
}
