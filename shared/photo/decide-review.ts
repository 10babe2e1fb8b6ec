import { refuseOwnRecord } from "#shared/access/own-record.ts";
import { keptReason } from "#shared/access/reason.ts";
import type { Officer } from "#shared/access/scope.ts";
import type { Employee, EmployeeId, PhotoId } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { findOwn } from "#shared/employee/find-own.ts";
import type { PhotoFault } from "#shared/employee/photo-faults.ts";
import type { PhotoReview } from "#shared/employee/photo-review.ts";
import { revisePhoto } from "#shared/employee/revision.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import { requireActiveCard } from "./require-active-card.ts";

export interface DecideReview {
  readonly employees: Pick<WritableEmployees, "find" | "save">;
  readonly limits: Pick<RateLimits, "count">;
  readonly clock: Clock;
}

/** What an officer saw and decides about. */
export interface Seen {
  readonly id: EmployeeId;
  readonly photoId: PhotoId;
  /** The instant of the review as the page showed it; absent when the photo had none. */
  readonly reviewedAt?: string | undefined;
  readonly by: Officer;
}

/** More than one officer looks at in an hour; a stolen session asks no whole agency for new photos. */
const perOfficer: Limit = { name: "photo-reviewed", max: 600, windowSeconds: 3600 };

/** Days in which a new photo is expected. Its holder may be on leave or away from a photographer; the photo stays as long (W-12). */
const daysForNew = 14;

/** The record may be saved by somebody else at this moment; with so many tries one succeeds. */
const tries = 3;

/**
 * An officer finds nothing wrong with the photo.
 * @throws NotFound outside of the scope; Forbidden `own-record`; TooManyAttempts; Conflict as `refuseOther`, `record-changed`
 */
export async function approvePhoto(api: DecideReview, seen: Seen): Promise<void> {
  await save(api, seen, (before, at) => ({
    action: "photo-approved",
    review: { ...factsOf(before), state: "approved", at: at.toISOString() },
  }));
}

/**
 * An officer asks the holder for a new photo, and says why. The photo stays on the card, also when the time is over: then it waits for an
 * officer again.
 * @throws as approvePhoto; InvalidInput on `faults`, `reason`; Conflict `card-not-active`
 */
export async function askForNewPhoto(
  api: DecideReview,
  {
    faults,
    note,
    ...seen
  }: Seen & { readonly faults: readonly PhotoFault[]; readonly note: string },
): Promise<void> {
  if (faults.length === 0) throw new InvalidInput({ field: "faults", code: "required" });
  const kept = note.trim() === "" ? undefined : keptReason(note);
  await save(api, seen, (before, at) => {
    requireActiveCard(before, at);
    const until = new Date(at.getTime() + daysForNew * 86_400_000).toISOString();
    return {
      action: "photo-new-asked",
      ...(kept !== undefined && { reason: kept }),
      review: {
        ...{ ...factsOf(before), state: "new-asked", at: at.toISOString() },
        ...{ faults: [...new Set(faults)], note: kept, until },
      },
    };
  });
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

interface Decided {
  readonly action: "photo-approved" | "photo-new-asked";
  readonly reason?: string;
  readonly review: PhotoReview;
}

async function save(
  { employees, limits, clock }: DecideReview,
  seen: Seen,
  decide: (before: Employee, at: Date) => Decided,
): Promise<void> {
  const { id, by } = seen;
  refuseOwnRecord(id, by);
  for (let attempt = 1; ; attempt++) {
    const before = await findOwn(employees, id, by);
    refuseOther(before, seen);
    const at = clock.now();
    const { review, ...told } = decide(before, at);
    if (attempt === 1) await limits.count(perOfficer, by.employeeId, at);
    const actor = { role: "officer", id: by.employeeId } as const;
    try {
      await employees.save(revisePhoto(before, { photoReview: review }, { ...told, at, actor }));
      return;
    } catch (error) {
      const isRaced = error instanceof Conflict && error.code === "record-changed";
      if (!isRaced || attempt === tries) throw error;
    }
  }
}
