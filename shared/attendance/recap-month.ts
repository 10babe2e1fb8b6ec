import type { EmployeeId } from "#shared/employee/employee.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import { clockIn, usualZone } from "#shared/runtime/zone.ts";
import { WorkCalendar, yearsOf } from "#shared/workday/work-calendar.ts";
import type { WorkCalendars } from "#shared/workday/work-calendars.ts";
import type { Worker } from "#shared/workday/work-pattern.ts";
import { type AttendanceMonth, monthBefore, spanOf } from "./attendance-month.ts";
import type { AttendanceMonths, MonthOf } from "./attendance-months.ts";
import type { AttendanceRules } from "./attendance-rules.ts";
import { attendanceTermsOn } from "./attendance-terms.ts";
import { type JudgedDay, judgeDays } from "./judge-days.ts";
import { minuteOf } from "./reading.ts";
import { type Before, type Recap, recapOf } from "./recap.ts";
import { schedulesOf } from "./schedule.ts";

export interface PersonRecap {
  readonly person: EmployeeId;
  readonly unitKerja: string;
  readonly recap: Recap;
}

interface Dependencies {
  readonly months: Pick<AttendanceMonths, "list" | "closings">;
  readonly calendars: Pick<WorkCalendars, "together">;
}

/** The recaps of an agency's month, some hundreds of people at a time, in the order of their ids: it keeps none of them. @param now an instant */
export async function* recapMonth(
  { months, calendars }: Dependencies,
  of: MonthOf,
  { rules, now }: { readonly rules: AttendanceRules; readonly now: Date },
): AsyncGenerator<readonly PersonRecap[]> {
  const judge = await judgeFor(calendars, of, { rules, now });
  const before = { ...of, month: monthBefore(of.month) };
  let from: EmployeeId | undefined;
  do {
    const { items, next } = await months.list(of, from);
    const [first, last] = [items[0]?.person, items.at(-1)?.person];
    const closings = first && last ? await months.closings(before, { first, last }) : undefined;
    yield items.map((month) => ({
      ...{ person: month.person, unitKerja: month.unitKerja },
      recap: judge(month, closings?.get(month.person)).recap,
    }));
    from = next;
  } while (from !== undefined);
}

/** Judges months of an agency whose calendars and terms are read once. */
export async function judgeFor(
  calendars: Pick<WorkCalendars, "together">,
  { instansiId, month }: MonthOf,
  { rules, now }: { readonly rules: AttendanceRules; readonly now: Date },
): Promise<
  (
    month: AttendanceMonth,
    before: Before | undefined,
  ) => { readonly days: readonly JudgedDay[]; readonly recap: Recap }
> {
  const span = spanOf(month);
  const around = { from: daysAfter(span.from, -1), until: daysAfter(span.until, 1) };
  const { agency, national } = await calendars.together(instansiId, yearsOf(around));
  const machines = new Map(rules.machines.map((each) => [each.id, each]));
  const termsOf = remembered((day) => attendanceTermsOn(day, rules.terms));
  const calendarOf = calendarsOf({ ...around, national, agency });
  return (its, before) => {
    const { person: id, unitKerja, kind, zone = usualZone } = its;
    const worker = { instansiId, unitKerja, id };
    const days = judgeDays(its, {
      ...{ ...span, machines, termsOf, zone },
      calendar: calendarOf(worker),
      schedules: schedulesOf(worker, rules.schedules),
      now: minuteOf(`${clockIn(zone, now)}:00`),
    });
    return { days, recap: recapOf(days, { kind, before }) };
  };
}

type Calendar = Pick<WorkCalendar, "on">;

/** People of a unit have one calendar, but for those of whom the agency has said another one: it is worked out once. */
function calendarsOf(
  known: Omit<ConstructorParameters<typeof WorkCalendar>[0], "worker">,
): (worker: Worker & { readonly id: EmployeeId }) => Calendar {
  const special = new Set(known.agency?.patterns.map(({ person }) => person));
  const units = new Map<string, Calendar>();
  return (worker) => {
    if (special.has(worker.id)) return new WorkCalendar({ ...known, worker });
    const calendar = units.get(worker.unitKerja) ?? rememberedDays({ ...known, worker });
    units.set(worker.unitKerja, calendar);
    return calendar;
  };
}

function rememberedDays(known: ConstructorParameters<typeof WorkCalendar>[0]): Calendar {
  const calendar = new WorkCalendar(known);
  return { on: remembered((day) => calendar.on(day)) };
}

function remembered<T>(read: (day: string) => T): (day: string) => T {
  const known = new Map<string, T>();
  return (day) => {
    const its = known.get(day) ?? read(day);
    known.set(day, its);
    return its;
  };
}
