import { type AcceptedPhoto, digestsOf, type PhotoName, type Pictures } from "./photo-digest.ts";
import type { PhotoFiles } from "./photo-files.ts";
import { notValidated, type PhotoReport } from "./photo-report.ts";
import type { Uploads } from "./upload.ts";

/** A report, and when it accepts, the photo drawn anew from its pixels: nothing of the upload's file goes further. */
export interface ValidationOutcome {
  readonly report: PhotoReport;
  readonly pictures?: Pictures | undefined;
}

export interface ValidateUpload {
  readonly photos: Pick<Uploads, "find" | "decide">;
  readonly bucket: Pick<PhotoFiles, "readIncoming" | "putCandidate" | "deleteIncoming">;
  readonly validate: (upload: Buffer) => Promise<ValidationOutcome>;
  /** Called with an accepted photo before the outcome is told, so that the preview is there when it is. */
  readonly preview: (photo: AcceptedPhoto, png: Buffer) => Promise<void>;
}

/** What kills its validation so often is given up with an outcome: fewer times than a message is tried before it is set aside. */
const tries = 3;

/**
 * Validates one upload, once: what comes under its name after the outcome is thrown away unseen. Runs any number of times;
 * the first outcome stays. Objects first, under keys of their content, then the outcome, which names them; the upload goes
 * last, so that a crash anywhere leaves it to be validated again.
 * @param attempt how often this message was tried, from 1
 * @returns the report, or undefined when the upload was dealt with already
 */
export async function validateUpload(
  dependencies: ValidateUpload,
  name: PhotoName,
  attempt: number,
): Promise<PhotoReport | undefined> {
  const { photos, bucket } = dependencies;
  const upload = await photos.find(name.photoId);
  const waits = upload?.employeeId === name.employeeId && upload.state === "awaiting-upload";
  const report = waits ? await outcomeOf(dependencies, name, attempt) : undefined;
  await bucket.deleteIncoming(name);
  return report;
}

async function outcomeOf(
  { photos, bucket, validate, preview }: ValidateUpload,
  name: PhotoName,
  attempt: number,
): Promise<PhotoReport | undefined> {
  const upload = await bucket.readIncoming(name);
  if (!upload) return undefined;
  const { report, pictures } = attempt > tries ? { report: notValidated } : await validate(upload);
  const photo = pictures && { ...name, ...digestsOf(pictures) };
  if (photo) {
    await bucket.putCandidate(photo, pictures);
    await preview(photo, pictures.png);
  }
  return (await photos.decide(name.photoId, report, photo)) ? report : undefined;
}
