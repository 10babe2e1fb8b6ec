/** How long the contract of a PPPK Paruh Waktu lasts: a year at a time (KepmenPANRB 16/2025). Pure: forms run it. */
import { isDay } from "./field-checks.ts";

interface Term {
  readonly kind?: string | undefined;
  /** First day. */
  readonly tmt?: string | undefined;
  /** Last day. */
  readonly contractEnd?: string | undefined;
}

/** Decisions begin and end with months, so some days more or less are the same year. */
const leewayDays = 31;

/**
 * It is never more than a hint: a contract may be shorter, and what was renewed under an old TMT ends years after it.
 * @param before the last day that this one replaces, if there was one: a renewal begins there
 * @returns the last day that would be usual; undefined where this one is, or where nothing can be said
 */
export function usualEnd({ kind, tmt, contractEnd }: Term, before?: string): string | undefined {
  if (kind !== "PPPK-PW" || !tmt || !contractEnd) return undefined;
  if (!isDay(contractEnd) || !isDay(tmt)) return undefined;
  const first = yearAfter(tmt, 1);
  const usual = before && isDay(before) ? [yearAfter(before, 0), first] : [first];
  const isUsual = usual.some((day) => daysBetween(day, contractEnd) <= leewayDays);
  return isUsual ? undefined : usual[0];
}

/** The day a year later, and some days before that one. */
function yearAfter(day: string, daysLess: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  date.setUTCDate(date.getUTCDate() - daysLess);
  return date.toISOString().slice(0, 10);
}

function daysBetween(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
}
