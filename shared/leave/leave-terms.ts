/**
 * Every number of the rules on leave, and what offices set (services.md 1 and 6): data with a source and the days for which it is valid. The
 * book of what the law says is in leave-term-book.ts; an agency's own terms come after it.
 */
import * as z from "zod";
import { employeeKinds } from "#shared/employee/nip.ts";
import { newestTerm, termSource } from "#shared/runtime/dated-terms.ts";
import { keyed, keysOf } from "#shared/runtime/keyed.ts";
import { leaveTermBook } from "./leave-term-book.ts";

/** What leave depends on: somebody before the TMT PNS is a CPNS, which no record says by its kind. */
export const appointments = ["CPNS", ...employeeKinds] as const;
export type Appointment = (typeof appointments)[number];

const count = z.int().nonnegative();
const length = z.strictObject({
  years: count.exactOptional(),
  months: count.exactOptional(),
  days: count.exactOptional(),
});

const termValues = {
  /** Working days a year, and the years of work without a break before the first. */
  annualDays: count,
  annualAfterYears: count,
  /** Working days before that, for the closed list of reasons; none for most. */
  firstYearDays: count,
  /** Calendar days at most beside them, where transport is difficult. */
  travelDays: count,
  /** Whether unused days of a year are usable in the next one. */
  carryOver: z.boolean(),
  /** Working days of one earlier year; what one has at most in a year; that after two unused years or a postponement. */
  carryDays: count,
  carryCeiling: count,
  longCarryCeiling: count,
  /** Longer than so many years a contract has to be; 0: none needed. */
  carryContractYears: count,
  longCarryContractYears: count,
  /** Which year's days go first. */
  useOrder: z.enum(["oldest-first", "newest-first"]),
  /** From this day on ("12-24") a denied cuti bersama is usable in the next year; "none": in its own only. */
  jointDaysUsableNextYearFrom: z.string().regex(/^(none|\d{2}-\d{2})$/),
  /** School holidays count as having used the annual leave. */
  schoolHolidaysUseLeave: z.boolean(),

  besarLength: length,
  besarAfterYears: count,
  /** Years from the end of one to the next. */
  besarGapYears: count,
  /** Which years' annual leave a cuti besar takes the place of. */
  besarReplaces: z.enum(["year-of-start", "every-year"]),

  sickLength: length,
  /** Beside it, on the finding of the Tim Penguji Kesehatan. */
  sickExtension: length,
  /** Uses within so many months add up; 0: only what adjoins. */
  sickAddsUpMonths: count,
  /** Up to so many days the superior is told; above, the PYBMC decides. */
  sickNoticeDays: count,
  /** Up to so many days any doctor's letter does; above, that of which doctor. */
  sickAnyDoctorDays: count,
  sickLongDoctor: z.enum(["licensed", "government"]),
  miscarriageLength: length,

  /** Births that give cuti melahirkan; later ones, to who may have it, cuti besar. */
  births: count,
  birthLength: length,
  importantLength: length,

  cltnLength: length,
  cltnExtension: length,
  cltnAfterYears: count,
  /** Months before the end at which one is reminded, and after it until one has to have reported. */
  cltnReminderMonths: count,
  cltnReportMonths: count,

  /** Calendar days after its first one until which a leave may still be asked for. */
  lateDays: z.strictObject({
    tahunan: count,
    besar: count,
    sakit: count,
    melahirkan: count,
    "alasan-penting": count,
    cltn: count,
  }),
  /** Years for which a leave can be postponed. */
  postponeYears: count,
};

const leaveTerms = z.object(termValues);
export type LeaveTerms = Readonly<z.infer<typeof leaveTerms>>;
type TermName = keyof LeaveTerms;
export const termNames: readonly TermName[] = keysOf(termValues);

/** One value of one term. An agency's own are kept in this shape. */
export const leaveTerm = z
  .strictObject({
    term: z.enum(keyed(termNames, (name) => name)),
    value: z.json(),
    for: z.array(z.enum(appointments)).readonly(),
    ...termSource,
  })
  .refine(({ term, value }) => termValues[term].safeParse(value).success, { path: ["value"] });
export type LeaveTerm = Readonly<z.infer<typeof leaveTerm>>;

/**
 * All terms as they are on a day. Of several that are valid the newest counts, an agency's before the law's of the same day. The first ones
 * that are known stand for the days before them.
 */
export function termsOn(
  day: string,
  appointment: Appointment,
  agency: readonly LeaveTerm[] = [],
): LeaveTerms {
  const book = [...leaveTermBook, ...agency].filter((term) => term.for.includes(appointment));
  return leaveTerms.parse(keyed(termNames, (name) => termOn(day, name, book)?.value));
}

/** The one that counts, with its source. */
export function termOn(
  day: string,
  name: TermName,
  book: readonly LeaveTerm[],
): LeaveTerm | undefined {
  return newestTerm(day, name, book);
}
