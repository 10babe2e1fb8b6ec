import { type AcceptedPhoto, digestsOf, type Pictures } from "./photo-digest.ts";
import type { PhotoFiles } from "./photo-files.ts";
import { notValidated, type PhotoReport } from "./photo-report.ts";
import type { Upload, Uploads, ValidationRequest } from "./upload.ts";

/** A report and, when it accepts, the photo encoded again from its pixels: nothing of the uploaded file is used further. */
export interface ValidationOutcome {
  readonly report: PhotoReport;
  readonly pictures?: Pictures | undefined;
}

export interface ValidateUpload {
  readonly photos: Pick<Uploads, "find" | "decide">;
  readonly bucket: Pick<PhotoFiles, "readIncoming" | "putCandidate" | "deleteIncoming">;
  readonly validate: (upload: Buffer) => Promise<ValidationOutcome>;
  /** Called with an accepted photo before the outcome is stored, so that the preview exists by then. */
  readonly preview: (photo: AcceptedPhoto, png: Buffer) => Promise<void>;
}

/**
 * After so many crashes an upload gets an outcome, without being looked at. A message is tried more often before it becomes a
 * dead letter.
 */
const tries = 3;

/**
 * Validates one upload. A file that comes under its name after the outcome is deleted unread. It may run any number of times;
 * the first outcome stays. It stores the objects first, under keys of their content, then the outcome, which names them, and
 * deletes the upload last, so that the upload is validated again after a crash at any point.
 * @param attempt how often this message was tried, from 1
 * @returns the report; undefined when the upload has an outcome already
 */
export async function validateUpload(
  dependencies: ValidateUpload,
  name: ValidationRequest,
  attempt: number,
): Promise<PhotoReport | undefined> {
  const { photos, bucket } = dependencies;
  const upload = await photos.find(name.photoId);
  const waits = upload?.employeeId === name.employeeId && upload.state === "awaiting-upload";
  const report = waits ? await outcomeOf(dependencies, { ...name, upload }, attempt) : undefined;
  await bucket.deleteIncoming(name);
  return report;
}

async function outcomeOf(
  { photos, bucket, validate, preview }: ValidateUpload,
  { isGivenUp, upload: requested, ...name }: ValidationRequest & { readonly upload: Upload },
  attempt: number,
): Promise<PhotoReport | undefined> {
  if (isGivenUp || attempt > tries)
    return (await photos.decide(requested, notValidated)) ? notValidated : undefined;
  const upload = await bucket.readIncoming(name);
  if (!upload) return undefined;
  const { report, pictures } = await validate(upload);
  const photo = pictures && { ...name, ...digestsOf(pictures) };
  if (photo) {
    await bucket.putCandidate(photo, pictures);
    await preview(photo, pictures.png);
  }
  return (await photos.decide(requested, report, photo)) ? report : undefined;
}
