import type { Actor } from "#shared/audit/audit-entry.ts";
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
 * Whether the time of a leaver's data is over (UU 27/2022, articles 43 and 44).
 * @param years after the card's end; 0: never
 */
export function isErasable(employee: Employee, years: number, now: Date): boolean {
  if (years === 0 || cardStatus(employee, now) !== "ended") return false;
  const { erasedAt = "", erasureHeldAt } = employee;
  // Who came back after an erasure and left again has another end.
  if (erasureHeldAt !== undefined || erasedAt > leftAt(employee).toISOString()) return false;
  const over = leftAt(employee);
  over.setUTCFullYear(over.getUTCFullYear() + years);
  return over <= now;
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
    ...{ emailChangedAt: undefined, emailMoves: undefined, emailFailedAt: undefined },
    ...{ revision: before.revision + 1, updatedAt, erasedAt: updatedAt, sessionsFrom: updatedAt },
  };
  return {
    ...{ seen: before.revision, before, after, cardChanged: false, isUntold: true },
    entry: {
      ...{ subjectId: before.id, revision: after.revision, at: updatedAt, actor },
      action: "record-erased",
      changes: [...gone, ...(before.photoId ? ["photoId"] : [])].map((field) => ({ field })),
    },
  };
}
