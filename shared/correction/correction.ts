/**
 * A holder's report that a datum of the own record is wrong. The agency corrects it or says why not within 3×24 hours of the
 * report (UU 27/2022, article 30), which run at night and on days off too. The change of the record itself goes its usual ways.
 */
import * as z from "zod";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { employeeId } from "#shared/employee/employee.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { reportableFields } from "#shared/wrong-data/reportable-fields.ts";

const hoursToAnswer = 72;

export const correctionOutcomes = ["corrected", "refused"] as const;

export const correction = z.object({
  employeeId,
  field: z.enum(reportableFields),
  id: z.string(),
  /** The agency whose officers answer it. */
  instansiId: z.string(),
  /** What the record said at the report; absent when it said nothing. */
  stood: z.string().optional(),
  /** In the holder's words. */
  right: z.string(),
  note: z.string().optional(),
  /** ISO instants. */
  reportedAt: z.string(),
  dueAt: z.string(),
  answer: z
    .object({
      outcome: z.enum(correctionOutcomes),
      /** In the officer's words: what was changed, or why not and how to go on. */
      reason: z.string(),
      at: z.string(),
      by: employeeId,
    })
    .optional(),
});
export type Correction = Readonly<z.infer<typeof correction>>;
export type CorrectionAnswer = NonNullable<Correction["answer"]>;

export function dueOf(reportedAt: Date): Date {
  return new Date(reportedAt.getTime() + hoursToAnswer * 3_600_000);
}

/** One of those that wait, as a page of them ends with it. */
export type OpenCorrection = Pick<Correction, "employeeId" | "field" | "dueAt">;

export interface OpenQuery {
  readonly limit: number;
  /** The last one of the page before. */
  readonly after?: OpenCorrection | undefined;
}

/** The reports: of each field of a person one that is open, or else the last one that was answered. */
export interface Corrections {
  /** @returns false when one of this field is open: then nothing was added */
  add(report: Correction): Promise<boolean>;
  /** All of a person, open and answered; strongly consistent. */
  of(id: Id<"emp">): Promise<Correction[]>;
  /** The open ones of an agency, those that are due first at the top; the newest can be missing for a moment (the index follows the table). Fewer than `limit` are the last. */
  open(instansiId: string, query: OpenQuery): Promise<Correction[]>;
  /**
   * The answer and its line of the account's history, which the holder is told of: both or none.
   * @throws Conflict `correction-answered` when this report is not open any more, or the line's place is taken: then nothing was written
   */
  answer(report: Correction, answer: CorrectionAnswer, line: AuditEntry): Promise<void>;
  /** The person works in another agency now, which answers it in what is left of the time. @returns false when this report is not open any more */
  handOver(report: Correction, instansiId: string): Promise<boolean>;
  /** How many open ones of an agency are past their time, counted up to `most`. */
  countOverdue(instansiId: string, now: Date, most: number): Promise<number>;
}
