/** All that the rules ask about a request for leave, read as it is now. */

import { dayOf, type Employee } from "#shared/employee/employee.ts";
import { isDay } from "#shared/employee/field-checks.ts";
import { retiresOn } from "#shared/employee/retirement.ts";
import type { RequestId } from "#shared/request/request.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { calendarFor, type WorkCalendars } from "#shared/workday/work-calendars.ts";
import { calendarSpan } from "./judge-sick-leave.ts";
import type { AskedLeave } from "./leave.ts";
import type { LeaveCase } from "./leave-findings.ts";
import type { LeaveHolder } from "./leave-holder.ts";
import { accountOf, post } from "./leave-ledger.ts";
import type { LeaveLedger, LeaveLedgers } from "./leave-ledgers.ts";
import type { Movement } from "./leave-movement.ts";
import { isWithin, type LeaveCalendar, yearOf } from "./leave-span.ts";
import { grantYear, openYears } from "./open-year.ts";

export interface ReadLeave {
  readonly ledgers: Pick<LeaveLedgers, "find">;
  readonly calendars: Pick<WorkCalendars, "together">;
  readonly clock: Clock;
}

/** What of the record the rules ask. */
export function leaveHolderOf(person: Employee): LeaveHolder {
  const { kind, tmt, kedudukanHukum, tmtCpns, contractEnd, sex, bup } = person;
  return {
    ...{ kind, tmt, kedudukanHukum, sex },
    ...(tmtCpns !== undefined && { tmtCpns }),
    ...(contractEnd !== undefined && { contractEnd }),
    ...(bup !== undefined && { retiresOn: retiresOn(person, Number(bup)) }),
  };
}

/**
 * A ledger with every year open up to today's, and the days of later years granted that a request reaches into. One that is not there yet begins
 * with the first year that is asked for: what was before it an officer corrects (decision 0102).
 */
export function openedFor(
  { movements, leaves }: Pick<LeaveLedger, "movements" | "leaves">,
  person: Employee,
  { today, from = today, to = today }: { readonly today: string; from?: string; to?: string },
): readonly Movement[] {
  const of = { holder: leaveHolderOf(person), leaves, on: today };
  const thisYear = yearOf(today);
  const first = movements.length > 0 ? thisYear : Math.min(thisYear, yearOf(from));
  const begun = openYears({ ...of, movements, year: first });
  const opened = openYears({ ...of, movements: begun, year: thisYear });
  const later = Array.from({ length: Math.max(0, yearOf(to) - thisYear) }, (_, n) => n + 1);
  return later.reduce((ledger, n) => {
    const granted = post(ledger, grantYear({ ...of, movements: ledger, year: thisYear + n }));
    if (!granted.ok) throw new Error("A grant takes nothing.");
    return granted.movements;
  }, opened);
}

export interface ReadCase {
  readonly person: Employee;
  readonly asked: AskedLeave;
  readonly id: RequestId;
  /** The day of the submission; today where it is not sent yet. */
  readonly askedOn?: string | undefined;
}

/** The case as the rules judge it, with the ledger that it was read from and the one that it is judged by. */
export async function readCase(
  { ledgers, calendars, clock }: ReadLeave,
  { person, asked, id, askedOn }: ReadCase,
): Promise<{ readonly the: LeaveCase; readonly movements: readonly Movement[] }> {
  const ledger = await ledgers.find(person.id);
  const today = dayOf(person, clock.now());
  const isReadable = isCountable(asked);
  const span = isReadable ? { from: asked.from, to: asked.to } : {};
  const movements = openedFor(ledger, person, { today, ...span });
  const the: LeaveCase = {
    ...{ asked, id, holder: leaveHolderOf(person), leaves: ledger.leaves },
    ...{ account: accountOf(movements), askedOn: askedOn ?? today },
    calendar: isReadable
      ? await calendarOf(calendars, person, calendarSpan(asked, ledger.leaves))
      : noCalendar,
  };
  return { the, movements };
}

/** Longer than any leave, as the rules say first. */
function isCountable({ from, to }: AskedLeave): boolean {
  return isDay(from) && isDay(to) && from <= to && isWithin({ from, to }, { years: 5 });
}

/** Of days that nobody can count nothing is asked. */
const noCalendar: LeaveCalendar = { isWorkingDay: () => false, isJointLeave: () => false };

/** The days on which somebody works, as the rules on leave ask for them. */
export async function calendarOf(
  calendars: ReadLeave["calendars"],
  person: Employee,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<LeaveCalendar> {
  const calendar = await calendarFor(calendars, person, { from, until: to });
  return {
    isWorkingDay: (day) => calendar.on(day).isWorking,
    isJointLeave: (day) => calendar.on(day).holidays.some(({ kind }) => kind === "cuti-bersama"),
    unknownYears: calendar.unknownYears,
  };
}
