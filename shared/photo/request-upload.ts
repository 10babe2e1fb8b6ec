import type { Employee, EmployeeId, PhotoId } from "#shared/employee/employee.ts";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { newId } from "#shared/runtime/ids.ts";
import type { PhotoUploadAnswer } from "./photo-answers.ts";
import type { PhotoFiles } from "./photo-files.ts";
import { requireActiveCard } from "./require-active-card.ts";
import type { Uploads } from "./upload.ts";

export interface RequestUpload {
  readonly photos: Pick<Uploads, "expect">;
  readonly bucket: Pick<PhotoFiles, "uploadForm">;
  readonly limits: Pick<RateLimits, "count">;
  /** How many forms one holder, or one officer, gets in an hour: with each we may have to validate 2 MB. */
  readonly formsPerHour: number;
  readonly clock: Clock;
}

interface Sent {
  /** Who sends it. */
  readonly sender: EmployeeId;
  /** The page says that it removed a background that was not plain. */
  readonly cutFromBusy?: boolean;
}

/**
 * A holder wants to send a photo, or an officer one of somebody at the counter: the form to send it with, and the id its outcome will have.
 * @param employee the holder's record as it was just read
 * @throws Conflict `card-not-active`, TooManyAttempts
 */
export async function requestUpload(
  { photos, bucket, limits, formsPerHour, clock }: RequestUpload,
  employee: Employee,
  { sender, cutFromBusy = false }: Sent = { sender: employee.id },
): Promise<PhotoUploadAnswer> {
  const now = clock.now();
  const { id: employeeId, instansiId } = employee;
  requireActiveCard(employee, now);
  const limit = { name: "photo-forms", max: formsPerHour, windowSeconds: 3600 };
  await limits.count(limit, sender, now);
  const id: PhotoId = newId("pho");
  const sent = {
    ...(sender !== employeeId && { broughtBy: sender }),
    ...(cutFromBusy && { cutFromBusy }),
  };
  await photos.expect({ id, employeeId, instansiId, requestedAt: now.toISOString(), ...sent });
  return { photoId: id, ...(await bucket.uploadForm({ employeeId, photoId: id })) };
}
