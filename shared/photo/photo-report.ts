import type { RuleVerdict } from "#shared/http/contract.ts";

/** What the judge says of a photo, rule by rule; the page shows it with the measured values and the fix. */
export interface PhotoReport {
  /** No rule failed. Warnings do not refuse a photo. */
  readonly accepted: boolean;
  readonly rules: readonly RuleVerdict[];
}
