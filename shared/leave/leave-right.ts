/** Whether somebody has a right to annual leave in a year, and to how many days. */
import { statusOf } from "#shared/employee/kedudukan-hukum.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import { appointmentOn, type LeaveHolder, servedOn } from "./leave-holder.ts";
import type { AskedKind } from "./leave-kinds.ts";
import type { LeaveReason } from "./leave-reasons.ts";
import { type Span, yearOf } from "./leave-span.ts";
import { type LeaveTerm, type LeaveTerms, termsOn } from "./leave-terms.ts";

/** A leave of the same person that the rules look at: on its way, or given. After a recall it ends where it ended. */
export interface KnownLeave extends Span {
  readonly id: string;
  readonly kind: AskedKind;
  readonly reason?: LeaveReason | undefined;
  readonly isGiven: boolean;
  /** Days that are still the person's after a call back (dipanggil kembali). */
  readonly restDays?: number | undefined;
  /** The CLTN that it prolongs. */
  readonly extends?: string | undefined;
}

export interface RightOfYear {
  readonly days: number;
  readonly none?:
    | "employment-ended"
    | "contract-over"
    | "retired"
    | "cltn"
    | "besar-this-year"
    | "school-holidays"
    | "not-yet-a-year";
}

export interface YearOf {
  readonly holder: LeaveHolder;
  readonly leaves: readonly KnownLeave[];
  /** The agency's own terms. */
  readonly agency?: readonly LeaveTerm[] | undefined;
}

/** A year's terms are those of its first day, or of the first day of work in it. */
export function termsOfYear({ holder, agency }: Omit<YearOf, "leaves">, year: number): LeaveTerms {
  const day = `${year}-01-01`;
  return termsOn(day, appointmentOn(holder, day), agency);
}

/** The right to a year's own days (PP 11/2017, articles 311 to 315; PP 49/2018, articles 78 to 81). */
export function rightOf(of: YearOf, year: number): RightOfYear {
  const terms = termsOfYear(of, year);
  const none = whyNone(of, year, terms);
  return none ? { days: 0, none } : { days: terms.annualDays };
}

function whyNone(of: YearOf, year: number, terms: LeaveTerms): RightOfYear["none"] {
  const { holder, leaves } = of;
  const first = `${year}-01-01`;
  if (statusOf(holder.kedudukanHukum) === "ended") return "employment-ended";
  if (holder.contractEnd !== undefined && holder.contractEnd < first) return "contract-over";
  if (holder.retiresOn !== undefined && holder.retiresOn <= first) return "retired";
  if (isOnCltn(of, first)) return "cltn";
  if (besarOf(leaves, year, terms)) return "besar-this-year";
  if (holder.hasSchoolHolidays && terms.schoolHolidaysUseLeave) return "school-holidays";
  const isFull = yearOf(servedOn(sinceCltn(of, first), terms.annualAfterYears)) <= year;
  return isFull ? undefined : "not-yet-a-year";
}

/**
 * As whom the years of work are counted: the time of a CLTN is none, and after it they begin anew (decision 0102). The day after its last one stands for
 * the reactivation, whose day no ledger knows.
 */
export function sinceCltn({ holder, leaves }: Pick<YearOf, "holder" | "leaves">, day: string) {
  if (holder.worksSince !== undefined) return holder;
  const ends = leaves.flatMap(({ kind, isGiven, to }) =>
    kind === "cltn" && isGiven && to < day ? [to] : [],
  );
  const last = ends.toSorted().at(-1);
  return last === undefined ? holder : { ...holder, worksSince: daysAfter(last, 1) };
}

/** By a leave that was given, or by the position: 02 and 13 last until the reactivation, whatever the leave's last day. */
function isOnCltn({ holder, leaves }: YearOf, day: string): boolean {
  const isIn = ({ kind, isGiven, from, to }: KnownLeave) =>
    kind === "cltn" && isGiven && from <= day && day <= to;
  return ["02", "13"].includes(holder.kedudukanHukum) || leaves.some(isIn);
}

/** The cuti besar that takes the place of a year's annual leave (Peraturan BKN 24/2017, III.B). */
export function besarOf(
  leaves: readonly KnownLeave[],
  year: number,
  { besarReplaces }: Pick<LeaveTerms, "besarReplaces">,
): KnownLeave | undefined {
  return leaves.find(({ kind, isGiven, from, to }) => {
    const last = besarReplaces === "every-year" ? yearOf(to) : yearOf(from);
    return kind === "besar" && isGiven && yearOf(from) <= year && year <= last;
  });
}
