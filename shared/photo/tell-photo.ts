import { isOwnRecord } from "#shared/access/own-record.ts";
import { mayEdit, type RoleHolder } from "#shared/access/principal.ts";
import { isPhotoAction } from "#shared/audit/photo-actions.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { type EarlierWord, isOverdue } from "#shared/employee/photo-review.ts";
import type { HistoryEntry } from "#shared/employee/record-answers.ts";
import { namesOf, type TellHistory, tellChanges } from "#shared/employee/tell-history.ts";
import { changeEntry } from "#shared/employee/told-entry.ts";
import type { AskWaiting } from "./photo-approvals.ts";
import { mayHavePhoto } from "./require-active-card.ts";
import type { PersonPhotoAnswer, PhotoEvent, ToldReview } from "./review-answers.ts";
import { revocationOf } from "./revoke-photo.ts";
import type { Uploads } from "./upload.ts";

export interface TellPhoto extends TellHistory, AskWaiting {
  readonly photos: Pick<Uploads, "find">;
}

/** Pages of the record's history that one answer looks through: a hundred changes. */
const mostPages = 4;

/** A person's photo: what people say of it, what the judge said, and what became of it and those before it. */
export async function tellPhoto(
  api: TellPhoto,
  person: Employee,
  { by, from }: { readonly by: RoleHolder; readonly from?: string | undefined },
): Promise<PersonPhotoAnswer> {
  const now = api.clock.now();
  const { id, photoId, photoReview } = person;
  const [upload, revocation, { history, next }] = await Promise.all([
    photoId && api.photos.find(photoId),
    revocationOf(api, person),
    photoEvents(api, { id, by, from }),
  ]);
  const locked = lockOf(person, by, now);
  const follows = photoReview?.follows && (await toldWord(api, photoReview.follows, by));
  return {
    ...(photoId && { photoId }),
    ...(photoReview && { review: toldReviewOf({ ...person, photoReview }, now) }),
    ...(follows && { follows }),
    // Ids of uploads are ours, and each is one person's.
    ...(upload?.employeeId === id && { rules: upload.rules }),
    ...(revocation.asked && { revocationAsked: true as const }),
    ...(locked && { locked }),
    history,
    ...(next !== undefined && { cursor: next }),
  };
}

async function toldWord(
  { employees }: Pick<TellPhoto, "employees">,
  { state, at, by, faults, note }: EarlierWord,
  reader: RoleHolder,
): Promise<NonNullable<PersonPhotoAnswer["follows"]>> {
  const name = by && (await namesOf(employees, [by], reader))(by);
  return { state, at, faults, ...(name && { name }), ...(note !== undefined && { note }) };
}

function lockOf(person: Employee, by: RoleHolder, now: Date): PersonPhotoAnswer["locked"] {
  if (isOwnRecord(person.id, by)) return "own-record";
  if (!mayEdit(by, person)) return "read-only";
  return mayHavePhoto(person, now) ? undefined : "card-not-active";
}

/** @param now says whether the time for a new one is over */
export function toldReviewOf(
  person: Employee & { readonly photoReview: NonNullable<Employee["photoReview"]> },
  now: Date,
): ToldReview {
  const { state, at, causes, warned, faults, note, until, report } = person.photoReview;
  return {
    ...{ state, at, causes, warned },
    ...(faults && { faults }),
    ...(note !== undefined && { note }),
    ...(until !== undefined && { until }),
    ...(report && { reportedAt: report.at }),
    ...(report?.ofEarlier && { reportedEarlier: true as const }),
    ...(isOverdue(person, now) && { overdue: true as const }),
  };
}

/** What the record's history says of photos, a bounded part of it at a time. */
async function photoEvents(
  api: TellHistory,
  { id, by, from }: Parameters<typeof tellChanges>[1],
): Promise<{ readonly history: PhotoEvent[]; readonly next?: string | undefined }> {
  const history: PhotoEvent[] = [];
  let next = from;
  for (let page = 0; page < mostPages; page++) {
    const part = await tellChanges(api, { id, by, from: next });
    history.push(...part.items.map(changeEntry).flatMap(eventsIn));
    next = part.next;
    if (next === undefined) break;
  }
  return { history, next };
}

/** One, of what is about the photo. */
function eventsIn(entry: HistoryEntry): PhotoEvent[] {
  const { id, at, action, by, approvedBy, reason, changes } = entry;
  if (!isPhotoAction(action)) return [];
  const partsOf = (name: string) => {
    const text = changes.find(({ field }) => field === name)?.to;
    return text ? text.split(",") : [];
  };
  return [
    {
      ...{ id, at, action, by },
      ...(approvedBy && { approvedBy }),
      ...(reason !== undefined && { reason }),
      ...{ warned: partsOf("photoWarned"), faults: partsOf("photoFaults") },
    },
  ];
}
