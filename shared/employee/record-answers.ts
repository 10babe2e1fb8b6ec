/** What the API tells an officer's pages of records: of the own agency, or of the units that the role is for. */
import * as z from "zod";
import { auditActions, erasableParts, readPurposes } from "#shared/audit/audit-entry.ts";
import { toldActor, toldChanges } from "#shared/audit/history-answers.ts";
import { filedSource } from "#shared/audit/source.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { employeeId } from "./employee.ts";
import { type FieldKey, fieldKeys, fieldOf, isOptional, isRequired } from "./fields.ts";
import { cardStatuses } from "./kedudukan-hukum.ts";
import { employeeKinds } from "./nip.ts";

const row = {
  id: employeeId,
  /** 8-6-1-3 groups. */
  nip: z.string(),
  /** With degrees. */
  name: z.string(),
  kind: z.enum(employeeKinds),
  /** A PPPK Paruh Waktu may have none. */
  golongan: z.string().exactOptional(),
  jabatan: z.string(),
  unitKerja: z.string(),
  status: z.enum(cardStatuses),
  hasPhoto: z.boolean(),
};
const employeeRow = z.strictObject(row);
export type EmployeeRow = z.infer<typeof employeeRow>;

/** A page holds 25 rows or is the last. */
export const employeeListAnswer = z.strictObject({
  items: z.array(employeeRow).readonly(),
  /** Absent on the last page. */
  cursor: z.string().exactOptional(),
  /** Records that belong on this page but cannot be read; an operator has been alarmed. */
  unreadable: z.int(),
  /** The reader changes and prints nothing. */
  readOnly: z.literal(true).exactOptional(),
  /** The reader reaches the whole agency, so its tree of units too. */
  wholeAgency: z.literal(true).exactOptional(),
});
export type EmployeeListAnswer = z.infer<typeof employeeListAnswer>;

const historyEntry = z.strictObject({
  /** Unique within the record's history. */
  id: z.string(),
  at: z.iso.datetime(),
  by: toldActor,
  /** The second person, of a change that one asked for and another one approved; named as `by` is. */
  approvedBy: toldActor.pick({ name: true }).exactOptional(),
  action: z.enum([...auditActions, ...readPurposes]),
  /** Of changes only: the record's revision after it. */
  revision: z.int().exactOptional(),
  reason: z.string().exactOptional(),
  /** The decree or letter behind a change. */
  source: filedSource.exactOptional(),
  changes: toldChanges,
  /** Whose values are gone: the person left long ago. */
  erased: z.array(z.enum(erasableParts)).readonly().exactOptional(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

/**
 * Newest first, 25 a page, to the very beginning. Reads are who opened the record or printed its card, at most one entry
 * for each officer and hour.
 */
export const historyAnswer = z.strictObject({
  items: z.array(historyEntry).readonly(),
  /** Absent on the last page. */
  cursor: z.string().exactOptional(),
});
export type HistoryAnswer = z.infer<typeof historyAnswer>;

type ToldField = Exclude<FieldKey, "name" | "instansiId">;

/** Whether a field is told unchanged. The name has two forms, and an agency's id means nothing to a reader. */
function isTold(key: FieldKey): key is ToldField {
  return key !== "name" && key !== "instansiId";
}

export const toldFields: readonly ToldField[] = fieldKeys.filter(isTold);

const told = (key: FieldKey) => (fieldOf(key).type === "date" ? z.iso.date() : z.string());

export const employeeAnswer = z.strictObject({
  ...keyed(toldFields.filter(isRequired), told),
  ...keyed(toldFields.filter(isOptional), (key) => told(key).exactOptional()),
  ...row,
  bareName: z.string(),
  revision: z.int(),
  /** Numbers that the person had before, in 8-6-1-3 groups, the last one last; they still find the record. */
  formerNips: z
    .array(z.strictObject({ nip: z.string(), until: z.iso.datetime() }))
    .readonly()
    .exactOptional(),
  /** Why the reader cannot change this record; absent for who can. */
  locked: z.enum(["own-record", "role"]).exactOptional(),
  /** No code is mailed before this instant, because the address changed a short time ago; absent when codes are mailed. */
  codesFrom: z.iso.datetime().exactOptional(),
  /** Mails to the address come back since this instant; absent when they arrive, as far as we know. */
  emailFailedAt: z.iso.datetime().exactOptional(),
  /** Since when the holder has paused the QR: checks of the card answer «ditangguhkan». */
  qrPausedAt: z.iso.datetime().exactOptional(),
  /** The first page of the changes; the rest is asked for with its cursor. */
  history: historyAnswer,
});
export type EmployeeAnswer = z.infer<typeof employeeAnswer>;
