import type { Clock } from "#shared/runtime/clock.ts";
import { type AcceptedPhoto, digestsOf, type PhotoName, type Pictures } from "./photo-digest.ts";
import type { PhotoFiles } from "./photo-files.ts";
import { notValidated, type PhotoReport } from "./photo-report.ts";
import type { Upload, Uploads, ValidationRequest } from "./upload.ts";

/** A report and, when it accepts, the photo encoded again from its pixels: nothing of the uploaded file is used further. */
export interface ValidationOutcome {
  readonly report: PhotoReport;
  readonly pictures?: Pictures | undefined;
}

export interface ValidateUpload {
  readonly photos: Pick<Uploads, "find" | "begin" | "survived" | "decide">;
  readonly bucket: Pick<PhotoFiles, "readIncoming" | "putCandidate" | "deleteIncoming">;
  readonly validate: (upload: Buffer) => Promise<ValidationOutcome>;
  /** Called with an accepted photo before the outcome is stored, so that the preview exists by then. */
  readonly preview: (photo: AcceptedPhoto, png: Buffer) => Promise<void>;
  readonly clock: Clock;
}

/**
 * What ended so many looks at it gets an outcome without another. How often SQS has given the message out says nothing of that: it also
 * counts what no function took («Using Lambda with Amazon SQS», Lambda Developer Guide), so that an hour of throttling would refuse
 * good photos. A message is tried more often before it becomes a dead letter.
 */
const tries = 3;

/**
 * So long nobody else looks at an upload, milliseconds: longer than a function may run, shorter than a message stays hidden that no
 * function ended (`infra/resources/photo-queue.ts`). A form can be sent several times, each with a message of its own: without this, looks at the same
 * time would count as looks that it did not survive.
 */
export const lookMs = 120_000;

/**
 * Validates one upload. A file that comes under its name after the outcome is deleted unread. It may run any number of times;
 * the first outcome stays. It stores the objects first, under keys of their content, then the outcome, which names them, and
 * deletes the upload last, so that the upload is validated again after a crash at any point. An upload that S3 has deleted meanwhile, after a
 * day or two, gets the outcome that it could not be checked: its holder waits for one. What is looked at now is left to who looks: should
 * that end it, its message comes again, or the reconciler's: of two copies of one message («standard queues») the one left here takes the other along.
 * @returns the report; undefined when the upload has an outcome already, or gets it from somebody else
 */
export async function validateUpload(
  dependencies: ValidateUpload,
  name: ValidationRequest,
): Promise<PhotoReport | undefined> {
  const { photos, bucket } = dependencies;
  const upload = await photos.find(name.photoId);
  const waits = upload?.employeeId === name.employeeId && upload.state === "awaiting-upload";
  const report = waits ? await outcomeOf(dependencies, { ...name, upload }) : undefined;
  if (report !== "looked-at") await bucket.deleteIncoming(name);
  return report === "looked-at" ? undefined : report;
}

async function outcomeOf(
  dependencies: ValidateUpload,
  { isGivenUp, upload: requested, ...name }: ValidationRequest & { readonly upload: Upload },
): Promise<PhotoReport | "looked-at" | undefined> {
  const { photos, bucket, validate, clock } = dependencies;
  const giveUp = async () =>
    (await photos.decide(requested, notValidated)) ? notValidated : undefined;
  const upload = isGivenUp ? undefined : await bucket.readIncoming(name);
  if (!upload) return giveUp();
  const now = clock.now();
  const begun = await photos.begin(requested.id, {
    now,
    until: new Date(now.getTime() + lookMs),
  });
  if (begun === undefined) return "looked-at";
  if (begun > tries) return giveUp();
  const outcome = await validate(upload);
  // A file can only end the validation. What fails from here on are tables, bucket or the look of the agency, and then a mark would
  // perhaps not be taken back either: so it is taken back before.
  await photos.survived(requested.id);
  return await stored(dependencies, { requested, ...name }, outcome);
}

async function stored(
  { photos, bucket, preview }: ValidateUpload,
  { requested, ...name }: PhotoName & { readonly requested: Upload },
  { report, pictures }: ValidationOutcome,
): Promise<PhotoReport | undefined> {
  const photo = pictures && { ...name, ...digestsOf(pictures) };
  if (photo) {
    await bucket.putCandidate(photo, pictures);
    await preview(photo, pictures.png);
  }
  return (await photos.decide(requested, report, photo)) ? report : undefined;
}
