/** What somebody who checked a card says of its photo: it shows another person (decision 0069). */
import * as z from "zod";
import type { UsedFor } from "#shared/captcha/work-challenge.ts";
import { employeeId, photoId } from "#shared/employee/employee.ts";
import { epochSeconds } from "#shared/runtime/clock.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";

export const reportedPhoto = z.object({
  employeeId,
  photoId,
  /** ISO instant. Nothing of who reported it is kept. */
  reportedAt: z.iso.datetime(),
});
export type ReportedPhoto = Readonly<z.infer<typeof reportedPhoto>>;

export const reportedPhotoItem = storedItem({ name: "reported-photo", schema: reportedPhoto });

/** Days that a report is kept. It is taken within minutes; while nothing takes them, an alarm rings. */
const keptDays = 30;

/** The index's partition of reports that are not taken. */
export const untaken = "photo";

/** The report's place among used captchas: a photo has one for each day (UTC), whoever reports it, and however often. */
export function reportId({ photoId: id, reportedAt }: ReportedPhoto): string {
  return `report#${id}#${reportedAt.slice(0, 10)}`;
}

/** What is kept there until it is taken to the record. */
export function reportRecord(report: ReportedPhoto): UsedFor {
  const endsAt = epochSeconds(new Date(report.reportedAt)) + keptDays * 86_400;
  return { endsAt, record: { ...report, ...reportedPhotoItem.version, reportOf: untaken } };
}

/** Reports that wait for being taken to the records. */
export interface ReportedPhotos {
  /** The oldest first; the newest can be missing for a moment (the index follows the table). */
  untaken(limit: number): Promise<readonly ReportedPhoto[]>;
  /** It is no longer among them; its place stays used. Any number of times. */
  take(report: ReportedPhoto): Promise<void>;
}
