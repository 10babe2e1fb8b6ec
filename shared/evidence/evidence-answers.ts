/** What officers' pages are answered about files. */
import * as z from "zod";
import { evidenceId } from "#shared/audit/source.ts";
import { uploadId } from "./evidence.ts";

/** Where the file is to be sent, once and within minutes. */
export const evidenceUploadAnswer = z.strictObject({
  upload: uploadId,
  form: z.strictObject({ url: z.url(), fields: z.record(z.string(), z.string()) }),
});

/** What a change names: the file, and what proves that this officer brought it for this record. */
export const acceptedEvidence = z.strictObject({ file: evidenceId, fileProof: z.string() });

/** Downloads the file, for a minute. */
export const evidenceLink = z.strictObject({ url: z.url() });
