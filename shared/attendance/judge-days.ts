/** What each day was for somebody: from readings, schedule, absences and corrections to arrival, departure and status. Pure. */
import { daysAfter } from "#shared/employee/retirement.ts";
import { settle } from "#shared/presence/settle-sightings.ts";
import type { Zone } from "#shared/runtime/zone.ts";
import type { WorkCalendar } from "#shared/workday/work-calendar.ts";
import type { Absence, AttendanceMonth, Correction } from "./attendance-month.ts";
import { type AttendanceTerms, gradeOf } from "./attendance-terms.ts";
import { type Chosen, chosenOf, type Pass, type Window, windowsOf } from "./day-passes.ts";
import { type Machine, rightMinute, sightingOf } from "./machine.ts";
import { minuteOf } from "./reading.ts";
import { type Expected, expectedOn, type Schedule } from "./schedule.ts";
import { duties, type Status } from "./statuses.ts";

export interface JudgedDay extends Chosen {
  readonly day: string;
  readonly expected?: Expected;
  readonly status: Status;
  /** All readings of the day, by time, whatever was corrected. */
  readonly readings: readonly Pass[];
  /** Readings of gates that do not count: another one saw the same «Kode hadir» first. */
  readonly elsewhere: readonly Pass[];
  readonly lateMinutes: number;
  readonly lateGrade?: string;
  readonly earlyMinutes: number;
  readonly earlyGrade?: string;
  /** What of the two nothing tells, of somebody who was there. */
  readonly lacks?: "in" | "out";
  readonly worked: number;
  readonly due: number;
}

export interface Judging {
  readonly from: string;
  readonly until: string;
  /** Of the days, and of one more at each end. */
  readonly calendar: Pick<WorkCalendar, "on">;
  /** As `schedulesOf` gives them. */
  readonly schedules: readonly Schedule[];
  readonly machines: ReadonlyMap<string, Machine>;
  readonly termsOf: (day: string) => AttendanceTerms;
  readonly zone: Zone;
  /** By the zone's clocks, as `minuteOf` has it: what is not over is not judged. */
  readonly now: number;
}

/** The days of a span, each once, in their order. */
export function judgeDays(
  month: Pick<AttendanceMonth, "readings" | "absences" | "corrections">,
  judging: Judging,
): readonly JudgedDay[] {
  const { from, until, schedules, calendar, termsOf } = judging;
  const days = daysOf(from, until);
  const around = [daysAfter(from, -1), ...days, daysAfter(until, 1)];
  const expected = around.flatMap((day) => expectedOn(day, schedules, calendar) ?? []);
  const windows = new Map(windowsOf(expected, termsOf).map((each) => [each.expected.day, each]));
  const sightings = settle(month.readings, (each) =>
    sightingOf(each, judging.machines.get(each.machine), judging.zone),
  );
  const passes = assigned(passesOf(sightings.first, judging), [...windows.values()]);
  const elsewhere = assigned(passesOf(sightings.rest, judging), [...windows.values()]);
  const corrections = Map.groupBy(standing(month.corrections), ({ day }) => day);
  const away = month.absences.flatMap((each) => each.days);
  return days.map((day) =>
    judged({
      day,
      window: windows.get(day),
      readings: passes.get(day) ?? [],
      elsewhere: elsewhere.get(day) ?? [],
      corrections: corrections.get(day) ?? [],
      absence: away.find((each) => each.from <= day && day <= each.until),
      terms: termsOf(day),
      now: judging.now,
    }),
  );
}

function daysOf(from: string, until: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= until; day = daysAfter(day, 1)) days.push(day);
  return days;
}

function passesOf(
  readings: AttendanceMonth["readings"],
  { machines, zone }: Judging,
): readonly Pass[] {
  return readings
    .map((each) => ({
      minute: rightMinute(each, machines.get(each.machine), zone),
      by: each.machine,
      ...(each.way && { way: each.way }),
    }))
    .sort((a, b) => a.minute - b.minute || (a.by < b.by ? -1 : 1));
}

/** By day. What belongs to no shift stands on its calendar day. @param passes @param windows by time */
function assigned(
  passes: readonly Pass[],
  windows: readonly Window[],
): ReadonlyMap<string, readonly Pass[]> {
  const days = new Map<string, Pass[]>();
  let at = 0;
  for (const pass of passes) {
    while (pass.minute > (windows[at]?.until ?? Number.POSITIVE_INFINITY)) at += 1;
    const window = windows[at];
    const isIn = window && window.from <= pass.minute;
    const day = isIn ? window.expected.day : dayOfMinute(pass.minute);
    const there = days.get(day);
    if (there) there.push(pass);
    else days.set(day, [pass]);
  }
  return days;
}

const dayOfMinute = (minute: number) => new Date(minute * 60_000).toISOString().slice(0, 10);

/** Those that nobody took back. */
function standing(corrections: readonly Correction[]): readonly Correction[] {
  const withdrawn = new Set(corrections.map(({ withdraws }) => withdraws));
  return corrections.filter(({ id, withdraws }) => !withdraws && !withdrawn.has(id));
}

interface Day {
  readonly day: string;
  readonly window: Window | undefined;
  readonly readings: readonly Pass[];
  readonly elsewhere: readonly Pass[];
  readonly corrections: readonly Correction[];
  readonly absence: Absence | undefined;
  readonly terms: AttendanceTerms;
  readonly now: number;
}

function judged(known: Day): JudgedDay {
  const { day, window, readings, elsewhere } = known;
  const expected = window?.expected;
  const chosen = corrected(known);
  const status = statusOf(known, chosen);
  const told = { day, ...(expected && { expected }), status, readings, elsewhere };
  const said = { ...told, ...chosen };
  if (!expected || status !== "hadir") return { ...said, ...idle(said) };
  return { ...said, ...present(known, expected, chosen) };
}

/** What the readings tell, with what corrections say in its place. */
function corrected({ window, readings, corrections, terms }: Day): Chosen {
  const told = window ? chosenOf(within(readings, window), window.expected, terms) : ends(readings);
  const [came, went] = [
    corrections.findLast((each) => each.in !== undefined),
    corrections.findLast((each) => each.out !== undefined),
  ];
  return {
    ...told,
    ...(came?.in && { in: { minute: minuteOf(`${came.in}:00`), by: came.id } }),
    ...(went?.out && { out: { minute: minuteOf(`${went.out}:00`), by: went.id } }),
  };
}

/** A reading in the dead of night stands on its calendar day, and begins no shift. */
const within = (readings: readonly Pass[], { from, until }: Window) =>
  readings.filter(({ minute }) => from <= minute && minute <= until);

/** Of a day that is off. */
function ends(readings: readonly Pass[]): Chosen {
  const [first, last] = [readings[0], readings.at(-1)];
  return first && last ? { in: first, ...(last !== first && { out: last }) } : {};
}

function statusOf({ window, absence, corrections, terms, now }: Day, chosen: Chosen): Status {
  if (!window) return "libur";
  const given = corrections.findLast((each) => each.absence !== undefined)?.absence;
  if (given ?? absence) return given ?? absence?.kind ?? "izin";
  if (chosen.in && chosen.out) return "hadir";
  if (window.until >= now) return chosen.in || chosen.out ? "hadir" : "berjalan";
  if (!chosen.in && !chosen.out) return "alpa";
  return terms.oneReadingIs;
}

/** Of a day on which nobody is held to arrive or leave in time. */
function idle({ status, expected }: Pick<JudgedDay, "status" | "expected">) {
  const due = expected?.due ?? 0;
  const isDuty = [...duties].some((each) => each === status);
  const isOwed = isDuty || status === "alpa";
  return { lateMinutes: 0, earlyMinutes: 0, worked: isDuty ? due : 0, due: isOwed ? due : 0 };
}

function present({ window, terms, now }: Day, expected: Expected, { in: came, out: went }: Chosen) {
  const { graceMinutes, lateGrades, earlyGrades } = terms;
  const beyond = (minutes: number) => (minutes > graceMinutes ? minutes : 0);
  const isOver = (window?.until ?? 0) < now;
  const lateMinutes = came ? beyond(came.minute - expected.start) : 0;
  const mayGoAt = expected.end;
  // Who is still there has not left early.
  const hasLeft = went !== undefined && mayGoAt !== undefined;
  const earlyMinutes = hasLeft ? beyond(mayGoAt - went.minute) : 0;
  const lateGrade = gradeOf(lateMinutes, lateGrades);
  const earlyGrade = gradeOf(earlyMinutes, earlyGrades);
  const lacks = came ? "out" : "in";
  return {
    ...{ lateMinutes, earlyMinutes },
    ...(lateGrade !== undefined && { lateGrade }),
    ...(earlyGrade !== undefined && { earlyGrade }),
    ...(isOver && !(came && went) && ({ lacks } as const)),
    worked: came && went ? Math.max(0, went.minute - came.minute - expected.breakMinutes) : 0,
    due: expected.due,
  };
}
