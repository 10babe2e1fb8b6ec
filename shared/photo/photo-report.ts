/** The outcome of a photo's validation, rule by rule; the page shows it with the measured values and the fix. */
import * as z from "zod";

/** The rules for photos, in this order. "judged" fails when the validation itself could not be finished. */
const photoRules = [
  "format",
  "size",
  "dimensions",
  "transparency",
  "sharpness",
  "light",
  "colour",
  "face",
  "pose",
  "dress",
  "eyes",
  "judged",
] as const;
export type PhotoRule = (typeof photoRules)[number];

/** What can be wrong with a photo; keys the texts. */
const violationCodes = [
  "not-png",
  "damaged",
  "animated",
  "rotated",
  "unknown-chunk",
  "unsupported-colours",
  "too-many-chunks",
  "inflates-too-far",
  "too-large",
  "wrong-dimensions",
  "not-transparent",
  "corners-not-clear",
  "top-not-clear",
  "sides-not-clear",
  "too-little-background",
  "too-little-person",
  "not-down-to-the-edge",
  "stray-pieces",
  "holes-in-person",
  "jagged-edge",
  "straight-cut",
  "round-cut",
  "head-not-solid",
  "veil-left",
  "halo",
  "leftover-attached",
  "enlarged",
  "compressed",
  "posterised",
  "shaken",
  "blurred",
  "too-dark",
  "overexposed",
  "too-bright",
  "washed-out",
  "underexposed",
  "half-shadow",
  "grey",
  "tinted",
  "inverted",
  "unnatural-skin",
  "no-face",
  "face-unclear",
  "several-faces",
  "upside-down",
  "face-too-small",
  "face-too-large",
  "face-too-high",
  "face-too-low",
  "face-off-middle",
  "head-tilted",
  "head-raised",
  "head-lowered",
  "face-turned",
  "eyes-closed",
  "not-judged",
] as const;
export type ViolationCode = (typeof violationCodes)[number];

/** The measured and the wanted value, as figures: the page formats them in its reader's language. */
const measurement = z.strictObject({
  /** "share" of one · "level" of 0 to 255 · "figure" has no unit. */
  unit: z.enum(["bytes", "pixels", "share", "level", "figure", "degrees"]),
  /** Of pixels, the width. */
  measured: z.number(),
  wanted: z.number(),
  bound: z.enum(["min", "max", "exact"]),
  /** Of pixels, the heights. */
  measuredHeight: z.number().exactOptional(),
  wantedHeight: z.number().exactOptional(),
});
export type Measurement = z.infer<typeof measurement>;

export const ruleOutcome = z.strictObject({
  rule: z.enum(photoRules),
  /** "not-checked": people check it · "unread": another rule failed before this one was checked. */
  verdict: z.enum(["passed", "failed", "warned", "not-checked", "unread"]),
  /** What was found, when failed or warned. */
  code: z.enum(violationCodes).exactOptional(),
  measurement: measurement.exactOptional(),
});
export type RuleOutcome = z.infer<typeof ruleOutcome>;

export interface PhotoReport {
  /** No rule failed. Warnings do not refuse a photo. */
  readonly accepted: boolean;
  readonly rules: readonly RuleOutcome[];
}

/** The outcome of an upload whose validation crashed again and again. It is our fault, not the photo's. */
export const notValidated: PhotoReport = {
  accepted: false,
  rules: [{ rule: "judged", verdict: "failed", code: "not-judged" }],
};
