/** What a holder's page is told of a photo that it sends. */
import * as z from "zod";
import { photoId } from "#shared/employee/employee.ts";
import { ruleOutcome } from "./photo-report.ts";

/**
 * The file is POSTed to `url` with `fields` first and "file" last, within two minutes. A form serves once: what is sent with
 * it after the outcome is thrown away.
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
