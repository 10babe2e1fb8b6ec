/** A change of a record that two people decide, as it is asked for, kept and told (decision 0049). */
import * as z from "zod";
import { filedSource, source } from "#shared/audit/source.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { decidedFields } from "./record-change.ts";

/** Only the fields that change; an empty text is none. */
export const decidedValues = z.strictObject(keyed(decidedFields, () => z.string().exactOptional()));

/** What such an approval holds as `new`; as `old` it holds the values that were there. */
export const recordChange = z.object({
  values: decidedValues,
  source: source.exactOptional(),
});

/** As it is told to who decides. */
export const toldRecordChange = z.strictObject({
  from: decidedValues,
  to: decidedValues,
  source: filedSource.exactOptional(),
});
