/** One change for many people: what it writes, and the list of exactly who is meant (decision 0052). */
import * as z from "zod";
import { personId } from "#shared/access/role.ts";
import { source, toldSource } from "#shared/audit/source.ts";
import { type Bulk, type BulkId, bulkId } from "#shared/bulk/bulk.ts";
import { decidedValues } from "#shared/employee/decided-values.ts";
import { digestText } from "#shared/runtime/ids.ts";

/** People of one change: one stored list, one answer, and one approval that a person can still read. */
export const mostMarked = 500;

const assignment = z.strictObject({
  action: z.literal("assign"),
  unitKerja: z.string().min(1).max(200),
});
const suspension = z.strictObject({
  action: z.literal("suspend"),
  kedudukanHukum: z.string().max(10),
});

/** As an officer asks for it. */
export const wantedChange = z.discriminatedUnion("action", [
  assignment,
  suspension.extend({ source: toldSource }),
]);
export type WantedChange = z.infer<typeof wantedChange>;

/** As it is kept and carried out. */
export const bulkChange = z.discriminatedUnion("action", [
  assignment,
  suspension.extend({ source }),
]);
export type BulkChange = Readonly<z.infer<typeof bulkChange>>;

/** Why somebody of the selection is not meant, or was not changed in the end. */
const leftOutReasons = [
  ...(["own-record", "out-of-scope", "unchanged", "change-needs-operators"] as const),
  ...(["change-asked", "record-changed", "not-allowed"] as const),
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];
/** …as it is told: of work that was stopped, also who was not looked at any more. */
export const toldReasons = [...leftOutReasons, "not-reached"] as const;
export type ToldReason = (typeof toldReasons)[number];
const reason = z.enum(leftOutReasons);

/** What was shown before anybody was asked: whoever comes into the officer's list later is not meant. */
export const bulkList = z.object({
  bulkId,
  instansiId: z.string(),
  askedBy: personId,
  change: bulkChange,
  /** With their unit, and what the record said of the fields that change. */
  people: z
    .array(
      z.object({
        ...{ id: personId, unitKerja: z.string(), from: decidedValues },
        /** From when on decrees that wait would have changed the same field (days): after this change they cannot act. */
        decrees: z.array(z.string()).readonly().optional(),
      }),
    )
    .readonly(),
  leftOut: z.array(z.object({ id: personId, why: reason })).readonly(),
  /** Of those who were not changed in the end: the place among `people`, and why. */
  refused: z.record(z.string(), reason),
  /** ISO instant. */
  madeAt: z.string(),
});
export type BulkList = Readonly<z.infer<typeof bulkList>>;

/** The fields of the record that it writes. */
export function valuesOf(change: BulkChange) {
  return change.action === "assign"
    ? { unitKerja: change.unitKerja }
    : { kedudukanHukum: change.kedudukanHukum };
}

/** Where the next step begins among the people of the list. */
export function placeOf({ cursor }: Pick<Bulk, "cursor">): number {
  return cursor === "" ? 0 : Number(cursor);
}

/** What asker and decider have seen is what is carried out. */
export function listDigest({ bulkId: id, instansiId, change, people }: BulkList): string {
  return digestText([id, instansiId, change, people]);
}

/** The frozen lists. They are deleted by themselves, long after the work is over. */
export interface BulkLists {
  /** Strongly consistent. */
  find(id: BulkId): Promise<BulkList | undefined>;
  /** Keeps one; the same again changes nothing. */
  keep(list: BulkList): Promise<void>;
  /** Notes who was not changed; the same again notes nothing more. */
  noteRefused(id: BulkId, refused: BulkList["refused"]): Promise<void>;
}
