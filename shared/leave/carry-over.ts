/** How much of what was not used goes on into the next year (services.md 1.4; Peraturan BKN 24/2017, III.A 8 to 10). Pure figures. */
import type { LeaveTerms } from "./leave-terms.ts";

type CarryTerms = Pick<
  LeaveTerms,
  "annualDays" | "carryOver" | "carryDays" | "carryCeiling" | "longCarryCeiling"
>;

/** Of the year that ends: days of its own right, of the year before it, and what of each was put off by the PYBMC. */
export interface Unused {
  readonly own: number;
  readonly ownPostponed: number;
  readonly before: number;
  readonly beforePostponed: number;
  /** Nothing was used in it nor in the year before it. */
  readonly isUntouched: boolean;
  /** Whether the contract is long enough for either; a PNS needs none. */
  readonly mayCarry: boolean;
  readonly mayCarryLong: boolean;
}

/**
 * The example of the facts: nothing taken twice makes 12 + 6 + 6, three left make 12 + 3, ten left 12 + 6. What was put off goes on whole, and
 * counts once; with it, or with two unused years, the long ceiling holds, which the year's own days are part of.
 */
export function carryOf(unused: Unused, terms: CarryTerms): { own: number; before: number } {
  if (!terms.carryOver) return { own: 0, before: 0 };
  const ownPutOff = Math.min(unused.ownPostponed, unused.own);
  const beforePutOff = Math.min(unused.beforePostponed, unused.before);
  const isLong = unused.mayCarryLong && unused.isUntouched && unused.before > beforePutOff;
  const own = unused.mayCarry ? Math.min(terms.carryDays, unused.own - ownPutOff) : 0;
  const before = isLong ? Math.min(terms.carryDays, unused.before - beforePutOff) : 0;
  const ceiling =
    isLong || ownPutOff + beforePutOff > 0 ? terms.longCarryCeiling : terms.carryCeiling;
  return allot(Math.max(0, ceiling - terms.annualDays), { ownPutOff, beforePutOff, own, before });
}

/** What was put off has the first claim on the room, the older year's the last. */
function allot(
  room: number,
  claims: Readonly<Record<"ownPutOff" | "beforePutOff" | "own" | "before", number>>,
) {
  let left = room;
  const grant = (days: number) => {
    const given = Math.min(days, left);
    left -= given;
    return given;
  };
  const putOff = { before: grant(claims.beforePutOff), own: grant(claims.ownPutOff) };
  return { own: putOff.own + grant(claims.own), before: putOff.before + grant(claims.before) };
}
