/** What the judge says of a photo, rule by rule; the page shows it with the measured values and the fix. */
import * as z from "zod";

/** What a photo is judged by, in this order. "judged" is ours to keep: that there is a verdict at all. */
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
const findingCodes = [
  "not-png",
  "damaged",
  "animated",
  "rotated",
  "unknown-chunk",
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
  "too-dark",
  "too-bright",
  "overexposed",
  "underexposed",
  "grey",
  "tinted",
  "blurred",
  "not-judged",
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** What was measured and what is wanted, in figures: the page writes them as its reader does. */
const measurement = z.strictObject({
  /** "share" of one · "level" of 0 to 255 · "figure" has no unit. */
  unit: z.enum(["bytes", "pixels", "share", "level", "figure"]),
  /** Of pixels, the width. */
  measured: z.number(),
  wanted: z.number(),
  bound: z.enum(["min", "max", "exact"]),
  /** Of pixels, the heights. */
  measuredHeight: z.number().exactOptional(),
  wantedHeight: z.number().exactOptional(),
});
export type Measurement = z.infer<typeof measurement>;

export const ruleVerdict = z.strictObject({
  rule: z.enum(photoRules),
  /** "not-checked": for people to judge · "unread": another rule failed before this one could be looked at. */
  verdict: z.enum(["passed", "failed", "warned", "not-checked", "unread"]),
  /** What was found, when failed or warned. */
  code: z.enum(findingCodes).exactOptional(),
  measurement: measurement.exactOptional(),
});
export type RuleVerdict = z.infer<typeof ruleVerdict>;

export interface PhotoReport {
  /** No rule failed. Warnings do not refuse a photo. */
  readonly accepted: boolean;
  readonly rules: readonly RuleVerdict[];
}

/** The verdict on an upload whose judge died again and again: an end all the same, and our fault, not the photo's. */
export const notJudged: PhotoReport = {
  accepted: false,
  rules: [{ rule: "judged", verdict: "failed", code: "not-judged" }],
};
