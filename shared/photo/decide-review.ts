import { refuseOwnRecord } from "#shared/access/own-record.ts";
import { keptReason } from "#shared/access/reason.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { findOwn } from "#shared/employee/find-own.ts";
import type { PhotoFault } from "#shared/employee/photo-faults.ts";
import type { PhotoReview } from "#shared/employee/photo-review.ts";
import { revisePhoto } from "#shared/employee/revision.ts";
import { saveNewest } from "#shared/employee/save-newest.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { AskWaiting } from "./photo-approvals.ts";
import { requireActiveCard } from "./require-active-card.ts";
import { revocationOf } from "./revoke-photo.ts";
import { factsOf, refuseOther, type Seen } from "./seen-photo.ts";

export interface DecideReview extends AskWaiting {
  readonly employees: Pick<WritableEmployees, "find" | "save">;
  readonly limits: Pick<RateLimits, "count">;
}

/** More than one officer looks at in an hour; a stolen session asks no whole agency for new photos. */
const perOfficer: Limit = { name: "photo-reviewed", max: 600, windowSeconds: 3600 };

/** Days in which a new photo is expected. Its holder may be on leave or away from a photographer; the photo stays as long (W-12). */
const daysForNew = 14;

/**
 * An officer finds nothing wrong with the photo. One that somebody asked to take away waits for that decision: nobody calls it fitting before.
 * @throws NotFound outside of the scope; Forbidden `own-record`; TooManyAttempts; Conflict as `refuseOther`, `revocation-asked`,
 * `record-changed`
 */
export async function approvePhoto(api: DecideReview, seen: Seen): Promise<void> {
  await save(api, seen, async (before, at) => {
    const { asked, held } = await revocationOf(api, before);
    if (asked) throw new Conflict("revocation-asked");
    const review = { ...factsOf(before), state: "approved", at: at.toISOString() } as const;
    return { action: "photo-approved", review, held };
  });
}

/**
 * An officer asks the holder for a new photo, and says why. The photo stays on the card, also when the time is over: then it waits for an
 * officer again. It may be asked for while a penyetuju has to say whether the photo goes at once: the holder hears earlier what to do, and
 * the photo can be taken away all the same.
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
  const by = seen.by.employeeId;
  await save(api, seen, async (before, at) => newAsked(before, { at, by, faults, note: kept }));
}

interface AskedForNew extends Required<Pick<PhotoReview, "faults">> {
  readonly at: Date;
  readonly by: EmployeeId;
  /** In the officer's words, for the holder. */
  readonly note: string | undefined;
}

/** What the record says of its photo once an officer has asked for a new one. @throws Conflict `card-not-active` */
export function newAsked(before: Employee, { at, by, faults, note }: AskedForNew): Decided {
  requireActiveCard(before, at);
  const until = new Date(at.getTime() + daysForNew * 86_400_000).toISOString();
  return {
    action: "photo-new-asked",
    ...(note !== undefined && { reason: note }),
    review: {
      ...{ ...factsOf(before), state: "new-asked", at: at.toISOString(), by },
      ...{ faults: [...new Set(faults)], note, until },
    },
  };
}

interface Decided {
  readonly action: "photo-approved" | "photo-new-asked";
  readonly reason?: string;
  readonly review: PhotoReview;
  /** What the save is held to. */
  readonly held?: readonly JoinedWrite[];
}

async function save(
  { employees, limits, clock }: DecideReview,
  seen: Seen,
  decide: (before: Employee, at: Date) => Promise<Decided>,
): Promise<void> {
  const { id, by } = seen;
  refuseOwnRecord(id, by);
  const actor = { role: "officer", id: by.employeeId } as const;
  await saveNewest({
    find: () => findOwn(employees, id, by),
    save: async (before, attempt) => {
      refuseOther(before, seen);
      const at = clock.now();
      const { review, held = [], ...told } = await decide(before, at);
      if (attempt === 1) await limits.count(perOfficer, by.employeeId, at);
      const next = revisePhoto(before, { photoReview: review }, { ...told, at, actor });
      await employees.save(next, undefined, ...held);
    },
  });
}
