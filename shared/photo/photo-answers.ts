/** What the API tells a holder's page about the photo that it sends. */
import * as z from "zod";
import { photoId } from "#shared/employee/employee.ts";
import { ruleOutcome } from "./photo-report.ts";

/**
 * The page POSTs the file to `url` within ten minutes, with `fields` first and "file" last. A form counts once: files that are
 * sent with it after the outcome are deleted.
 */
export const photoUploadAnswer = z.strictObject({
  photoId,
  url: z.url(),
  fields: z.record(z.string(), z.string()),
});
export type PhotoUploadAnswer = z.infer<typeof photoUploadAnswer>;

export const photoAnswer = z.strictObject({
  photoId,
  state: z.enum(["awaiting-upload", "accepted", "rejected", "confirmed"]),
  rules: z.array(ruleOutcome).readonly(),
});
export type PhotoAnswer = z.infer<typeof photoAnswer>;
