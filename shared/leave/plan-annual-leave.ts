/** Which days an annual leave takes: of each year in which it lies, and of which right (services.md 1.4). Nothing is posted here. */
import { daysAfter } from "#shared/employee/retirement.ts";
import { freeIn, heldBy, heldIn, lotsIn } from "./leave-balance.ts";
import { freeOf, type LeaveAccount, type Lot } from "./leave-ledger.ts";
import type { LotKey } from "./leave-movement.ts";
import { countByYear, type LeaveCalendar, type Span, workingDays } from "./leave-span.ts";
import type { LeaveTerms } from "./leave-terms.ts";

/** Days out of one lot. */
export interface Part extends LotKey {
  readonly days: number;
}

interface Shortage {
  readonly year: number;
  readonly needed: number;
  readonly free: number;
}

export type AnnualPlan =
  | { readonly ok: true; readonly parts: readonly Part[] }
  | { readonly ok: false; readonly short: readonly Shortage[] };

export interface AnnualAsked {
  readonly account: LeaveAccount;
  readonly days: ReadonlyMap<number, number>;
  readonly order: LeaveTerms["useOrder"];
  /** A request on its way that asks anew: what it reserved is its own to plan with. */
  readonly leave?: string;
}

/**
 * The working days of an annual leave, by year. What is added for a place that is hard to reach are its last calendar days: they come out of no
 * balance (PP 11/2017, article 313).
 */
export function annualDays(
  { from, to }: Span,
  travelDays: number,
  calendar: LeaveCalendar,
): ReadonlyMap<number, number> {
  const days = workingDays({ from, to: daysAfter(to, -travelDays) }, calendar);
  return countByYear(days);
}

/** A leave over New Year takes from both years; if either has too little, from none. */
export function planAnnualLeave(asked: AnnualAsked): AnnualPlan {
  const short = [...asked.days].flatMap(([year, needed]) => {
    const free = plannableIn(asked, year);
    return needed > free ? [{ year, needed, free }] : [];
  });
  if (short.length > 0) return { ok: false, short };
  return {
    ok: true,
    parts: [...asked.days].flatMap(([year, needed]) => partsIn(asked, year, needed)),
  };
}

function plannableIn({ account, leave }: AnnualAsked, year: number): number {
  return freeIn(account, year) + (leave === undefined ? 0 : heldIn(account, leave, year).reserved);
}

function partsIn(asked: AnnualAsked, year: number, needed: number): readonly Part[] {
  let left = needed;
  const lots = lotsIn(asked.account, year).toSorted((a, b) => rank(a, asked) - rank(b, asked));
  return lots.flatMap((lot) => {
    const days = Math.min(left, freeOf(lot) + ownOf(lot, asked));
    left -= days;
    const { source, joint } = lot;
    return days > 0 ? [{ year, source, ...(joint && { joint }), days }] : [];
  });
}

/** What was added for cuti bersama lapses first, so it goes first; a first year's days are the next one's, so they go last. */
function rank({ year, source, joint }: Lot, { order }: AnnualAsked): number {
  if (joint) return Number.NEGATIVE_INFINITY;
  if (source > year) return Number.POSITIVE_INFINITY;
  return order === "oldest-first" ? source : -source;
}

function ownOf(lot: Lot, { account, leave }: AnnualAsked): number {
  if (leave === undefined) return 0;
  const own = heldBy(account, leave).find(
    ({ year, source, joint }) => year === lot.year && source === lot.source && joint === lot.joint,
  );
  return own?.reserved ?? 0;
}
