import type { EmployeeId, PhotoId } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { newId } from "#shared/runtime/ids.ts";
import type { PhotoBucket, UploadForm } from "./photo-bucket.ts";
import type { PhotoTable } from "./photo-table.ts";

/** A holder wants to send a photo: the form to send it with, and the id its verdict will have. */
export async function requestUpload(
  {
    photos,
    bucket,
    clock,
  }: { photos: Pick<PhotoTable, "expect">; bucket: Pick<PhotoBucket, "uploadForm">; clock: Clock },
  employeeId: EmployeeId,
): Promise<UploadForm & { readonly photoId: PhotoId }> {
  const photoId = newId("pho");
  await photos.expect({ id: photoId, employeeId, requestedAt: clock.now().toISOString() });
  return { photoId, ...(await bucket.uploadForm({ employeeId, photoId })) };
}
