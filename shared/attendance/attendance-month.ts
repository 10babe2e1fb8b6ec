/**
 * A month of one person: what machines told, what others decided, what was put right. Each is added and none replaced, so nothing depends on
 * the order in which they come (decision 0110). Judged it is when somebody reads it.
 */
import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import { zones } from "#shared/runtime/zone.ts";
import { calendarDay } from "#shared/workday/holiday.ts";
import { type Reading, reading, together } from "./reading.ts";
import { absenceKinds } from "./statuses.ts";

export const monthName = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);

/** Days away that something else has decided: a leave, a letter of duty. */
const absence = z.strictObject({
  kind: z.enum(absenceKinds),
  from: calendarDay,
  until: calendarDay,
});
export type Absence = Readonly<z.infer<typeof absence>>;

/** All days that one decision gives. A later revision of it takes the place of an earlier one, also with no days: a leave that was cancelled. */
const absences = z.strictObject({
  source: z.string().min(1).max(100),
  revision: z.int().min(1),
  days: z.array(absence).max(20).readonly(),
});
type Absences = Readonly<z.infer<typeof absences>>;

/** By the person's own clock. */
const minuteTime = z.iso.datetime({ local: true, precision: -1, offset: false });

/** What was decided about a day whose readings do not say what happened. They stay as they are. */
const correction = z.strictObject({
  /** The request's. */
  id: z.string().min(1).max(100),
  day: calendarDay,
  in: minuteTime.exactOptional(),
  out: minuteTime.exactOptional(),
  absence: z.enum(absenceKinds).exactOptional(),
  /** Who decided it, and when: an instant. Of two for the same day the later one counts. */
  by: z.string().min(1).max(100),
  at: z.iso.datetime(),
  /** In the words of who entered it. */
  reason: z.string().min(1).max(500).exactOptional(),
  /** Takes an earlier one back. */
  withdraws: z.string().min(1).max(100).exactOptional(),
});
export type Correction = Readonly<z.infer<typeof correction>>;

/** Twenty a day: a machine that tells the same person without end is not to fill the item (400 KB). */
export const mostReadings = 700;
const mostCorrections = 100;
const mostAbsences = 60;

export const attendanceMonth = z.object({
  instansiId: z.string(),
  person: employeeId,
  month: monthName,
  /** As the record had it when the month last changed: a recap reads no records. */
  unitKerja: z.string(),
  kind: z.enum(employeeKinds),
  zone: z.enum(zones).exactOptional(),
  readings: z.array(reading).max(mostReadings).readonly(),
  absences: z.array(absences).max(mostAbsences).readonly(),
  corrections: z.array(correction).max(mostCorrections).readonly(),
  /** Nothing is added any more. What it came to is what the next month goes on from. */
  closed: z
    .strictObject({
      at: z.iso.datetime(),
      by: z.string().min(1).max(100).exactOptional(),
      absentInYear: z.int().min(0),
      run: z.int().min(0),
    })
    .exactOptional(),
  /** Counts its changes, from 1. */
  revision: z.int(),
});
export type AttendanceMonth = Readonly<z.infer<typeof attendanceMonth>>;

/** Whose months are kept: what of a record they need. */
export type Attendee = Pick<
  AttendanceMonth,
  "instansiId" | "person" | "unitKerja" | "kind" | "zone"
>;

/** A month of which nothing is known yet. */
export function emptyMonth(attendee: Attendee, month: string): AttendanceMonth {
  return { ...attendee, month, readings: [], absences: [], corrections: [], revision: 0 };
}

export interface Added {
  readonly readings?: readonly Reading[];
  readonly absences?: readonly Absences[];
  readonly corrections?: readonly Correction[];
}

/** Why something cannot be added. */
export type Refusal = "closed" | "full";

/**
 * The month with more in it; the same one when it has all of that already, also after it was closed.
 * @returns the next revision, or why not
 */
export function added(month: AttendanceMonth, more: Added): AttendanceMonth | Refusal {
  const readings = together(month.readings, more.readings ?? []);
  const absences = newest([...month.absences, ...(more.absences ?? [])], ({ source }) => source);
  const corrections = once([...month.corrections, ...(more.corrections ?? [])]);
  const next = { ...month, readings, absences, corrections, revision: month.revision + 1 };
  if (isAlike(next, month)) return month;
  if (month.closed) return "closed";
  const isFull =
    readings.length > mostReadings ||
    absences.length > mostAbsences ||
    corrections.length > mostCorrections;
  return isFull ? "full" : next;
}

function newest(all: readonly Absences[], keyOf: (each: Absences) => string): readonly Absences[] {
  const known = new Map<string, Absences>();
  for (const each of all)
    if ((known.get(keyOf(each))?.revision ?? 0) < each.revision) known.set(keyOf(each), each);
  return [...known.values()].sort((a, b) => (a.source < b.source ? -1 : 1));
}

function once(all: readonly Correction[]): readonly Correction[] {
  const known = new Map(all.toReversed().map((each) => [each.id, each]));
  return [...known.values()].sort((a, b) => (`${a.at}${a.id}` < `${b.at}${b.id}` ? -1 : 1));
}

function isAlike(one: AttendanceMonth, other: AttendanceMonth): boolean {
  const contentOf = ({ readings, absences, corrections }: AttendanceMonth) =>
    JSON.stringify([readings, absences, corrections]);
  return contentOf(one) === contentOf(other);
}

/** "2026-03-01" to "2026-03-31". */
export function spanOf(month: string): { readonly from: string; readonly until: string } {
  const from = `${month}-01`;
  const next = daysAfter(from, 31).slice(0, 7);
  return { from, until: daysAfter(`${next}-01`, -1) };
}

/** "2026-02" of "2026-03". */
export const monthBefore = (month: string): string => daysAfter(`${month}-01`, -1).slice(0, 7);

/** Whether anything is known of its own days: a reading of the next month's first day, which may end a night, is none of it. */
export function isBegun({ month, readings, absences, corrections }: AttendanceMonth): boolean {
  const isRead = readings.some(({ time }) => time.startsWith(month));
  return isRead || absences.length > 0 || corrections.length > 0;
}

/** The months that have a reading: a night's shift ends, and a wrong clock leads, a day beyond its month. */
export function monthsOf({ time }: Pick<Reading, "time">): readonly string[] {
  const day = time.slice(0, 10);
  return [...new Set([-1, 0, 1].map((days) => daysAfter(day, days).slice(0, 7)))];
}
