/** Sharpness of the face (K-14, K-17), whatever the sharpness of cloth and body. */
import { areEyesHidden } from "./skin.ts";
import type { Tone, ToneCheck } from "./tone.ts";
import { beyond } from "./violation.ts";

/**
 * Below it a face is blurred, by about one and a half pixels, or was moved, by about ten. Closed eyes, or such behind black glasses,
 * leave less of a sharp face, in dark skin above all: their lines lie one way. As sharp as the others in one direction is enough for them.
 */
const least = { open: 0.29, hidden: 0.19 } as const;
/** Less even than this, it was moved. The lines of closed eyes lie one way as well: of them no movement is told. */
const moved = 0.42;
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
    find: (tone) => (isOneWay(tone) ? blur(tone) : undefined),
    unless: notToJudge,
  },
  { code: "blurred", find: blur, unless: ["shaken", ...notToJudge] },
] as const satisfies readonly ToneCheck[];

function blur(tone: Tone) {
  return beyond("figure", tone.detail.sharpness, { min: leastOf(tone) });
}

export function isBlurred(tone: Tone): boolean {
  return tone.detail.sharpness < leastOf(tone);
}

function leastOf({ skin, detail }: Tone): number {
  if (skin.eyes && !areEyesHidden(skin)) return least.open;
  return detail.sharpest > 1 ? 0 : least.hidden;
}

/** Sharp across one direction and not along it. */
function isOneWay({ detail: { sharpness, evenness }, skin }: Tone): boolean {
  return skin.eyes !== undefined && sharpness > told && evenness < moved;
}
