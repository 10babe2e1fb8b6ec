import type { Employee, EmployeeId, PhotoId } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import type { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, NotFound } from "#shared/runtime/errors.ts";
import type { PhotoBucket } from "./photo-bucket.ts";
import type { PhotoTable, Upload } from "./photo-table.ts";

export interface ConfirmPhoto {
  readonly employees: Pick<WritableEmployeeTable, "find" | "save">;
  readonly photos: Pick<PhotoTable, "find">;
  readonly bucket: Pick<PhotoBucket, "keep">;
  readonly clock: Clock;
}

/** Accepted photos that nobody confirmed go after so many days: the lifecycle of `candidates/` in the photo bucket. */
const candidateDays = 7;
/** An officer may be saving the same record; that many tries outlast it. */
const tries = 5;

/**
 * «Gunakan foto ini» (K-13): the accepted photo becomes the record's. Saving draws the card.
 * Confirming twice changes once.
 * @throws NotFound (no such upload of this holder), Conflict `photo-not-accepted` (also when it waited too long),
 * `record-changed`
 */
export async function confirmPhoto(
  { employees, photos, bucket, clock }: ConfirmPhoto,
  { employeeId, photoId }: { employeeId: EmployeeId; photoId: PhotoId },
): Promise<void> {
  const upload = await photos.find(photoId);
  if (upload?.employeeId !== employeeId) throw new NotFound("No such photo.");
  if (upload.state !== "accepted" || isGone(upload, clock.now()))
    throw new Conflict("photo-not-accepted");
  await bucket.keep({ employeeId, photoId });
  for (let attempt = 1; ; attempt++) {
    const employee = await employees.find(employeeId);
    if (!employee) throw new NotFound("No such employee.");
    if (await saved({ employees, clock }, employee, photoId, attempt === tries)) return;
  }
}

/** A verdict is remembered longer than its photo is kept. */
function isGone({ requestedAt }: Pick<Upload, "requestedAt">, now: Date): boolean {
  return now.getTime() - Date.parse(requestedAt) > candidateDays * 86_400_000;
}

/** @returns false when someone else saved the record meanwhile and there is a try left */
async function saved(
  { employees, clock }: Pick<ConfirmPhoto, "employees" | "clock">,
  employee: Employee,
  photoId: PhotoId,
  last: boolean,
): Promise<boolean> {
  const actor = { role: "holder", id: employee.id } as const;
  const next = revise(employee, { photoId }, { at: clock.now(), actor, action: "photo-confirmed" });
  if (!next) return true;
  try {
    await employees.save(next, `confirm-${photoId}`);
    return true;
  } catch (error) {
    if (error instanceof Conflict && error.code === "request-repeated") return true;
    if (error instanceof Conflict && error.code === "record-changed" && !last) return false;
    throw error;
  }
}
