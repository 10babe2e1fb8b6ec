import * as z from "zod";
import { isOwnRecord } from "#shared/access/own-record.ts";
import type { Officer } from "#shared/access/scope.ts";
import { type Employee, employeeId, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { isOpenTo } from "#shared/employee/is-open-to.ts";
import { groupNip } from "#shared/employee/nip.ts";
import { waitsFrom } from "#shared/employee/photo-review.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { cursorIn, cursorText } from "#shared/runtime/cursor.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import type { Awaiting, PhotoReviews } from "./photo-reviews.ts";
import type { AwaitingPhoto } from "./review-answers.ts";
import { toldReviewOf } from "./tell-photo.ts";

/** Photos to a page. */
const pageSize = 25;

export interface ListAwaiting {
  readonly photoReviews: PhotoReviews;
  readonly employees: Pick<Employees, "findAll">;
  readonly clock: Clock;
}

/**
 * A page of the photos that wait in the officer's agency or units, reported ones at the top, then who waits longest.
 * @param from `next` of the page before @throws InvalidInput when `from` is none
 */
export async function listAwaiting(
  { photoReviews, employees, clock }: ListAwaiting,
  { by, from }: { readonly by: Officer; readonly from?: string | undefined },
): Promise<{ readonly items: readonly AwaitingPhoto[]; readonly next?: string }> {
  const now = clock.now();
  const after = from === undefined ? undefined : placeIn(from, now);
  const found = await photoReviews.awaiting(by.instansiId, { now, limit: pageSize + 1, after });
  const page = found.slice(0, pageSize);
  const people = await employees.findAll(page.map(({ id }) => id));
  const items = page.flatMap(({ id }) => {
    const person = people.get(id);
    // The index may be a moment behind the record.
    return isOpenTo(by, person) && waits(person, now) ? [rowOf(person, by, now)] : [];
  });
  const last = found.length > pageSize ? page.at(-1) : undefined;
  return { items, ...(last && { next: cursorText([last.from, last.id]) }) };
}

type Waiting = Employee & {
  readonly photoId: NonNullable<Employee["photoId"]>;
  readonly photoReview: NonNullable<Employee["photoReview"]>;
};

/** Whether the photo waits for an officer now. */
export function waits(person: Employee, now: Date): person is Waiting {
  const from = waitsFrom(person);
  return person.photoId !== undefined && from !== undefined && from <= now.toISOString();
}

function rowOf(person: Waiting, by: Officer, now: Date): AwaitingPhoto {
  const { id, nip, jabatan, unitKerja, photoId } = person;
  return {
    ...{ employeeId: id, nip: groupNip(nip), name: fullName(person), jabatan, unitKerja, photoId },
    review: toldReviewOf(person, now),
    ...(isOwnRecord(id, by) && { own: true as const }),
  };
}

/** As `waitsFrom` says it. */
const place = z.tuple([z.string().regex(/^!?\d{4}-\d\d-\d\dT[\d:.]+Z$/), employeeId]);

/** What waits later than now was on no page, and DynamoDB begins no page outside what is asked for («starting key is outside query boundaries»). */
function placeIn(text: string, now: Date): Awaiting {
  const [from, id] = cursorIn(place, text);
  if (from > now.toISOString()) throw new InvalidInput({ field: "cursor", code: "malformed" });
  return { from, id };
}
