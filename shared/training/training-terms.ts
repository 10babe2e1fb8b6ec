/**
 * The numbers of developing competence, and what offices set (services.md 4 and 6): data with a source and the days for which it is valid, as
 * those of leave. What was read is in training-term-book.ts; an agency's own come after it.
 */
import * as z from "zod";
import { type EmployeeKind, employeeKinds } from "#shared/employee/nip.ts";
import { newestTerm, termSource } from "#shared/runtime/dated-terms.ts";
import { keyed, keysOf } from "#shared/runtime/keyed.ts";
import { trainingForms } from "./training-forms.ts";
import { trainingTermBook } from "./training-term-book.ts";

const count = z.int().nonnegative();

/** JP of an activity that no classroom counts: so many for each of its units, at most so many a year. */
const activityJp = z.strictObject({
  form: z.enum(trainingForms),
  /** «laporan», «hari», «bulan»: as the agency's table has it. */
  unit: z.string().min(1).max(40),
  jp: z.number().positive(),
  most: count.exactOptional(),
});

const termValues = {
  /** Jam pelajaran that everybody develops in a calendar year; 0: no target. */
  yearlyJp: count,
  /** Jam pelajaran of a contract's year beyond which one is told; 0: none. */
  mostJp: count,
  /** Minutes of one jam pelajaran. */
  jpMinutes: z.int().positive(),
  /** Percent of the time of all sessions that one has to be present for. */
  attendancePercent: z.int().min(1).max(100),
  /** For how long a seat that came free is offered to the next of the list. */
  offerHours: z.int().positive(),
  /** For how long a place is kept without the superior's consent. */
  consentHours: z.int().positive(),
  /** CLTN and tugas belajar take somebody out of a year's target: on any of its days, or through the whole of it. */
  exemptWhen: z.enum(["any-day", "whole-year"]),
  /** What nonclassical activities count; empty where the agency has no table: then an officer says it of each. */
  activityJp: z.array(activityJp).readonly(),
};

const trainingTerms = z.object(termValues);
export type TrainingTerms = Readonly<z.infer<typeof trainingTerms>>;
export const trainingTermNames: readonly (keyof TrainingTerms)[] = keysOf(termValues);

/** One value of one term. An agency's own are kept in this shape. */
export const trainingTerm = z
  .strictObject({
    term: z.enum(keyed(trainingTermNames, (name) => name)),
    value: z.json(),
    for: z.array(z.enum(employeeKinds)).readonly(),
    ...termSource,
  })
  .refine(({ term, value }) => termValues[term].safeParse(value).success, { path: ["value"] });
export type TrainingTerm = Readonly<z.infer<typeof trainingTerm>>;

/** All terms as they are on a day: the newest that is valid, an agency's before what was read of the same day. */
export function trainingTermsOn(
  day: string,
  kind: EmployeeKind,
  agency: readonly TrainingTerm[] = [],
): TrainingTerms {
  const book = [...trainingTermBook, ...agency].filter((term) => term.for.includes(kind));
  return trainingTerms.parse(
    keyed(trainingTermNames, (name) => newestTerm(day, name, book)?.value),
  );
}

/** JP of a nonclassical activity by the table; undefined where the table does not have it. */
export function jpOfActivity(
  { form, amount }: { readonly form: string; readonly amount: number },
  { activityJp }: Pick<TrainingTerms, "activityJp">,
): number | undefined {
  const row = activityJp.find((each) => each.form === form);
  return row && Math.min(Math.floor(row.jp * amount), row.most ?? Number.POSITIVE_INFINITY);
}
