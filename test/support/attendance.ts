/** A person whose days are judged, in an agency whose year has one holiday. */
import {
  type Added,
  type AttendanceMonth,
  type Attendee,
  added,
  emptyMonth,
  spanOf,
} from "#shared/attendance/attendance-month.ts";
import { attendanceTermsOn } from "#shared/attendance/attendance-terms.ts";
import { type JudgedDay, type Judging, judgeDays } from "#shared/attendance/judge-days.ts";
import type { Machine } from "#shared/attendance/machine.ts";
import type { Reading, Way } from "#shared/attendance/reading.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import { WorkCalendar } from "#shared/workday/work-calendar.ts";
import { aYear } from "./work-calendar-table-contract.ts";

export const siti = "emp_siti0000000000000000" as const;
const instansiId = "ins_contoh";

export const attendee: Attendee = {
  ...{ instansiId, person: siti, unitKerja: "Bagian Umum", kind: "PNS" },
};

/** In WIB, and right. */
export const door: Machine = { id: "pintu", name: "Pintu utama", zone: "WIB", clocks: [] };

/** @param time "03-02 07:31", of 2026 */
export function at(time: string, way?: Way, machine = door.id): Reading {
  const [day, clock = ""] = time.split(" ");
  const seconds = clock.length === 5 ? `${clock}:00` : clock;
  return { machine, time: `2026-${day}T${seconds}`, ...(way && { way }) };
}

/** @throws Error when it cannot be added */
export function monthWith(more: Added, month = "2026-03"): AttendanceMonth {
  const made = added(emptyMonth(attendee, month), more);
  if (typeof made === "string") throw new Error(made);
  return made;
}

/** As if the year were over, of a holiday on 19 March. */
export function judging(change: Partial<Judging> = {}, month = "2026-03"): Judging {
  const span = spanOf(month);
  const holiday = { day: "2026-03-19", name: "Nyepi", source: "contoh" } as const;
  const calendar = new WorkCalendar({
    worker: { instansiId, unitKerja: "Bagian Umum", id: siti },
    ...{ from: daysAfter(span.from, -40), until: daysAfter(span.until, 40), agency: undefined },
    national: [
      aYear({ year: 2026, holidays: [{ ...holiday, kind: "libur-nasional" }], ramadan: [] }),
    ],
  });
  return {
    ...{ ...span, calendar, schedules: [], zone: "WIB", now: Number.POSITIVE_INFINITY },
    machines: new Map([[door.id, door]]),
    termsOf: (day) => attendanceTermsOn(day),
    ...change,
  };
}

/** One day of the month. */
export function dayOf(
  day: string,
  month: Pick<AttendanceMonth, "readings" | "absences" | "corrections">,
  change: Partial<Judging> = {},
): JudgedDay {
  const found = judgeDays(month, judging(change, day.slice(0, 7))).find((each) => each.day === day);
  if (!found) throw new Error("There is no such day.");
  return found;
}
