import type { PhotoBucket, PhotoName } from "./photo-bucket.ts";
import type { PhotoReport } from "./photo-report.ts";
import type { PhotoTable } from "./photo-table.ts";

/** A report, and when it accepts, the photo drawn anew from its pixels: nothing of the upload's file goes further. */
export interface Judgement {
  readonly report: PhotoReport;
  readonly png?: Buffer | undefined;
}

export interface JudgeUpload {
  readonly photos: Pick<PhotoTable, "decide">;
  readonly bucket: Pick<PhotoBucket, "readIncoming" | "putCandidate" | "deleteIncoming">;
  readonly judge: (upload: Buffer) => Promise<Judgement>;
  /** Called with an accepted photo before the verdict is told, so that the preview is there when it is. */
  readonly preview: (name: PhotoName, png: Buffer) => Promise<void>;
}

/**
 * Judges one upload. Runs any number of times for the same upload with the same outcome: objects first, then the
 * verdict, and the upload goes last, so that a crash anywhere leaves it to be judged again.
 * @returns the report, or undefined when the upload was dealt with already
 */
export async function judgeUpload(
  { photos, bucket, judge, preview }: JudgeUpload,
  name: PhotoName,
): Promise<PhotoReport | undefined> {
  const upload = await bucket.readIncoming(name);
  if (!upload) return undefined;
  const { report, png } = await judge(upload);
  if (report.accepted && png) {
    await bucket.putCandidate(name, png);
    await preview(name, png);
  }
  await photos.decide(name.photoId, report);
  await bucket.deleteIncoming(name);
  return report;
}
