import type { RuleVerdict } from "#shared/http/contract.ts";

/** What the judge says of a photo, rule by rule; the page shows it with the measured values and the fix. */
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
