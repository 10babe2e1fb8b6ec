/** Days of a leave: how many, of which kind, in which year. Days are "YYYY-MM-DD". Pure. */
import { daysAfter } from "#shared/employee/retirement.ts";

/** First and last day; both belong to it. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/**
 * The days of whom the leave is for: pattern of 5 or 6 days, national holidays and cuti bersama. Shorter hours in Ramadan make no day
 * shorter. Who may not take a cuti bersama because of the post works on it.
 */
export interface LeaveCalendar {
  readonly isWorkingDay: (day: string) => boolean;
  readonly isJointLeave: (day: string) => boolean;
  /** Years whose holidays nobody has said yet: a count over them may still change. */
  readonly unknownYears?: readonly number[];
}

/** How long something may last. Months are of the calendar, 1.5 of them are a month and 15 days. */
export interface Length {
  readonly years?: number | undefined;
  readonly months?: number | undefined;
  readonly days?: number | undefined;
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** Calendar days, the first and the last included. */
export function daysIn({ from, to }: Span): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}

/** Each day of it, in order. */
export function eachDay(span: Span): readonly string[] {
  return Array.from({ length: Math.max(0, daysIn(span)) }, (_, n) => daysAfter(span.from, n));
}

/** The days that count in a leave of working days. */
export function workingDays(span: Span, calendar: Pick<LeaveCalendar, "isWorkingDay">) {
  return eachDay(span).filter((day) => calendar.isWorkingDay(day));
}

/** The cuti bersama that lie within it: they are no days of the leave. */
export function jointLeaveDays(span: Span, calendar: LeaveCalendar): readonly string[] {
  return eachDay(span).filter((day) => calendar.isJointLeave(day) && !calendar.isWorkingDay(day));
}

/** How many in each year: days belong to the year in which they lie (services.md 1.6). */
export function countByYear(days: readonly string[]): ReadonlyMap<number, number> {
  const counted = new Map<number, number>();
  for (const day of days) counted.set(yearOf(day), (counted.get(yearOf(day)) ?? 0) + 1);
  return counted;
}

/** A leave cut at each year's end. */
export function splitByYear({ from, to }: Span): readonly Span[] {
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, n) => yearOf(from) + n);
  return years.map((year) => ({
    from: year === yearOf(from) ? from : `${year}-01-01`,
    to: year === yearOf(to) ? to : `${year}-12-31`,
  }));
}

/**
 * The last day of what begins on a day and lasts so long. "3 bulan" end on the day before the same day of the month; where a month is too
 * short to have that day, on its last one (services.md 1.6).
 */
export function lastDayOf(from: string, { years = 0, months = 0, days = 0 }: Length): string {
  const [year = 0, month = 1, date = 1] = from.split("-").map(Number);
  const target = month - 1 + months;
  const longest = new Date(Date.UTC(year + years, target + 1, 0)).getUTCDate();
  const end = new Date(Date.UTC(year + years, target, Math.min(date - 1, longest)));
  return daysAfter(end.toISOString().slice(0, 10), days);
}

/** Whether it lasts no longer than this. */
export function isWithin({ from, to }: Span, length: Length): boolean {
  return to <= lastDayOf(from, length);
}

/** Whether two leaves have a day in common. */
export function overlaps(one: Span, other: Span): boolean {
  return one.from <= other.to && other.from <= one.to;
}
