import type { Measurement, ViolationCode } from "./photo-report.ts";

/** What is wrong, and by how much. */
export interface Violation {
  readonly code: ViolationCode;
  readonly measurement?: Measurement;
}

/** One thing that can be wrong with what was measured. */
export interface Check<Measured> {
  readonly code: ViolationCode;
  readonly find: (measured: Measured) => Measurement | undefined;
  /** What says the same better: where it is found, this one is not told. */
  readonly unless?: readonly ViolationCode[];
}

/** What was found, in the order of the checks, but what only follows from something else that is told. */
export function unexplained<Found extends Pick<Check<never>, "code" | "unless">>(
  found: readonly Found[],
): Found[] {
  const told = new Set<Found>();
  let left = [...found];
  while (left.length > 0) {
    const isExplained = ({ unless = [] }: Found) => left.some(({ code }) => unless.includes(code));
    const next = left.find((one) => !isExplained(one)) ?? left[0];
    if (!next) break;
    told.add(next);
    left = left.filter((one) => one !== next && !one.unless?.includes(next.code));
  }
  return found.filter((one) => told.has(one));
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
