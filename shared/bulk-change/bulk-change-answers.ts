/** What the page of a change for many people asks, and what it is told. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { personId } from "#shared/access/role.ts";
import { bulkId, countedProgress } from "#shared/bulk/bulk.ts";
import { bulkChange, mostMarked, toldReasons, wantedChange } from "./bulk-change.ts";

export const bulkChangeRequest = z.strictObject({
  /** Client-made UUID: the same request twice makes one list. */
  requestId: z.uuid(),
  ids: z.array(personId).min(1).max(mostMarked).readonly(),
  change: wantedChange,
});

export const bulkChangeReason = z.strictObject({ reason: z.string().max(longestReason) });
export const ofBulkChange = z.strictObject({ bulkId });

const why = z.enum(toldReasons);
/** Without name and number where the reader may not know who it is, or the record cannot be read. */
const named = {
  name: z.string().exactOptional(),
  nip: z.string().exactOptional(),
  unitKerja: z.string().exactOptional(),
};

export const bulkChangeAnswer = z.strictObject({
  bulkId,
  change: bulkChange,
  /** Who is meant; `why` of those who were not changed in the end. */
  people: z
    .array(
      z.strictObject({
        ...{ id: personId, ...named, why: why.exactOptional() },
        /** Days on which decrees that waited when the list was made would act; after this change they cannot. */
        decrees: z.array(z.string()).readonly().exactOptional(),
      }),
    )
    .readonly(),
  leftOut: z.array(z.strictObject({ ...named, why })).readonly(),
  /** It waits for a penyetuju. */
  isAsked: z.literal(true).exactOptional(),
  /** The reader made the list: only this one asks for it. */
  isOwn: z.boolean(),
  /** Once it is approved. */
  progress: z.strictObject(countedProgress).exactOptional(),
});
export type BulkChangeAnswer = z.infer<typeof bulkChangeAnswer>;
