/** What routes and pages say of decrees. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { decree, decreeId } from "./decree.ts";
import { decreeFields, decreeKinds } from "./decree-fields.ts";

const values = z.strictObject(keyed(decreeFields, () => z.string().exactOptional()));

/** A decree as it was decided; of the fields only those of its kind. */
export const toldDecreed = z.strictObject({
  kind: z.enum(decreeKinds),
  skNumber: z.string(),
  skDate: z.string(),
  tmt: z.string(),
  until: z.string().exactOptional(),
  from: values,
  to: values,
});
export type ToldDecreed = z.infer<typeof toldDecreed>;

/** Two people's word: the names of those whose records can be read, and why. */
const toldWord = z.strictObject({
  askedBy: z.string().exactOptional(),
  approvedBy: z.string().exactOptional(),
  reason: z.string(),
});
export type ToldWord = z.infer<typeof toldWord>;

const toldDecree = toldDecreed.extend({
  ...{ ...toldWord.shape, id: decreeId },
  state: decree.shape.state,
  obstacle: decree.shape.obstacle.unwrap().exactOptional(),
  move: toldWord.extend({ before: z.string() }).exactOptional(),
  withdrawal: toldWord.exactOptional(),
  /** Told of one person's: the record says something else by now than when it was decided, so it will not be written. */
  isOutdated: z.literal(true).exactOptional(),
  /** Told of one person's: what waits for a penyetuju. */
  asked: z
    .array(z.strictObject({ act: z.enum(["move", "withdraw"]), tmt: z.string() }))
    .readonly()
    .exactOptional(),
  actsAt: z.iso.datetime(),
  endedAt: z.iso.datetime().exactOptional(),
});
export type ToldDecree = z.infer<typeof toldDecree>;

/** Those of a person: what is to come first, then the newest of the others. */
export const decreeList = z.strictObject({ items: z.array(toldDecree).readonly() });
export type DecreeList = z.infer<typeof decreeList>;

/** Those that somebody of the agency has to watch, by their days. */
export const agencyDecreeList = z.strictObject({
  items: z
    .array(
      toldDecree.extend({
        person: z.strictObject({ id: employeeId, name: z.string(), unitKerja: z.string() }),
      }),
    )
    .readonly(),
  cursor: z.string().exactOptional(),
});
export type AgencyDecreeList = z.infer<typeof agencyDecreeList>;

/** Where the page before ended, "2027-04-01#dec_…": see `listedAt`. */
const agencyDecreeCursor = z.string().regex(/^\d{4}-\d\d-\d\d#dec_[\w-]{1,80}$/);
export const agencyDecreeQuery = z.strictObject({ cursor: agencyDecreeCursor.optional() });

const asked = {
  reason: z.string().max(longestReason),
  /** Client-made UUID: the same request twice asks once. */
  requestId: z.uuid(),
};
const day = z.string().max(10);

export const decreeRequest = z.strictObject({
  /** Of the record, as the officer saw it. */
  revision: z.int().min(1),
  kind: z.enum(decreeKinds),
  skNumber: z.string().max(200),
  skDate: day,
  tmt: day,
  until: day.exactOptional(),
  to: z.strictObject(keyed(decreeFields, () => z.string().max(500).exactOptional())),
  ...asked,
});
export const decreeMoveRequest = z.strictObject({ tmt: day, ...asked });
export const decreeWithdrawRequest = z.strictObject(asked);
