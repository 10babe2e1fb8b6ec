import type * as z from "zod";
import type { Approval } from "#shared/access/approval.ts";
import { refuseOwnRecord } from "#shared/access/own-record.ts";
import type { Officer } from "#shared/access/scope.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import { cardStatus, type Employee, type EmployeeId, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { editableFields } from "#shared/employee/fields.ts";
import { groupNip } from "#shared/employee/nip.ts";
import { type TellHistory, tellChanges } from "#shared/employee/tell-history.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, NotFound } from "#shared/runtime/errors.ts";
import { type FindSides, findOther, sideOf } from "./find-sides.ts";
import type {
  JoinPreview,
  JoinSide,
  JoinSideName,
  joinedRecords,
  toldJoin,
} from "./join-answers.ts";
import {
  differencesOf,
  isActivated,
  joinedValues,
  mayTake,
  recordJoin,
  refusalOf,
  type Side,
} from "./record-join.ts";

interface PreviewJoin extends FindSides {
  readonly employees: Pick<Employees, "find" | "idOf">;
  readonly history: Pick<AuditTrail, "noteReading">;
  readonly clock: Clock;
}

/**
 * Both records, before it is asked for. It is noted of both that they were read; if that fails, neither is shown.
 * @param request.person in the officer's scope, and not the officer's own record
 * @throws Forbidden `own-record`; as findOther; Conflict as refusalOf, when neither can be joined into the other
 */
export async function previewJoin(
  api: PreviewJoin,
  request: { readonly person: Employee; readonly nip: string; readonly by: Officer },
): Promise<JoinPreview> {
  const record = await findOther(api, request);
  refuseOwnRecord(record.id, request.by);
  const [here, other] = await Promise.all([sideOf(api, request.person), sideOf(api, record)]);
  const now = api.clock.now();
  for (const { id } of [request.person, record])
    await api.history.noteReading({
      ...{ subjectId: id, at: now.toISOString(), purpose: "record-read" },
      actor: { role: "officer", id: request.by.employeeId },
    });
  const ways = {
    here: { survivor: other, joined: here },
    other: { survivor: here, joined: other },
  };
  const refused = { here: refusalOf(ways.other, now), other: refusalOf(ways.here, now) };
  if (refused.here && refused.other) throw new Conflict(refused.here);
  const values = differencesOf(ways.other);
  return {
    ...{ here: toldSide(here, now), other: toldSide(other, now) },
    survivor: survivorOf({ here, other }, refused),
    fields: editableFields.flatMap((field) => {
      const [ours, theirs] = [values.survivor[field], values.joined[field]];
      if (ours === undefined || theirs === undefined) return [];
      const mayGive = {
        here: mayTake(ways.here, field, now),
        other: mayTake(ways.other, field, now),
      };
      return [{ field, here: ours, other: theirs, mayGive }];
    }),
  };
}

/** The only one that may go on, else the one whose account is used, then that with a photo, then the newer one. */
function survivorOf(
  { here, other }: Readonly<Record<JoinSideName, Side>>,
  refused: Readonly<Record<JoinSideName, unknown>>,
): JoinSideName {
  if (refused.here || refused.other) return refused.here ? "other" : "here";
  const rank = (side: Side) => Number(isActivated(side)) * 2 + Number(!!side.record.photoId);
  if (rank(here) !== rank(other)) return rank(here) > rank(other) ? "here" : "other";
  return here.record.updatedAt >= other.record.updatedAt ? "here" : "other";
}

function toldSide(side: Side, now: Date): JoinSide {
  const { record } = side;
  const { id, revision, kind, unitKerja, updatedAt } = record;
  return {
    ...{ id, revision, nip: groupNip(record.nip), name: fullName(record), kind, unitKerja },
    ...{ status: cardStatus(record, now), isActivated: isActivated(side) },
    ...{ hasPhoto: record.photoId !== undefined, updatedAt },
  };
}

/** The view that is decided on: what the two said when it was asked for, and which values go on. */
export function tellJoin({ old, new: wanted }: Approval): z.infer<typeof toldJoin> {
  const { nip, joined, taken, source } = recordJoin.parse(wanted);
  const values = joinedValues.parse(old);
  return {
    nip: groupNip(nip),
    joined: { ...joined, nip: groupNip(joined.nip) },
    fields: editableFields.flatMap((field) => {
      const [survivor, other] = [values.survivor[field], values.joined[field]];
      if (survivor === undefined || other === undefined) return [];
      return [{ field, survivor, joined: other, isTaken: taken.includes(field) }];
    }),
    source,
  };
}

/** What was joined into a record. */
export function tellJoined({ joinedRecords: all = [] }: Employee): z.infer<typeof joinedRecords> {
  return { items: all.map(({ id, nip, at }) => ({ id, nip: groupNip(nip), at })) };
}

/** A page of the history of a record that was joined into this one. @throws NotFound of any other */
export async function tellJoinedHistory(
  api: TellHistory,
  {
    person,
    joined: id,
    ...page
  }: {
    readonly person: Employee;
    readonly joined: EmployeeId;
    readonly from?: string | undefined;
    readonly by: Officer;
  },
) {
  if (!person.joinedRecords?.some((each) => each.id === id))
    throw new NotFound("It was not joined into this record.");
  return await tellChanges(api, { id, ...page });
}
