/** What pages send and the API tells of it. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { longestReported, reportableFields } from "./reportable-fields.ts";

/** As the page sends it. */
export const askedWrongData = z.strictObject({
  field: z.enum(reportableFields),
  right: z.string().max(longestReported),
  note: z.string().max(longestReason).exactOptional(),
});

/** As it is kept. */
export const wrongData = askedWrongData.extend({
  /** What the record said at the report; empty when it said nothing. */
  stood: z.string(),
});

export const wrongDataFacts = { kind: z.literal("wrong-data"), content: wrongData };

/** As an officer reads it. */
export const officerWrongDataFacts = {
  ...wrongDataFacts,
  /** What the record says now. */
  stands: z.string(),
  /** It says something else than at the report: only then «Diperbaiki» can be said. */
  mended: z.literal(true).exactOptional(),
};
