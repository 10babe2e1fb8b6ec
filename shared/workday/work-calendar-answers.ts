/** A year's calendar as its readers get it. */
import * as z from "zod";
import { calendarYears } from "./calendar-years.ts";
import { calendarDay, holiday } from "./holiday.ts";
import type { WorkCalendar, Workday } from "./work-calendar.ts";

export const calendarQuery = z.strictObject({
  year: z.coerce
    .number()
    .pipe(z.int().min(calendarYears.first).max(calendarYears.last))
    .exactOptional(),
});

const hours = z.strictObject({
  source: z.string(),
  isRamadan: z.boolean(),
  minutesPerWeek: z.int(),
  start: z.string(),
  end: z.string().exactOptional(),
  breakMinutes: z.int(),
});

const pattern = z.strictObject({
  from: calendarDay,
  daysPerWeek: z.literal([5, 6]),
  source: z.string(),
});

const workday = z.strictObject({
  day: calendarDay,
  isWorking: z.boolean(),
  hours: hours.exactOptional(),
});

/** The own calendar of a year. */
export const ownCalendarAnswer = z.strictObject({
  year: z.int(),
  /** False while nobody has said the year's holidays: the counts may change. */
  isKnown: z.boolean(),
  holidays: z.array(holiday).readonly(),
  /** Working days of each month, January first. */
  months: z.array(z.int()).length(12).readonly(),
  /** By the day from which they count in this year. */
  patterns: z.array(pattern).readonly(),
  /** Of the year that it is today in the own zone: today, and the next working day. */
  today: workday.exactOptional(),
  next: workday.exactOptional(),
});
export type OwnCalendarAnswer = z.infer<typeof ownCalendarAnswer>;

/** What a calendar that tells a year has to know: some days of the next too, for the working day that follows the last one. */
export function spanOf(year: number): { readonly from: string; readonly until: string } {
  return { from: `${year}-01-01`, until: `${year + 1}-01-31` };
}

/** @param calendar of `spanOf(year)` @param today in the zone of whose calendar it is */
export function tellCalendar(
  calendar: WorkCalendar,
  { year, today }: { readonly year: number; readonly today: string },
): OwnCalendarAnswer {
  const days = calendar.days(`${year}-01-01`, `${year}-12-31`);
  const months = Array.from({ length: 12 }, (_, month) => {
    const first = `${year}-${String(month + 1).padStart(2, "0")}`;
    return days.filter(({ day, isWorking }) => isWorking && day.startsWith(first)).length;
  });
  const patterns = days
    .map(({ day, pattern: { daysPerWeek, source } }) => ({ from: day, daysPerWeek, source }))
    .filter((each, i, all) => i === 0 || !isAlike(each, all[i - 1]));
  return {
    ...{ year, months, patterns },
    isKnown: !calendar.unknownYears.includes(year),
    holidays: days.flatMap(({ holidays }) => holidays),
    ...(today.startsWith(String(year)) && nowIn(calendar, today)),
  };
}

const isAlike = (one: z.infer<typeof pattern>, other: z.infer<typeof pattern> | undefined) =>
  one.daysPerWeek === other?.daysPerWeek && one.source === other.source;

function nowIn(calendar: WorkCalendar, today: string) {
  const next = calendar.next(today);
  return { today: told(calendar.on(today)), ...(next && { next: told(next) }) };
}

const told = ({ day, isWorking, hours: its }: Workday) => ({
  ...{ day, isWorking },
  ...(its && { hours: its }),
});
