/** What happens to a year or to an approved leave from outside: a call back, another calendar, a cuti bersama, a cuti besar. */
import { heldIn, lotAt } from "./leave-balance.ts";
import { freeOf, type LeaveAccount } from "./leave-ledger.ts";
import type { Movement } from "./leave-movement.ts";
import { type LeaveCalendar, type Span, yearOf } from "./leave-span.ts";
import type { LeaveTerms } from "./leave-terms.ts";
import { type AnnualPlan, annualDays, planAnnualLeave } from "./plan-annual-leave.ts";
import { type Act, giveBack, reserve } from "./settle-annual-leave.ts";

/** Dipanggil kembali bekerja: the working days from that day on remain the person's right (services.md 1.5). */
export function recall(
  account: LeaveAccount,
  { span, from, travelDays }: { span: Span; from: string; travelDays: number },
  calendar: LeaveCalendar,
  act: Act,
): readonly Movement[] {
  const rest = { from: from > span.from ? from : span.from, to: span.to };
  return giveBack(account, annualDays(rest, travelDays, calendar), "recall", act);
}

export type Recounted =
  | { readonly ok: true; readonly movements: readonly Movement[] }
  | Extract<AnnualPlan, { ok: false }>;

/**
 * An approved leave by the calendar as it is now. A cuti bersama declared within it gives its day back; a holiday that moved away takes one
 * more, where there is one. Its person is told of either.
 */
export function recount(
  account: LeaveAccount,
  { span, travelDays }: { span: Span; travelDays: number },
  calendar: LeaveCalendar,
  order: LeaveTerms["useOrder"],
  act: Act,
): Recounted {
  const now = annualDays(span, travelDays, calendar);
  const years = [...new Set([yearOf(span.from), yearOf(span.to)])];
  const more = years.map((year) => {
    const days = (now.get(year) ?? 0) - heldIn(account, act.leave, year).taken;
    return [year, days] as const;
  });
  const back = new Map(more.filter(([, days]) => days < 0).map(([year, days]) => [year, -days]));
  const added = new Map(more.filter(([, days]) => days > 0));
  const plan = planAnnualLeave({ account, days: added, order });
  if (!plan.ok) return plan;
  const reserved = reserve(plan.parts, act);
  const taken = reserved.map((each) => ({ ...each, kind: "take" as const }));
  return {
    ok: true,
    movements: [...giveBack(account, back, "recount", act), ...reserved, ...taken],
  };
}

/** A cuti bersama on which the post did not let one be away: as many days more (PP 11/2017, article 333). */
export function addForJointLeave(
  days: readonly string[],
  terms: Pick<LeaveTerms, "jointDaysUsableNextYearFrom">,
  { cause, on }: Omit<Act, "leave">,
): readonly Movement[] {
  const usableIn = (day: string) => {
    const from = terms.jointDaysUsableNextYearFrom;
    return from !== "none" && day.slice(5) >= from ? yearOf(day) + 1 : yearOf(day);
  };
  return days.map((day) => ({
    kind: "joint-leave",
    year: usableIn(day),
    source: yearOf(day),
    joint: true,
    days: 1,
    cause: `${cause}/${day}`,
    on,
  }));
}

/** A cuti besar takes the place of its year's own days that are left; earlier years' stay (Peraturan BKN 24/2017, III.B). */
export function forfeitForBesar(
  account: LeaveAccount,
  year: number,
  act: Act,
): readonly Movement[] {
  const own = lotAt(account, { year, source: year });
  const days = own ? freeOf(own) : 0;
  return days > 0 ? [{ kind: "forfeit", year, source: year, days, ...act }] : [];
}

/** The cuti besar was given up: what the year lost to it is there again. */
export function undoForfeit(
  movements: readonly Movement[],
  { leave, cause, on }: Act,
): readonly Movement[] {
  return movements
    .filter((each) => each.kind === "forfeit" && each.leave === leave)
    .map(({ year, source, days }) => ({ kind: "correction", year, source, days, cause, on }));
}
