/** What the API tells of reports of wrong data, and what pages send. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { reportableFields } from "#shared/wrong-data/reportable-fields.ts";
import { correctionOutcomes } from "./correction.ts";

const field = z.enum(reportableFields);
/** The longest text of a field, and more: the right one is in the holder's words. */
const longestText = 200;

const report = {
  field,
  id: z.string(),
  stood: z.string().exactOptional(),
  right: z.string(),
  note: z.string().exactOptional(),
  reportedAt: z.iso.datetime(),
  /** 3×24 hours after the report. */
  dueAt: z.iso.datetime(),
  /** The time is over and nobody has answered. */
  overdue: z.literal(true).exactOptional(),
};

/** A holder's own record in the catalogue's order, and what was reported of it, the newest first. */
export const ownCorrectionsAnswer = z.strictObject({
  record: z.array(z.strictObject({ field, value: z.string().exactOptional() })).readonly(),
  items: z
    .array(
      z.strictObject({
        ...report,
        answer: z
          .strictObject({
            outcome: z.enum(correctionOutcomes),
            reason: z.string(),
            at: z.iso.datetime(),
          })
          .exactOptional(),
      }),
    )
    .readonly(),
});
export type OwnCorrectionsAnswer = z.infer<typeof ownCorrectionsAnswer>;

export const correctionRequest = z.strictObject({
  field,
  right: z.string().max(longestText),
  note: z.string().max(longestReason).optional(),
});

const officerCorrection = z.strictObject({
  ...report,
  employeeId,
  /** 8-6-1-3 groups. */
  nip: z.string(),
  /** With degrees. */
  name: z.string(),
  unitKerja: z.string(),
  /** What the record says now. */
  stands: z.string().exactOptional(),
  /** The reader's own: a colleague answers it. */
  own: z.literal(true).exactOptional(),
});
export type OfficerCorrection = z.infer<typeof officerCorrection>;

/** Those that are due first at the top. A page can have fewer than there are to come, where some belong to other units. */
export const officerCorrectionsAnswer = z.strictObject({
  items: z.array(officerCorrection).readonly(),
  /** Absent on the last page. */
  cursor: z.string().exactOptional(),
  /** The reader answers nothing. */
  readOnly: z.literal(true).exactOptional(),
});
export type OfficerCorrectionsAnswer = z.infer<typeof officerCorrectionsAnswer>;

export const correctionsQuery = z.strictObject({ cursor: z.string().min(1).max(500).optional() });

export const answerCorrectionRequest = z.strictObject({
  employeeId,
  field,
  /** The report that the officer saw. */
  id: z.string().max(60),
  outcome: z.enum(correctionOutcomes),
  reason: z.string().max(longestReason),
});
