/** The photo that an officer decides about, as it was seen (decision 0066). */
import type { Officer } from "#shared/access/scope.ts";
import type { Employee, EmployeeId, PhotoId } from "#shared/employee/employee.ts";
import type { PhotoReview } from "#shared/employee/photo-review.ts";
import { Conflict } from "#shared/runtime/errors.ts";

/** What an officer saw and decides about. */
export interface Seen {
  readonly id: EmployeeId;
  readonly photoId: PhotoId;
  /** The instant of the review as the page showed it; absent when the photo had none. */
  readonly reviewedAt?: string | undefined;
  readonly by: Officer;
}

/** What the judge, the queue and who checked the card said stays with the photo; a decision answers the report. */
export function factsOf({
  photoReview,
}: Employee): Pick<PhotoReview, "causes" | "warned" | "report"> {
  const { causes = [], warned = [], report } = photoReview ?? {};
  return { causes, warned, ...(report && { report: { ...report, isOpen: false } }) };
}

/**
 * Whether it is the photo that the officer saw, and nobody decided about it since.
 * @throws Conflict `photo-replaced`, `photo-reviewed`
 */
export function refuseOther(
  { photoId, photoReview }: Employee,
  seen: Pick<Seen, "photoId" | "reviewedAt">,
): void {
  if (photoId !== seen.photoId) throw new Conflict("photo-replaced");
  if (photoReview?.at !== seen.reviewedAt) throw new Conflict("photo-reviewed");
}
