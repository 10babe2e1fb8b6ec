/** Months of a unit's people, judged: also of those whom no machine has read. */
import { type Officer, reaches } from "#shared/access/scope.ts";
import { cardStatus, type Employee, type EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { findOwn } from "#shared/employee/find-own.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import type { WorkCalendars } from "#shared/workday/work-calendars.ts";
import { type AttendanceMonth, emptyMonth, monthBefore } from "./attendance-month.ts";
import type { AttendanceMonths } from "./attendance-months.ts";
import { type AttendanceRuleBook, type AttendanceRules, noRules } from "./attendance-rules.ts";
import { attendeeOf } from "./import-readings.ts";
import type { JudgedDay } from "./judge-days.ts";
import { hasLateLeave, type ReadLeaves, withLeave } from "./leave-days.ts";
import type { Recap } from "./recap.ts";
import { judgeFor } from "./recap-month.ts";

export interface ReadMonths extends ReadLeaves {
  readonly months: Pick<AttendanceMonths, "findAll">;
  readonly attendanceRules: Pick<AttendanceRuleBook, "find">;
  readonly calendars: Pick<WorkCalendars, "together">;
  readonly employees: Pick<Employees, "find" | "findAll" | "idsInUnit">;
  readonly clock: Clock;
}

/** A person's month as it is now. */
export interface TheirMonth {
  readonly person: Employee;
  /** With the days of leave. */
  readonly month: AttendanceMonth;
  readonly days: readonly JudgedDay[];
  readonly recap: Recap;
  /** A leave came after it was closed. */
  readonly hasLateLeave: boolean;
}

/** Of an agency's people. @param people of one agency */
export async function judgeTheirMonths(
  api: Omit<ReadMonths, "employees">,
  people: readonly Employee[],
  { instansiId, month }: { readonly instansiId: string; readonly month: string },
): Promise<{ readonly rules: AttendanceRules; readonly months: readonly TheirMonth[] }> {
  const ids = people.map(({ id }) => id);
  const [rules = noRules(instansiId), found, before, leaves] = await Promise.all([
    api.attendanceRules.find(instansiId),
    api.months.findAll({ instansiId, month }, ids),
    api.months.findAll({ instansiId, month: monthBefore(month) }, ids),
    api.ledgers.leavesOf(ids),
  ]);
  const judge = await judgeFor(
    api.calendars,
    { instansiId, month },
    { rules, now: api.clock.now() },
  );
  const months = people.map((person): TheirMonth => {
    const kept = found.get(person.id) ?? emptyMonth(attendeeOf(person), month);
    const its = withLeave(kept, leaves);
    const judged = judge(its, before.get(person.id)?.closed);
    return { person, month: its, ...judged, hasLateLeave: hasLateLeave(kept, leaves) };
  });
  return { rules, months };
}

/** People whose months one answer has. */
const pageSize = 60;

/**
 * A page of a unit's people and their months. Who has left counts where something is known of the month.
 * @throws NotFound of a unit that the reader does not reach
 */
export async function monthsOfUnit(
  api: ReadMonths,
  by: Officer,
  asked: { readonly unit: string; readonly month: string; readonly after?: EmployeeId | undefined },
) {
  const { instansiId } = by;
  const unit = { instansiId, unitKerja: asked.unit };
  if (!reaches(by, unit)) throw new NotFound("No such unit.");
  const { ids, next } = await api.employees.idsInUnit(unit, {
    ...{ limit: pageSize, after: asked.after },
  });
  const records = [...(await api.employees.findAll(ids)).values()].filter(
    (each) => each.instansiId === instansiId && each.unitKerja === asked.unit,
  );
  const judged = await judgeTheirMonths(api, records, { instansiId, month: asked.month });
  const now = api.clock.now();
  const months = judged.months.filter(
    ({ person, month }) => month.revision > 0 || cardStatus(person, now) === "active",
  );
  return { rules: judged.rules, months, next };
}

/** The whole unit, page by page. @throws NotFound of a unit that the reader does not reach */
export async function* unitPages(
  api: ReadMonths,
  by: Officer,
  asked: { readonly unit: string; readonly month: string },
) {
  let after: EmployeeId | undefined;
  do {
    const page: Awaited<ReturnType<typeof monthsOfUnit>> = await monthsOfUnit(api, by, {
      ...{ ...asked, after },
    });
    yield page;
    after = page.next;
  } while (after !== undefined);
}

/** One person's month. @throws NotFound of somebody whom the reader does not reach */
export async function monthOfPerson(
  api: ReadMonths,
  by: Officer,
  { person: id, month }: { readonly person: EmployeeId; readonly month: string },
) {
  const person = await findOwn(api.employees, id, by);
  const { instansiId } = person;
  const { rules, months } = await judgeTheirMonths(api, [person], { instansiId, month });
  const [its] = months;
  if (!its) throw new Error("A month is missing.");
  return { rules, its };
}
