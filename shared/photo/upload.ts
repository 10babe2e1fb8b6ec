import * as z from "zod";
import { type EmployeeId, employeeId, type PhotoId, photoId } from "#shared/employee/employee.ts";
import type { AcceptedPhoto, PhotoDigests, PhotoName } from "./photo-digest.ts";
import { notValidated, type PhotoReport, ruleOutcome } from "./photo-report.ts";

/**
 * One upload, from the request for a form to the outcome. The employee's record says whether it was confirmed. An accepted
 * upload has the digests of its pictures; one from before there were digests can no longer be confirmed.
 */
export const upload = z.object({
  id: photoId,
  employeeId,
  state: z.enum(["awaiting-upload", "accepted", "rejected"]),
  rules: z.array(ruleOutcome).readonly(),
  /** ISO instant. */
  requestedAt: z.string(),
  /** The holder's agency at that time; uploads from before 27 November 2026 have none, and are in no list. */
  instansiId: z.string().optional(),
  photoDigest: z.string().optional(),
  smallPhotoDigest: z.string().optional(),
  /** ISO instant: until then the reconciler does not ask for its validation again. */
  askAgainAt: z.string().optional(),
  /** The officer who sent it for somebody at the counter; the holder sends the others. */
  broughtBy: employeeId.optional(),
  /** The page that sent it says that it removed a background that was not plain. Nobody can hold it to that: it only adds a look. */
  cutFromBusy: z.boolean().optional(),
  /** How often it was looked at without an end that can be known. */
  begun: z.int().optional(),
  /** ISO instant: until then somebody looks at it, or died of that. */
  lookedUntil: z.string().optional(),
  /** By which call, so that its repetition knows itself. */
  lookedBy: z.string().optional(),
  /** Its place in the sample, from 0 to 100, drawn when it was confirmed for the first time; told to nobody. */
  drawn: z.number().optional(),
});
export type Upload = Readonly<z.infer<typeof upload>>;

/** An upload as it was asked for. */
export type RequestedUpload = Pick<
  Upload,
  "id" | "employeeId" | "requestedAt" | "instansiId" | "broughtBy" | "cutFromBusy"
>;

/** An upload that has no outcome yet. */
export interface WaitingUpload extends PhotoName {
  readonly uploadedAt: Date;
}

/** Where a browser sends a photo: a form's address and fields (the file goes last). */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The photo that an upload's outcome accepts; undefined when it accepts none. */
export function acceptedPhoto({ id, state, ...about }: Upload): AcceptedPhoto | undefined {
  const { photoDigest, smallPhotoDigest } = about;
  if (state !== "accepted" || !photoDigest || !smallPhotoDigest) return undefined;
  return { employeeId: about.employeeId, photoId: id, photoDigest, smallPhotoDigest };
}

/** Accepted photos that nobody confirmed go after so many days: the lifecycle of `candidates/` in the photo bucket. */
const candidateDays = 7;

/** Whether the photo is deleted already; its outcome is stored longer. */
export function isGone({ requestedAt }: Pick<Upload, "requestedAt">, now: Date): boolean {
  return now.getTime() - Date.parse(requestedAt) > candidateDays * 86_400_000;
}

/** An officer asks for what was brought on the day on which it was brought: its preview lives as long as the request may wait. */
const askDays = 1;

/** Whether it is too late to ask for a photo that an officer brought. */
export function isTooOldToAsk({ requestedAt }: Pick<Upload, "requestedAt">, now: Date): boolean {
  return now.getTime() - Date.parse(requestedAt) > askDays * 86_400_000;
}

/** Whether the holder sent it: what an officer brings becomes the record's photo by two officers only. */
export function isHolders(upload: Upload | undefined, holder: EmployeeId): upload is Upload {
  return upload?.employeeId === holder && upload.broughtBy === undefined;
}

/** Whether an officer sent it for this person. */
export function isBrought(upload: Upload | undefined, person: EmployeeId): upload is Upload {
  return upload?.employeeId === person && upload.broughtBy !== undefined;
}

/**
 * After so long an upload that has no outcome gets none any more, milliseconds: the reconciler gives up what it finds after 20 hours, and S3
 * deletes what nobody looked at after a day (`incoming/` in the photo bucket). What never came has none either.
 */
const lostAfterMs = 36 * 3_600_000;

/** What is told of an upload: of one whose outcome was lost, that it could not be checked. So whoever waits for it is not left waiting. */
export function toldOutcome(
  { state, rules, requestedAt }: Pick<Upload, "state" | "rules" | "requestedAt">,
  now: Date,
): Pick<Upload, "state" | "rules"> {
  const isLost =
    state === "awaiting-upload" && now.getTime() - Date.parse(requestedAt) > lostAfterMs;
  return isLost ? { state: "rejected", rules: notValidated.rules } : { state, rules };
}

/** Uploads and their outcomes. */
export interface Uploads {
  find(id: PhotoId): Promise<Upload | undefined>;
  /** The holder's newest upload that has an outcome; undefined when none can be read any more. It can be late by a moment. */
  latest(holder: EmployeeId): Promise<Upload | undefined>;
  /** Notes that an upload may come. */
  expect(requested: RequestedUpload): Promise<void>;
  /**
   * Notes that an upload is looked at until then at most, which may be the end of the function that looks.
   * @returns how often that was begun, this time included; undefined when it has its outcome, or somebody looks at it now
   */
  begin(
    id: PhotoId,
    times: { readonly now: Date; readonly until: Date },
  ): Promise<number | undefined>;
  /** Takes all beginnings back, and nobody looks at it any more: the upload ends nothing. It may run any number of times. */
  survived(id: PhotoId): Promise<void>;
  /**
   * Writes the outcome; a second outcome of the same upload changes nothing. The outcome of the holder's newest upload decides whether
   * the holder is among those whose last photo was refused; that of an older one, which comes late, does not, nor of one that was brought.
   * @param digests of the pictures that are accepted
   * @returns whether it is the first
   */
  decide(upload: RequestedUpload, report: PhotoReport, digests?: PhotoDigests): Promise<boolean>;
  /**
   * Keeps the upload's place in the sample of photos that people look at, if it has none.
   * @returns the one that it has: the first one that was drawn
   */
  draw(id: PhotoId, place: number): Promise<number>;
  /**
   * Takes an upload that lies about for a run of the reconciler, and notes when it may be asked for again.
   * @returns false when that was noted before, and is later than now; also when nobody asked for a form for it
   */
  postpone(id: PhotoId, now: Date, until: Date): Promise<boolean>;
}

/** What a message asks for: an outcome, or at last the outcome that it could not be checked. */
export interface ValidationRequest extends PhotoName {
  readonly isGivenUp: boolean;
}

/** Uploads that wait for their outcome. */
export interface UploadsToValidate {
  /** In as few calls as SQS allows. @throws Error when SQS did not take all of them; some may be sent */
  sendAll(requests: readonly ValidationRequest[]): Promise<void>;
  /** How many messages wait or are being worked on, as SQS counts them: approximately, and some seconds late. */
  depth(): Promise<number>;
}
