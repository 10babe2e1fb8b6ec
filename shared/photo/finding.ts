import type { FindingCode, Measurement } from "./photo-report.ts";

/** What is wrong, and by how much. */
export interface Finding {
  readonly code: FindingCode;
  readonly measurement?: Measurement;
}

/** The measurement when the value lies beyond a limit. */
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
export function firstFinding(
  ...findings: readonly (readonly [code: FindingCode, measurement: Measurement | undefined])[]
): Finding | undefined {
  const found = findings.find(([, measurement]) => measurement);
  return found?.[1] && { code: found[0], measurement: found[1] };
}
