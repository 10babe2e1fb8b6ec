export interface ClockDifference {
  readonly outcome: "slow" | "fast";
  /** How far off, in the largest unit that says it. */
  readonly amount: number;
  readonly unit: "seconds" | "minutes" | "hours";
}

/** @param offMs see `clockOffMs` */
export function clockDifference(offMs: number): ClockDifference {
  const outcome = offMs < 0 ? "slow" : "fast";
  const sizeMs = Math.abs(offMs);
  if (sizeMs < 60_000) return { outcome, amount: Math.round(sizeMs / 1000), unit: "seconds" };
  if (sizeMs < 3_600_000) return { outcome, amount: Math.round(sizeMs / 60_000), unit: "minutes" };
  return { outcome, amount: Math.round(sizeMs / 3_600_000), unit: "hours" };
}
