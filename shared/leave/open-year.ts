/**
 * What happens to a ledger at New Year: the year before is closed, its unused days go on or lapse, and the new one's are granted. Opening a year
 * again posts what has changed since: days that came back late, a contract's end that was entered, a right that was not there before.
 */
import { carryOf } from "./carry-over.ts";
import { lotAt, lotsIn } from "./leave-balance.ts";
import { hasContractOver } from "./leave-holder.ts";
import { accountOf, freeOf, type LeaveAccount, type Lot, post } from "./leave-ledger.ts";
import type { Movement } from "./leave-movement.ts";
import { besarOf, rightOf, termsOfYear, type YearOf } from "./leave-right.ts";

export interface Opening extends YearOf {
  readonly movements: readonly Movement[];
  readonly year: number;
  /** Day of the movements. */
  readonly on: string;
}

/** The movements that are to be posted. Without anything new there are none. */
export function openYear(opening: Opening): readonly Movement[] {
  return [...closeYearBefore(opening), ...grantYear(opening)];
}

/** Opens each year up to one, from the first that the ledger knows of. @returns the whole ledger */
export function openYears(opening: Opening): readonly Movement[] {
  const { movements, year } = opening;
  const first = Math.min(year, ...movements.map((each) => each.year + 1));
  const years = Array.from({ length: year - first + 1 }, (_, n) => first + n);
  return years.reduce((ledger, each) => {
    const posted = post(ledger, openYear({ ...opening, movements: ledger, year: each }));
    if (!posted.ok) throw new Error("Opening a year takes no more than is there.");
    return posted.movements;
  }, movements);
}

/**
 * The grant alone: it may be posted before the year is opened, for a request that reaches into it. In a PPPK's first year it is the part of the
 * twelve days that the closed list of reasons opens (PP 49/2018, article 80): they are the full year's own days, so they count once.
 */
export function grantYear(opening: Opening): readonly Movement[] {
  const { year, movements } = opening;
  const right = rightOf(opening, year);
  const full = right.none === "not-yet-a-year" ? year + 1 : year;
  const days = full === year ? right.days : termsOfYear(opening, year).firstYearDays;
  // Not what an officer corrected: it would be given again, or taken from the grant.
  const granted = movements.filter(({ kind, source }) => kind === "grant" && source === full);
  const missing = days - granted.reduce((sum, each) => sum + each.days, 0);
  if (missing <= 0) return [];
  const cause = nextCause(movements, `grant-${full}`);
  return [{ kind: "grant", year, source: full, days: missing, cause, on: opening.on }];
}

function closeYearBefore(opening: Opening): readonly Movement[] {
  const { movements, year, on } = opening;
  const account = accountOf(movements);
  const cause = nextCause(movements, `open-${year}`);
  const goesOn = carriedFrom(opening, account);
  return lotsIn(account, year - 1).flatMap((lot) => {
    const { source, joint } = lot;
    const key = { source, ...(joint && { joint }), cause, on };
    const carried = Math.max(goesOn(lot), lot.carried);
    const lapsed = closable(lot) - carried;
    const moves: readonly Movement[] = [
      { kind: "restore", year: year - 1, days: lot.lapsed - lapsed, ...key },
      { kind: "carry", year, days: carried - lot.carried, ...key },
      { kind: "lapse", year: year - 1, days: lapsed - lot.lapsed, ...key },
    ];
    return moves.filter(({ days }) => days > 0);
  });
}

/** Of each lot of the year that ends: how much goes on. */
function carriedFrom(opening: Opening, account: LeaveAccount): (lot: Lot) => number {
  const ending = opening.year - 1;
  const right = rightOf(opening, opening.year);
  const carry = isOver(right.none) ? { own: 0, before: 0 } : carriedDays(opening, account);
  return ({ source, joint, ...lot }) => {
    if (joint) return 0;
    // What a PPPK did not use of the first year's days is the full year's.
    if (source > ending) return isOver(right.none) ? 0 : closable(lot);
    if (source === ending) return carry.own;
    return source === ending - 1 ? carry.before : 0;
  };
}

const isOver = (none: ReturnType<typeof rightOf>["none"]) =>
  none === "employment-ended" || none === "contract-over" || none === "retired";

function carriedDays(opening: Opening, account: LeaveAccount) {
  const { year, holder, leaves } = opening;
  const ending = year - 1;
  const terms = termsOfYear(opening, year);
  // In the year of a cuti besar there was no right to its own days.
  const isReplaced = besarOf(leaves, ending, termsOfYear(opening, ending)) !== undefined;
  const own = isReplaced ? undefined : lotAt(account, { year: ending, source: ending });
  const before = lotAt(account, { year: ending, source: ending - 1 });
  return carryOf(
    {
      own: own ? closable(own) : 0,
      ownPostponed: own?.postponed ?? 0,
      ownCarried: own?.carried ?? 0,
      before: before ? closable(before) : 0,
      beforePostponed: before?.postponed ?? 0,
      beforeCarried: before?.carried ?? 0,
      isUntouched:
        isUntouched(account, ending, terms.annualDays) &&
        isUntouched(account, ending - 1, terms.annualDays),
      mayCarry: hasContractOver(holder, terms.carryContractYears),
      mayCarryLong: hasContractOver(holder, terms.longCarryContractYears),
    },
    terms,
  );
}

/** What the end of the year finds, whatever an earlier opening made of it. */
function closable(lot: Omit<Lot, "year" | "source">): number {
  return freeOf(lot) + lot.carried + lot.lapsed;
}

/** All of the year's own days were there, and none of any year's was used or is asked for; days for cuti bersama are none of these. */
function isUntouched(account: LeaveAccount, year: number, annualDays: number): boolean {
  const own = lotAt(account, { year, source: year });
  const had = (own?.granted ?? 0) + (own?.brought ?? 0) - (own?.forfeited ?? 0);
  const lots = lotsIn(account, year).filter(({ joint }) => !joint);
  return had >= annualDays && lots.every(({ reserved, taken }) => reserved + taken === 0);
}

/** An opening that is done again is another cause, else its movements would be taken for the first one's. */
function nextCause(movements: readonly Movement[], cause: string): string {
  const times = new Set(
    movements
      .filter((each) => each.cause === cause || each.cause.startsWith(`${cause}#`))
      .map((each) => each.cause),
  ).size;
  return times === 0 ? cause : `${cause}#${times + 1}`;
}
