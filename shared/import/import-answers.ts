/** What the API tells of imports, and what pages ask. */
import * as z from "zod";
import { approvalId } from "#shared/access/approval.ts";
import { longestReason } from "#shared/access/reason.ts";
import { toldChanges } from "#shared/audit/history-answers.ts";
import { stops } from "#shared/bulk/bulk.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { importCounts, importId, importModes } from "./import.ts";
import { importCodes } from "./import-codes.ts";
import { mostFileBytes } from "./table.ts";

/** Of one file. Its own uploads are refused, and its differences are never shown to another agency. */
export const ofImport = z.strictObject({ id: importId });

export const newImportRequest = z.strictObject({
  /** Client-made UUID: the same request twice is one import. */
  requestId: z.uuid(),
  fileName: z.string().min(1).max(200),
  /** Bytes. */
  size: z.int().min(1).max(mostFileBytes),
});

/** Where the browser sends the file: a form's address and fields (the file goes last). Without it the file has come already. */
export const newImportAnswer = z.strictObject({
  id: importId,
  upload: z
    .strictObject({ url: z.url(), fields: z.record(z.string(), z.string()) })
    .exactOptional(),
});

/**
 * "uploading" until the file is there, "judging" until it is read and compared, "refused" when nothing of it can be read (the problems
 * say why), "judged" until somebody asks for it, "waiting" for a second person, "applying", "done", "stopped" by an officer or because
 * something is missing; "ended" when the second person refused it, it was taken back, or its time is over: it can be asked for again.
 */
const importStates = [
  ...(["uploading", "judging", "refused", "judged", "waiting"] as const),
  ...(["applying", "done", "stopped", "ended"] as const),
] as const;

export const importAnswer = z.strictObject({
  id: importId,
  state: z.enum(importStates),
  fileName: z.string(),
  /** Below the headings. */
  rows: z.int(),
  counts: importCounts,
  /** Of those who change: how many by each field, by its name in the record. */
  fields: z.record(z.string(), z.int()).exactOptional(),
  mode: z.enum(importModes).exactOptional(),
  /** People, of those who are new or changed; from the approval on. */
  progress: z
    .strictObject({ done: z.int(), unchanged: z.int(), refused: z.int(), total: z.int() })
    .exactOptional(),
  /** Why it ended before the last person, when, and who wanted it (with degrees). */
  stopped: z
    .strictObject({
      why: z.enum(stops),
      at: z.iso.datetime(),
      by: z.string().exactOptional(),
    })
    .exactOptional(),
  /** The same file with a column of what is wrong: of what was applied it also tells who was refused, which takes a moment. */
  marked: z.enum(["none", "making", "ready"]),
  approvalId: approvalId.exactOptional(),
  /** While it waits: until when a second person can decide. */
  until: z.iso.datetime().exactOptional(),
  /** Who brought the file, with degrees; empty for the operators' command line, and for who is gone. */
  asker: z.string(),
  at: z.iso.datetime(),
  /** What this reader may do with it now; the server refuses all else by itself. */
  may: z.array(z.enum(["ask", "stop"])).readonly(),
});
export type ImportAnswer = z.infer<typeof importAnswer>;

/** Newest first, at most twenty. */
export const importListAnswer = z.strictObject({ items: z.array(importAnswer).readonly() });

/** `next` of the part before; the first part without it. */
const from = z
  .string()
  .regex(/^[0-9a-z.-]{1,60}$/)
  .optional();

/** One thing that is wrong, as it is stored and told. */
export const problemFields = {
  row: z.int(),
  column: z.string(),
  code: z.enum(importCodes),
  severity: z.enum(["error", "warning"]),
  value: z.string(),
  example: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
};
const toldProblem = {
  ...problemFields,
  /** Of who was refused when it was applied; the NIP in 8-6-1-3 groups. */
  nip: z.string().exactOptional(),
  name: z.string().exactOptional(),
};

export const problemsQuery = z.strictObject({
  /** What the file's judgement found, or who was refused when it was applied. */
  part: z.enum(["judged", "applied"]).default("judged"),
  from,
});

export const problemsAnswer = z.strictObject({
  items: z.array(z.strictObject(toldProblem)).readonly(),
  next: z.string().exactOptional(),
});
export type ProblemsAnswer = z.infer<typeof problemsAnswer>;

export const differenceQuery = z.strictObject({
  part: z.enum(["new", "changed", "gone"]),
  from,
});

/** Of the new the changes are all fields of the file, of the gone there are none. */
export const differenceAnswer = z.strictObject({
  items: z
    .array(
      z.strictObject({
        row: z.int().exactOptional(),
        /** Of who has a record. */
        id: employeeId.exactOptional(),
        name: z.string(),
        /** 8-6-1-3 groups. */
        nip: z.string(),
        /** Of the gone, who come unit by unit. */
        unitKerja: z.string().exactOptional(),
        changes: toldChanges,
      }),
    )
    .readonly(),
  next: z.string().exactOptional(),
});
export type DifferenceAnswer = z.infer<typeof differenceAnswer>;

export const askImportRequest = z.strictObject({
  /** "all" is refused as long as one row has an error; "good-rows" leaves those rows out. */
  mode: z.enum(importModes),
  reason: z.string().max(longestReason),
});
