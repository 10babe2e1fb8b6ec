/**
 * Every number by which a day is judged (services.md 2.2): grades of lateness, tolerances, letters of the recap. All of them differ by agency:
 * data with a source and the days for which they are valid. What stands where an agency says nothing is in attendance-term-book.ts.
 */
import * as z from "zod";
import { newestTerm, termSource } from "#shared/runtime/dated-terms.ts";
import { keyed, keysOf } from "#shared/runtime/keyed.ts";
import { attendanceTermBook } from "./attendance-term-book.ts";
import { statuses } from "./statuses.ts";

const minutes = z.int().min(0).max(1440);

/** From so many minutes on, until the next one begins. */
const grade = z.strictObject({ code: z.string().min(1).max(10), from: z.int().min(1).max(1440) });
export type Grade = Readonly<z.infer<typeof grade>>;
const grades = z
  .array(grade)
  .max(10)
  .refine((all) => all.every(({ from }, i) => i === 0 || from > (all[i - 1]?.from ?? 0)))
  .readonly();

const termValues = {
  lateGrades: grades,
  earlyGrades: grades,
  /** So late, or so early, is not late or early at all. */
  graceMinutes: minutes,
  /** Readings that lie no farther apart are one. */
  doubleMinutes: minutes,
  /** So long before its start and after its end a reading belongs to a shift. */
  opensMinutes: minutes,
  closesMinutes: minutes,
  /** What a day is on which somebody came and nothing says that they went, or the other way. */
  oneReadingIs: z.enum(["hadir", "alpa"]),
  /** Calendar days after a day within which its correction may be asked for. */
  correctionDays: z.int().min(0).max(366),
  /** What the recap writes for a status. */
  codes: z.record(z.enum(statuses), z.string().min(1).max(5)),
};

export const attendanceTerms = z.object(termValues);
export type AttendanceTerms = Readonly<z.infer<typeof attendanceTerms>>;
type TermName = keyof AttendanceTerms;
const termNames: readonly TermName[] = keysOf(termValues);

/** One value of one term. An agency's own are kept in this shape. */
export const attendanceTerm = z
  .strictObject({
    term: z.enum(keyed(termNames, (name) => name)),
    // What the term's own shape then looks at: a number, a word, or words by status or number.
    value: z.union([
      z.number(),
      z.string(),
      z.array(z.unknown()),
      z.record(z.string(), z.unknown()),
    ]),
    ...termSource,
  })
  .refine(({ term, value }) => termValues[term].safeParse(value).success, { path: ["value"] });
export type AttendanceTerm = Readonly<z.infer<typeof attendanceTerm>>;

/** All terms as they are on a day. Of several that are valid the newest counts, an agency's before the usual one of the same day. */
export function attendanceTermsOn(
  day: string,
  agency: readonly AttendanceTerm[] = [],
): AttendanceTerms {
  const book = [...attendanceTermBook, ...agency];
  return attendanceTerms.parse(keyed(termNames, (name) => newestTerm(day, name, book)?.value));
}

/** The grade of so many minutes; none of none. */
export function gradeOf(minutes: number, grades: readonly Grade[]): string | undefined {
  return grades.findLast(({ from }) => from <= minutes)?.code;
}
