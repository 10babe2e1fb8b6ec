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
  /** What an earlier opening of the year has carried: it may be used already, so it stays. */
  readonly ownCarried: number;
  readonly beforeCarried: number;
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
  const { ownCarried, beforeCarried } = unused;
  if (!terms.carryOver) return { own: ownCarried, before: beforeCarried };
  const ownPutOff = Math.min(unused.ownPostponed, unused.own);
  const beforePutOff = Math.min(unused.beforePostponed, unused.before);
  const isLong = unused.mayCarryLong && unused.isUntouched && unused.before > beforePutOff;
  const own = unused.mayCarry ? Math.min(terms.carryDays, unused.own - ownPutOff) : 0;
  const before = isLong ? Math.min(terms.carryDays, unused.before - beforePutOff) : 0;
  const ceiling =
    isLong || ownPutOff + beforePutOff > 0 ? terms.longCarryCeiling : terms.carryCeiling;
  return allot(ceiling - terms.annualDays - ownCarried - beforeCarried, unused, {
    ownPutOff,
    beforePutOff,
    own: ownPutOff + own,
    before: beforePutOff + before,
  });
}

/** What was put off has the first claim on the room, the older year's days the last. */
function allot(
  room: number,
  { ownCarried, beforeCarried }: Unused,
  claims: Readonly<Record<"ownPutOff" | "beforePutOff" | "own" | "before", number>>,
) {
  let left = Math.max(0, room);
  const upTo = (claim: number, had: number) => {
    const given = Math.min(Math.max(0, claim - had), left);
    left -= given;
    return had + given;
  };
  const beforePutOff = upTo(claims.beforePutOff, beforeCarried);
  const ownPutOff = upTo(claims.ownPutOff, ownCarried);
  const own = upTo(claims.own, ownPutOff);
  return { own, before: upTo(claims.before, beforePutOff) };
}
