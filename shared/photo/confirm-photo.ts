import type { Employee, PhotoId } from "#shared/employee/employee.ts";
import type { RequestMark, WritableEmployees } from "#shared/employee/employees.ts";
import { revisePhoto } from "#shared/employee/revision.ts";
import { saveNewest } from "#shared/employee/save-newest.ts";
import { Conflict, NotFound } from "#shared/runtime/errors.ts";
import type { AskWaiting } from "./photo-approvals.ts";
import type { AcceptedPhoto } from "./photo-digest.ts";
import type { PhotoFiles } from "./photo-files.ts";
import { type Confirmed, reviewOf } from "./pick-review.ts";
import { requireActiveCard } from "./require-active-card.ts";
import { revocationOf } from "./revoke-photo.ts";
import { acceptedPhoto, isGone, isHolders, type Uploads } from "./upload.ts";

export interface ConfirmPhoto extends AskWaiting {
  readonly employees: Pick<WritableEmployees, "find" | "save">;
  readonly photos: Pick<Uploads, "find" | "draw">;
  readonly bucket: Pick<PhotoFiles, "keep">;
  /** Of photos that the judge accepted without a warning, how many people look at all the same, percent. */
  readonly reviewPercent: number;
  /** From 0 to 1, not 1 itself: what draws those photos. */
  readonly random: () => number;
}

/** The mark of the save that makes it the record's photo: there is one such save of each upload, whoever sent it. */
export function confirmation(photoId: PhotoId): RequestMark {
  return { id: `confirm-${photoId}`, digest: photoId };
}

/**
 * «Gunakan foto ini» (K-13): the accepted photo becomes the record's photo, with the digests of its outcome. Saving draws the
 * card; a photo with warnings, and some of the others, then wait for an officer (decision 0066). A second confirmation changes nothing.
 * @param employee the holder's record as it was just read
 * @throws NotFound (no such upload of this holder), Conflict `photo-not-accepted` (also when it waited too long),
 * `photo-replaced` (it was confirmed, and another one since), `card-not-active`, `record-changed`
 */
export async function confirmPhoto(
  dependencies: ConfirmPhoto,
  { employee, photoId }: { employee: Employee; photoId: PhotoId },
): Promise<void> {
  const { employees, photos, bucket, random, clock } = dependencies;
  const upload = await photos.find(photoId);
  if (!isHolders(upload, employee.id)) throw new NotFound("No such photo.");
  const photo = acceptedPhoto(upload);
  if (!photo || isGone(upload, clock.now())) throw new Conflict("photo-not-accepted");
  let drawn: number | undefined;
  await saveNewest({
    first: employee,
    find: () => employees.find(employee.id),
    save: async (newest, attempt) => {
      requireActiveCard(newest, clock.now());
      if (newest.photoId === photoId) return;
      if (attempt === 1) await bucket.keep(photo);
      // Kept with the upload: who confirms again, after a failure or in another request, draws no other place.
      drawn ??= await photos.draw(photoId, random() * 100);
      const { rules, cutFromBusy = false } = upload;
      await save(dependencies, newest, { ...photo, rules, cutFromBusy, drawn });
    },
  });
}

type OfUpload = Pick<Confirmed, "rules" | "cutFromBusy" | "drawn">;

/** @throws Conflict `record-changed` when someone else saved the record in the meantime, `photo-replaced` */
async function save(
  api: Omit<ConfirmPhoto, "photos" | "bucket" | "random">,
  employee: Employee,
  { rules, cutFromBusy, drawn, ...photo }: AcceptedPhoto & OfUpload,
): Promise<void> {
  const { employees, reviewPercent, clock } = api;
  const actor = { role: "holder", id: employee.id } as const;
  const at = clock.now();
  const { photoId, photoDigest, smallPhotoDigest } = photo;
  const before = employee.photoReview;
  const { asked, held } = await revocationOf(api, employee);
  const confirmed = { rules, cutFromBusy, before, revocation: asked, drawn };
  const photoReview = reviewOf(confirmed, { percent: reviewPercent, at });
  const change = { photoId, photoDigest, smallPhotoDigest, photoReview };
  const next = revisePhoto(employee, change, { at, actor, action: "photo-confirmed" });
  try {
    await employees.save(next, confirmation(photoId), ...held);
  } catch (error) {
    const isRepeated = error instanceof Conflict && error.code === "request-repeated";
    if (!isRepeated) throw error;
    // It was confirmed before: by the same request a moment ago, or earlier and replaced since then.
    if ((await employees.find(employee.id))?.photoId !== photoId)
      throw new Conflict("photo-replaced");
  }
}
