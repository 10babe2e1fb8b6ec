/**
 * Reports of wrong data as they were made before they were requests (decisions 0087, 0095): nobody makes, answers or lists one any more. Those
 * that lie there are in their person's copy of the own data, and go with the person's data.
 */
import * as z from "zod";
import { employeeId } from "#shared/employee/employee.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { reportableFields } from "./reportable-fields.ts";

export const oldReport = z.object({
  employeeId,
  field: z.enum(reportableFields),
  /** What the record said at the report; absent when it said nothing. */
  stood: z.string().optional(),
  /** In the holder's words. */
  right: z.string(),
  note: z.string().optional(),
  /** ISO instant. */
  reportedAt: z.string(),
  /** Absent of one that nobody had answered when the way ended. */
  answer: z
    .object({
      outcome: z.enum(["corrected", "refused"]),
      /** In the officer's words. */
      reason: z.string(),
      at: z.string(),
    })
    .optional(),
});
export type OldReport = Readonly<z.infer<typeof oldReport>>;

export interface OldReports {
  /** All of a person; of each field one. */
  of(id: Id<"emp">): Promise<readonly OldReport[]>;
}
