/** What the API tells of changes of data, and of what may be proposed. */
import * as z from "zod";
import { decidedValues } from "#shared/employee/decided-values.ts";
import { decidedFields } from "#shared/employee/record-change.ts";
import { proposalGroups } from "#shared/employee/record-field.ts";
import { requestId } from "#shared/request/request.ts";

export const dataChangeFacts = {
  kind: z.literal("data-change"),
  content: z.strictObject({
    values: decidedValues,
    /** What the record said when it was asked; of a draft what it says now. */
    old: decidedValues,
    note: z.string().exactOptional(),
  }),
};

/** As an officer reads it. */
export const officerDataChangeFacts = {
  ...dataChangeFacts,
  /** What the record says of these fields now; of what has ended, what it said when it was asked for. */
  stands: decidedValues,
};

/** A field that the reader may propose another value for, so that the form needs no catalogue. */
const ownField = z.strictObject({
  field: z.enum(decidedFields),
  /** What the record says now; empty where it says nothing. */
  value: z.string(),
  isDay: z.literal(true).exactOptional(),
  /** It can be changed, not emptied. */
  needed: z.literal(true).exactOptional(),
  /** Two people decide it, and a file has to stand behind it. */
  ofTwo: z.literal(true).exactOptional(),
  /** Its possible values, where they can be listed. */
  options: z.array(z.string()).readonly().exactOptional(),
});

/** The parts of the record that may be proposed. */
export const ownGroups = z
  .array(
    z.strictObject({
      group: z.enum(proposalGroups),
      fields: z.array(ownField).readonly(),
      /** The request that is on its way: there is no second one until it has ended. */
      open: requestId.exactOptional(),
    }),
  )
  .readonly();
