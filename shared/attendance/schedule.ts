/** When somebody is expected: shifts as data of agency, unit or person, and where none is said the calendar's own hours. */
import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";
import { foldWords } from "#shared/employee/folding.ts";
import { calendarDay } from "#shared/workday/holiday.ts";
import type { WorkCalendar } from "#shared/workday/work-calendar.ts";
import type { Worker } from "#shared/workday/work-pattern.ts";
import { minuteOf } from "./reading.ts";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const shift = z.strictObject({
  start: clock,
  /** Not after the start: on the next day. */
  end: clock,
  breakMinutes: z.int().min(0).max(300),
});

export const schedule = z.strictObject({
  /** Whose records stand under this name. Without unit and person it is the whole agency's. */
  unitKerja: z.string().min(1).max(200).exactOptional(),
  person: employeeId.exactOptional(),
  from: calendarDay,
  until: calendarDay.exactOptional(),
  /** Day after day from the first, again and again: a week, or the turns of a ward. null is a day off. */
  cycle: z.array(shift.nullable()).min(1).max(42).readonly(),
  /** Whether it goes on over holidays, as in a hospital. */
  overHolidays: z.boolean(),
  source: z.string().min(1).max(200),
});
export type Schedule = Readonly<z.infer<typeof schedule>>;

/** One day's work; times in minutes as `minuteOf` has them. */
export interface Expected {
  readonly day: string;
  readonly start: number;
  /** Absent where nobody has said it: a sixth day of the week (decision 0100). */
  readonly end?: number;
  readonly breakMinutes: number;
  readonly due: number;
  readonly source: string;
}

/** The schedules of somebody: the most special first, of these the one that began last. */
export function schedulesOf(worker: Worker, schedules: readonly Schedule[]): readonly Schedule[] {
  const unit = nameKey(worker.unitKerja);
  return schedules
    .map((each) => ({ each, rank: rankOf(each, worker, unit) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || (a.each.from < b.each.from ? 1 : -1))
    .map(({ each }) => each);
}

function rankOf({ person, unitKerja }: Schedule, worker: Worker, unit: string): number {
  if (person !== undefined) return person === worker.id ? 3 : 0;
  if (unitKerja === undefined) return 1;
  return nameKey(unitKerja) === unit ? 2 : 0;
}

const nameKey = (name: string): string => foldWords(name).join(" ");

/** What is expected on a day; nothing on one that is off. @param said as `schedulesOf` gives them */
export function expectedOn(
  day: string,
  said: readonly Schedule[],
  calendar: Pick<WorkCalendar, "on">,
): Expected | undefined {
  const own = said.find(({ from, until = "9999" }) => from <= day && day <= until);
  return own ? ofSchedule(day, own, calendar) : ofCalendar(day, calendar);
}

function ofSchedule(
  day: string,
  { from, cycle, overHolidays, source }: Schedule,
  calendar: Pick<WorkCalendar, "on">,
): Expected | undefined {
  const passed = (minuteOf(`${day}T00:00:00`) - minuteOf(`${from}T00:00:00`)) / minutesOfDay;
  const turn = cycle[passed % cycle.length];
  if (!turn || (!overHolidays && calendar.on(day).holidays.length > 0)) return undefined;
  const { breakMinutes } = turn;
  const start = minuteOf(`${day}T${turn.start}:00`);
  const sameDay = minuteOf(`${day}T${turn.end}:00`);
  const end = sameDay > start ? sameDay : sameDay + minutesOfDay;
  return { ...{ day, start, end, breakMinutes, source }, due: end - start - breakMinutes };
}

const minutesOfDay = 1440;

function ofCalendar(day: string, calendar: Pick<WorkCalendar, "on">): Expected | undefined {
  const { hours, pattern } = calendar.on(day);
  if (!hours) return undefined;
  return {
    day,
    start: minuteOf(`${day}T${hours.start}:00`),
    ...(hours.end !== undefined && { end: minuteOf(`${day}T${hours.end}:00`) }),
    breakMinutes: hours.breakMinutes,
    due: hours.minutesPerWeek / pattern.daysPerWeek,
    source: hours.source,
  };
}
