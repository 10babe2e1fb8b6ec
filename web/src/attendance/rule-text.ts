/** Turns of a schedule, and values of terms, as officers write them: one on each line. */
import type { AttendanceTerm, AttendanceTerms } from "#shared/attendance/attendance-terms.ts";
import type { Schedule } from "#shared/attendance/schedule.ts";
import { clockOf, isClock } from "./typed-clock.ts";

type Turn = Schedule["cycle"][number];
export type TermName = keyof AttendanceTerms;
type Value = AttendanceTerm["value"];
/** A value, of a term of its own or as all are told. */
type Told = string | number | readonly unknown[] | Readonly<Record<string, unknown>>;

/** As schedules allow. */
const mostTurns = 42;
const mostBreak = 300;

/** "07:30-16:00 60" of a shift with its break in minutes; the given word of a day off. */
export const turnText = (turn: Turn, off: string): string =>
  turn ? `${turn.start}-${turn.end} ${turn.breakMinutes}` : off;

/** The turns of lines; undefined when one cannot be read, or there are none or too many. @param off words of a day off, in small letters */
export function turnsIn(typed: string, off: readonly string[]): readonly Turn[] | undefined {
  const turns = linesOf(typed).map((line) => turnIn(line, off));
  const isFull = turns.length > 0 && turns.length <= mostTurns;
  return isFull && turns.every((turn) => turn !== undefined) ? turns : undefined;
}

function turnIn(line: string, off: readonly string[]): Turn | undefined {
  if (off.includes(line.toLowerCase())) return null;
  const [, start = "", end = "", breaks = "0"] =
    /^(\d{1,2}[.:]\d{2})\s*[-–]\s*(\d{1,2}[.:]\d{2})(?:\s+(\d{1,3}))?$/.exec(line) ?? [];
  if (!isClock(start) || !isClock(end) || Number(breaks) > mostBreak) return undefined;
  return { start: clockOf(start), end: clockOf(end), breakMinutes: Number(breaks) };
}

/** "TL1 1" of each grade, "hadir H" of each status, a number or word as it is. */
export function termText(value: Told): string {
  if (typeof value === "number" || typeof value === "string") return String(value);
  if (Array.isArray(value)) return value.map(gradeText).join("\n");
  return Object.entries(value)
    .map(([status, code]) => `${status} ${String(code)}`)
    .join("\n");
}

function gradeText(grade: unknown): string {
  const isOne = typeof grade === "object" && grade !== null && "code" in grade && "from" in grade;
  return isOne ? `${String(grade.code)} ${String(grade.from)}` : "";
}

/** What was typed in the shape that the term has now; undefined when it is in none. The service looks at its bounds. */
export function termIn(typed: string, now: AttendanceTerms[TermName]): Value | undefined {
  const text = typed.trim();
  if (typeof now === "number") return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
  if (typeof now === "string") return text;
  const pairs = linesOf(typed).map((line) => line.split(/\s+/));
  if (!pairs.every(({ length }) => length === 2)) return undefined;
  if (Array.isArray(now)) {
    const grades = pairs.map(([code = "", from = ""]) => ({ code, from: Number(from) }));
    return grades.every(({ from }, i) => isAfter(from, grades[i - 1]?.from)) ? grades : undefined;
  }
  const codes = Object.fromEntries(pairs);
  return Object.keys(now).every((status) => status in codes) ? codes : undefined;
}

/** Grades begin one after the other, at whole minutes of a day. */
const isAfter = (from: number, before = 0): boolean =>
  Number.isInteger(from) && from > before && from <= 1440;

const linesOf = (typed: string): readonly string[] =>
  typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
