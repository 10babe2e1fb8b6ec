/** A month in figures, of a person and of a unit (services.md 2.2). Pure. */
import { keyed } from "#shared/runtime/keyed.ts";
import { type Reached, thresholdReached } from "./absence-thresholds.ts";
import type { AttendanceMonth } from "./attendance-month.ts";
import type { JudgedDay } from "./judge-days.ts";
import { type AbsenceKind, absenceKinds } from "./statuses.ts";

interface Sum {
  readonly count: number;
  readonly minutes: number;
}

export interface Figures {
  readonly workdays: number;
  readonly present: number;
  readonly late: Sum;
  readonly early: Sum;
  readonly noIn: number;
  readonly noOut: number;
  readonly away: Readonly<Record<AbsenceKind, number>>;
  readonly absent: number;
  /** Minutes. */
  readonly worked: number;
  readonly due: number;
  /** How often each grade. */
  readonly grades: Readonly<Record<string, number>>;
}

export interface Recap extends Figures {
  /** Days without a valid reason since January; in a row up to the month's last working day, and the most in a row. */
  readonly absentInYear: number;
  readonly run: number;
  readonly longestRun: number;
  readonly reached?: Reached;
}

/** What the month before came to, when it was closed. None: it counts from this month on. */
export type Before = Pick<NonNullable<AttendanceMonth["closed"]>, "absentInYear" | "run">;

/** @param days of one month, all of them */
export function recapOf(
  days: readonly JudgedDay[],
  { kind, before }: { readonly kind: string; readonly before: Before | undefined },
): Recap {
  const figures = days.reduce(counted, nothing);
  const last = days.at(-1)?.day ?? "";
  const earlier = last.slice(5, 7) === "01" ? 0 : (before?.absentInYear ?? 0);
  const absentInYear = earlier + figures.absent;
  const { run, longestRun } = runsOf(days, before?.run ?? 0);
  const reached = thresholdReached({ absentInYear, longestRun }, { day: last, kind });
  return { ...figures, absentInYear, run, longestRun, ...(reached && { reached }) };
}

/** Days off neither add to a run nor end it, nor does a day that is not over. */
function runsOf(days: readonly JudgedDay[], before: number) {
  let [run, longestRun] = [before, before];
  for (const { status } of days) {
    if (status === "libur" || status === "berjalan") continue;
    run = status === "alpa" ? run + 1 : 0;
    longestRun = Math.max(longestRun, run);
  }
  return { run, longestRun };
}

const none: Sum = { count: 0, minutes: 0 };

export const nothing: Figures = {
  ...{ workdays: 0, present: 0, late: none, early: none, noIn: 0, noOut: 0 },
  away: keyed(absenceKinds, () => 0),
  ...{ absent: 0, worked: 0, due: 0, grades: {} },
};

function counted(sum: Figures, day: JudgedDay): Figures {
  const { status, lateMinutes, earlyMinutes, lacks } = day;
  const grades = { ...sum.grades };
  for (const grade of [day.lateGrade, day.earlyGrade])
    if (grade !== undefined) grades[grade] = (grades[grade] ?? 0) + 1;
  return {
    workdays: sum.workdays + Number(day.expected !== undefined),
    present: sum.present + Number(status === "hadir"),
    late: plus(sum.late, sumOf(lateMinutes)),
    early: plus(sum.early, sumOf(earlyMinutes)),
    noIn: sum.noIn + Number(lacks === "in"),
    noOut: sum.noOut + Number(lacks === "out"),
    away: keyed(absenceKinds, (kind) => sum.away[kind] + Number(status === kind)),
    absent: sum.absent + Number(status === "alpa"),
    worked: sum.worked + day.worked,
    due: sum.due + day.due,
    grades,
  };
}

const sumOf = (minutes: number): Sum => ({ count: Number(minutes > 0), minutes });
const plus = (one: Sum, other: Sum): Sum => ({
  count: one.count + other.count,
  minutes: one.minutes + other.minutes,
});

/** A unit's figures: those of its people, added. */
export function addedFigures(sum: Figures, more: Figures): Figures {
  const grades = { ...sum.grades };
  for (const [grade, count] of Object.entries(more.grades))
    grades[grade] = (grades[grade] ?? 0) + count;
  return {
    workdays: sum.workdays + more.workdays,
    present: sum.present + more.present,
    late: plus(sum.late, more.late),
    early: plus(sum.early, more.early),
    noIn: sum.noIn + more.noIn,
    noOut: sum.noOut + more.noOut,
    away: keyed(absenceKinds, (kind) => sum.away[kind] + more.away[kind]),
    absent: sum.absent + more.absent,
    worked: sum.worked + more.worked,
    due: sum.due + more.due,
    grades,
  };
}
