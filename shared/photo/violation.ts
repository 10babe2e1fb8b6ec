import type { Measurement, ViolationCode } from "./photo-report.ts";

/** What is wrong, and by how much. */
export interface Violation {
  readonly code: ViolationCode;
  readonly measurement?: Measurement;
}

/** The measurement if the value is beyond a limit. */
export function beyond(
  unit: Measurement["unit"],
  measured: number,
  { min, max }: { readonly min?: number | undefined; readonly max?: number | undefined },
): Measurement | undefined {
  if (min !== undefined && measured < min) return { unit, measured, wanted: min, bound: "min" };
  if (max !== undefined && measured > max) return { unit, measured, wanted: max, bound: "max" };
  return undefined;
}

/** The first of these that was found. */
export function firstViolation(
  ...violations: readonly (readonly [code: ViolationCode, measurement: Measurement | undefined])[]
): Violation | undefined {
  const found = violations.find(([, measurement]) => measurement);
  return found?.[1] && { code: found[0], measurement: found[1] };
}
