/** What the judge says of a photo, rule by rule; the page shows it with the measured values and the fix. */
export interface RuleVerdict {
  /** Names the rule; its texts are keyed by it. */
  readonly rule: string;
  readonly verdict: "passed" | "failed" | "warned" | "not-checked";
  /** What was found, when failed or warned: a stable code. */
  readonly code?: string;
  /** Measured values and limits for the text, e.g. { measured: "600x800", wanted: "450x575" }. */
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface PhotoReport {
  /** No rule failed. Warnings do not refuse a photo. */
  readonly accepted: boolean;
  readonly rules: readonly RuleVerdict[];
}
