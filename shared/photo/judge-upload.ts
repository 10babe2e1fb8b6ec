import type { PhotoBucket } from "./photo-bucket.ts";
import { type AcceptedPhoto, digestsOf, type PhotoName, type Pictures } from "./photo-digest.ts";
import { notJudged, type PhotoReport } from "./photo-report.ts";
import type { PhotoTable } from "./photo-table.ts";

/** A report, and when it accepts, the photo drawn anew from its pixels: nothing of the upload's file goes further. */
export interface Judgement {
  readonly report: PhotoReport;
  readonly pictures?: Pictures | undefined;
}

export interface JudgeUpload {
  readonly photos: Pick<PhotoTable, "find" | "decide">;
  readonly bucket: Pick<PhotoBucket, "readIncoming" | "putCandidate" | "deleteIncoming">;
  readonly judge: (upload: Buffer) => Promise<Judgement>;
  /** Called with an accepted photo before the verdict is told, so that the preview is there when it is. */
  readonly preview: (photo: AcceptedPhoto, png: Buffer) => Promise<void>;
}

/** What kills its judge so often is given up with a verdict: fewer times than a message is tried before it is set aside. */
const tries = 3;

/**
 * Judges one upload, once: what comes under its name after the verdict is thrown away unseen. Runs any number of times;
 * the first verdict stays. Objects first, under keys of their content, then the verdict, which names them; the upload goes
 * last, so that a crash anywhere leaves it to be judged again.
 * @param attempt how often this message was tried, from 1
 * @returns the report, or undefined when the upload was dealt with already
 */
export async function judgeUpload(
  collaborators: JudgeUpload,
  name: PhotoName,
  attempt: number,
): Promise<PhotoReport | undefined> {
  const { photos, bucket } = collaborators;
  const upload = await photos.find(name.photoId);
  const waits = upload?.employeeId === name.employeeId && upload.state === "awaiting-upload";
  const report = waits ? await verdictOn(collaborators, name, attempt) : undefined;
  await bucket.deleteIncoming(name);
  return report;
}

async function verdictOn(
  { photos, bucket, judge, preview }: JudgeUpload,
  name: PhotoName,
  attempt: number,
): Promise<PhotoReport | undefined> {
  const upload = await bucket.readIncoming(name);
  if (!upload) return undefined;
  const { report, pictures } = attempt > tries ? { report: notJudged } : await judge(upload);
  const photo = pictures && { ...name, ...digestsOf(pictures) };
  if (photo) {
    await bucket.putCandidate(photo, pictures);
    await preview(photo, pictures.png);
  }
  return (await photos.decide(name.photoId, report, photo)) ? report : undefined;
}
