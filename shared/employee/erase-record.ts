import type { Actor, AuditEntry } from "#shared/audit/audit-entry.ts";
import { cardStatus, type Employee } from "./employee.ts";
import { type FieldKey, fieldKeys } from "./fields.ts";
import type { Revision } from "./revision.ts";

/** What stands where every record must have a text. */
export const erasedText = "Data dihapus";

/**
 * What proves the state of a card, so that its QR still answers truthfully and the number is never anybody else's: it stays. All other
 * fields of the catalogue go, those that are added later too.
 */
const kept = [
  "nip",
  "kind",
  "tmt",
  "instansiId",
  "instansi",
  "unitKerja",
  "kedudukanHukum",
  "contractEnd",
] as const satisfies readonly FieldKey[];

/** Since when nobody needed the card: the last change of it, or the contract's last day. A correction afterwards begins the time anew. */
export function leftAt({ cardChangedAt, contractEnd }: Employee): Date {
  const ended = contractEnd === undefined ? "" : `${contractEnd}T17:00:00.000Z`;
  return new Date(cardChangedAt > ended ? cardChangedAt : ended);
}

/**
 * Whether the time of a leaver's data is over (UU 27/2022, articles 43 and 44), erased or not.
 * @param years after the card's end; 0: never
 */
function isOver(employee: Employee, years: number, now: Date): boolean {
  if (years === 0 || cardStatus(employee, now) !== "ended") return false;
  if (employee.erasureHeldAt !== undefined) return false;
  const over = leftAt(employee);
  over.setUTCFullYear(over.getUTCFullYear() + years);
  return over <= now;
}

/** Whether it is over, and the data are not erased yet. Who came back after an erasure and left again has another end. */
export function isErasable(employee: Employee, years: number, now: Date): boolean {
  const { erasedAt = "" } = employee;
  return isOver(employee, years, now) && erasedAt <= leftAt(employee).toISOString();
}

/** Whether erasing has begun, and nothing was saved since: what is saved later is for another beginning to tell of. */
export function isBegun({ erasureBegunAt, updatedAt }: Employee): boolean {
  return erasureBegunAt === updatedAt;
}

/** The record as before, with a line in its history that values of the lines before may go from now on. */
export function beginErasure(before: Employee, at: Date, actor: Actor): Revision {
  const updatedAt = at.toISOString();
  const after = {
    ...before,
    ...{ revision: before.revision + 1, updatedAt, erasureBegunAt: updatedAt },
  };
  return revisionOf(before, after, { actor, action: "erasure-begun", changes: [] });
}

/**
 * Whether a value of an entry may go: its person's time is over, and erasing has begun since they left. What was written after its end is of somebody who
 * came back.
 * @param entry when it was written, an ISO instant
 */
export function isErasing(
  employee: Employee,
  { writtenAt, years, now }: { writtenAt: string; years: number; now: Date },
): boolean {
  const { erasureBegunAt = "", erasedAt } = employee;
  if (!isOver(employee, years, now) || erasureBegunAt <= leftAt(employee).toISOString())
    return false;
  return erasedAt === undefined || erasedAt < erasureBegunAt || writtenAt <= erasedAt;
}

/** The record without the person; its line of history says which fields went, and none of their values. Nobody is told: the address goes too. */
export function eraseRecord(before: Employee, at: Date, actor: Actor): Revision {
  const gone = fieldKeys.filter(
    (field) => before[field] !== undefined && !kept.some((each) => each === field),
  );
  const updatedAt = at.toISOString();
  const emptied = Object.fromEntries(gone.map((field) => [field, undefined]));
  const after: Employee = {
    ...{ ...before, ...emptied, name: erasedText, jabatan: erasedText },
    ...{ photoId: undefined, photoDigest: undefined, smallPhotoDigest: undefined },
    ...{ photoReview: undefined, qrPausedAt: undefined, nipOpenUntil: undefined },
    ...{ emailChangedAt: undefined, emailMoves: undefined, emailFailedAt: undefined },
    ...{ revision: before.revision + 1, updatedAt, erasedAt: updatedAt, sessionsFrom: updatedAt },
  };
  const changes = [...gone, ...(before.photoId ? ["photoId"] : [])].map((field) => ({ field }));
  return revisionOf(before, after, { actor, action: "record-erased", changes });
}

function revisionOf(
  before: Employee,
  after: Employee,
  told: Pick<AuditEntry, "actor" | "action" | "changes">,
): Revision {
  const entry = {
    ...told,
    ...{ subjectId: before.id, revision: after.revision, at: after.updatedAt },
  };
  return {
    ...{ seen: before.revision, before, after, entry },
    ...{ cardChanged: false, isUntold: true },
  };
}
