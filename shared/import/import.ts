/** An agency's file on its way into the records: uploaded, judged, asked for, applied (decision 0039). */
import * as z from "zod";
import { approvalId } from "#shared/access/approval.ts";
import { personId } from "#shared/access/role.ts";
import { bulkId } from "#shared/bulk/bulk.ts";
import { type Id, idRest } from "#shared/runtime/ids.ts";
import { withoutHidden } from "#shared/runtime/visible-text.ts";

export type ImportId = Id<"imp">;
/** As it comes from outside. */
export const importId: z.ZodType<ImportId, string> = z.templateLiteral(["imp_", idRest]);

/** What is applied of a file: nothing unless all of its rows are right, or the rows that are. */
export const importModes = ["all", "good-rows"] as const;

export const importCounts = z.strictObject({
  /** People. */
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** Active or suspended, and not in the file. */
  gone: z.int(),
  /** Problems. */
  errors: z.int(),
  warnings: z.int(),
  rowsWithErrors: z.int(),
});
export type ImportCounts = z.infer<typeof importCounts>;

export const noCounts: ImportCounts = {
  ...{ new: 0, changed: 0, unchanged: 0, gone: 0, errors: 0, warnings: 0, rowsWithErrors: 0 },
};

/** Of how many people each field would change, by its name in the record. */
const fieldCounts = z.record(z.string(), z.int());
export type FieldCounts = Readonly<z.infer<typeof fieldCounts>>;

/** What was found in a file. All of it but the counts is in the bucket (`ImportFiles`). */
const judgement = z.object({
  /** SHA-256 of the file, in hex. */
  fileDigest: z.string(),
  /** Where the results are. */
  folder: z.string(),
  /** SHA-256 of the results' table of contents: what is applied is what was shown. */
  resultsDigest: z.string(),
  rows: z.int(),
  counts: importCounts,
  /** Judgements of before counted none. */
  fields: fieldCounts.exactOptional(),
  /** Whether there is the same file with a column of errors. */
  hasMarkedFile: z.boolean(),
});
export type Judgement = Readonly<z.infer<typeof judgement>>;

/** Who wants it applied, and how. */
const asking = z.object({ mode: z.enum(importModes), approvalId });

export const importItem = z.object({
  id: importId,
  instansiId: z.string(),
  /** The agency's name, for the records of new people. */
  instansi: z.string(),
  /** Who brought the file; absent for the operators' command line. */
  askedBy: personId.optional(),
  fileName: z.string(),
  /** "waiting" also while the approval has ended without a yes: the approval says that. */
  state: z.enum(["uploading", "judging", "refused", "judged", "waiting", "applying"]),
  judgement: judgement.optional(),
  asking: asking.optional(),
  bulkId: bulkId.optional(),
  /** Of how many who were refused the file back tells. */
  refusedInFile: z.int().optional(),
  /** How often its judgement has begun, without those that AWS throttled. */
  begun: z.int().optional(),
  /** ISO instant of the upload's beginning. */
  at: z.string(),
});
export type Import = Readonly<z.infer<typeof importItem>>;
export type JudgedImport = Import & { readonly judgement: Judgement };

/** How long a file and what was found in it are kept, days (infra/resources/import-bucket.ts deletes by the same). */
export const keptDays = 30;
/** Until when it can be asked for: an approval may take a week, and it is applied within a day. */
const askableDays = keptDays - 10;

/** Whether the file is kept long enough to be approved and applied. */
export function isFresh({ at }: Pick<Import, "at">, now: Date): boolean {
  return now.getTime() - Date.parse(at) < askableDays * 86_400_000;
}

export function isJudged(each: Import): each is JudgedImport {
  return each.judgement !== undefined;
}

/** What an approval of an import holds as `new`: what the decider sees, and by which digest it is that file. */
export const importFacts = z.strictObject({
  fileName: z.string(),
  mode: z.enum(importModes),
  ...{ fileDigest: z.string(), resultsDigest: z.string(), rows: z.int(), counts: importCounts },
  fields: fieldCounts.exactOptional(),
});

/** How many people applying it has to do with. */
export function peopleOf({ new: added, changed }: ImportCounts): number {
  return added + changed;
}

/** A file's name as officers read and approve it: what turns the direction of writing would show another ending. */
export function shownName(fileName: string): string {
  return withoutHidden(fileName) || "berkas";
}

/** "pegawai-masalah.xlsx" */
export function markedFileName(fileName: string): string {
  const [, name = fileName, ending = ""] = /^(.*?)(\.\w{1,5})?$/s.exec(fileName) ?? [];
  return `${name}-masalah${ending}`;
}
