import type { Actor, AuditAction, AuditEntry, FieldChange } from "#shared/audit/audit-entry.ts";
import type { Source } from "#shared/audit/source.ts";
import { birthDateOf, sexOf } from "./bkn-checks.ts";
import { isSameMailbox } from "./email.ts";
import { movesAfter, recentMoves } from "./email-move.ts";
import { cardDiffers, type Employee, employeeSchema, endsSessions } from "./employee.ts";
import type { Nip } from "./nip.ts";
import { reviewTexts } from "./photo-review.ts";

/** A change of a record, ready to be saved: the record after it, and its line of history. */
export interface Revision {
  /** The revision the change was made on; saving is refused when it is no longer the newest. */
  readonly seen: number;
  readonly before: Employee;
  readonly after: Employee;
  /** Whether the card has to be drawn again; the stream's filter reads it. */
  readonly cardChanged: boolean;
  /** The holder hears nothing of it, whatever it changes. */
  readonly isUntold?: true;
  readonly entry: AuditEntry;
}

type Change = Partial<
  Omit<
    Employee,
    | "id"
    | "nip"
    | "revision"
    | "updatedAt"
    | "cardChangedAt"
    | "formerNips"
    | "joinedInto"
    | "joinedRecords"
    | "emailChangedAt"
    | "emailMoves"
    | "emailFailedAt"
    | "sessionsFrom"
    | "photoReview"
  >
>;

interface Told {
  readonly at: Date;
  readonly actor: Actor;
  readonly action: AuditAction;
  readonly reason?: string;
  /** What it rests on. */
  readonly source?: Source | undefined;
  /** The second person, of what two decided. */
  readonly approvedBy?: string;
  /** ISO instant at which the old address heard of its change, where that was before the save: codes wait from then on. */
  readonly emailToldAt?: string;
}

/** @returns the next revision of `before`; undefined when nothing would change. */
export function revise(before: Employee, change: Change, told: Told): Revision | undefined {
  const changes = differences(before, change);
  return changes.length === 0 ? undefined : revision(before, change, changes, told);
}

/** The next revision of a record in which only the status has changed, because a day has come (see `savedStatus`). */
export function confirmStatus(before: Employee, told: Told): Revision {
  return revision(before, {}, [], told);
}

/** The next revision of a record whose address two people corrected: codes are mailed there at once (`codesFrom`). */
export function correctAddress(before: Employee, email: string, told: Told): Revision {
  const next = revision(before, { email }, differences(before, { email }), told);
  return { ...next, after: { ...next.after, emailChangedAt: undefined } };
}

/**
 * The next revision of a record with another number, and what that says of its holder; the one before stays its person's. A number that
 * comes back is no former one.
 */
export function changeNip(before: Employee, nip: Nip, told: Told): Revision {
  const { formerNips = [], nip: former } = before;
  const change = { nip, ...saidByNip(before, nip) };
  const next = revision(before, change, differences(before, change), told);
  const kept = formerNips.filter((each) => each.nip !== nip);
  const formers = [...kept, { nip: former, until: next.after.updatedAt }];
  return { ...next, after: { ...next.after, formerNips: formers } };
}

/** Two records of one person: the next revision of each, to be saved together (`WritableEmployees.join`). */
export interface Joining {
  /** It keeps its id, number, card and account, takes some values, and is found by the other one's numbers too. */
  readonly survivor: Revision;
  /** It ends, and has neither number nor address of its own any more. Its holder hears of it as the survivor's. */
  readonly joined: Revision;
}

/**
 * The next revisions of two records of one person (decision 0054).
 * @param change what the survivor takes over
 */
export function joinRecords(
  { survivor, joined }: { readonly survivor: Employee; readonly joined: Employee },
  change: Change,
  told: Omit<Told, "action">,
): Joining {
  const at = told.at.toISOString();
  const how = { ...told, action: "records-joined" } as const;
  const said = (other: Employee) => ({ field: "joinedNip", to: other.nip });
  const taken = [...differences(survivor, change), said(joined)];
  const next = revision(survivor, change, taken, how);
  const formers = [...(joined.formerNips ?? []), { nip: joined.nip, until: at }];
  const records = [...(joined.joinedRecords ?? []), { id: joined.id, nip: joined.nip, at }];
  // «Pembatalan NIP»: the person has another one.
  const ended = { kedudukanHukum: "70", email: undefined };
  const end = revision(joined, ended, [...differences(joined, ended), said(survivor)], how);
  return {
    survivor: {
      ...next,
      after: {
        ...next.after,
        formerNips: [...(survivor.formerNips ?? []), ...formers],
        joinedRecords: [...(survivor.joinedRecords ?? []), ...records],
      },
    },
    joined: {
      ...end,
      isUntold: true,
      after: { ...end.after, joinedInto: survivor.id, formerNips: undefined },
    },
  };
}

/** Birth date and sex as the number says, where the record has them: BKN gives another number when it corrects them. */
export function saidByNip(
  { birthDate, sex }: Employee,
  nip: Nip,
): Pick<Employee, "birthDate" | "sex"> {
  return {
    ...(birthDate && { birthDate: birthDateOf(nip) }),
    ...(sex && { sex: sexOf(nip) }),
  };
}

/** The next revision of a record whose e-mail address cannot be delivered to. */
export function failEmail(before: Employee, told: Omit<Told, "action">): Revision {
  const emailFailedAt = told.at.toISOString();
  return revision(before, { emailFailedAt }, [], { ...told, action: "email-failed" });
}

type PhotoChange = Pick<Employee, "photoId" | "photoDigest" | "smallPhotoDigest" | "photoReview">;

/** The next revision of a record whose photo was confirmed, looked at or taken away, with what its history says of the review. */
export function revisePhoto(before: Employee, change: PhotoChange, told: Told): Revision {
  const { photoReview: _review, ...photo } = change;
  const [was, is] = [reviewTexts(before), reviewTexts(change)];
  const reviewed = [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((field) =>
    was[field] === is[field] ? [] : [{ field, from: was[field], to: is[field] }],
  );
  return revision(before, change, [...differences(before, photo), ...reviewed], told);
}

function revision(
  before: Employee,
  change: Change & Pick<Employee, "emailFailedAt" | "photoReview"> & Partial<Pick<Employee, "nip">>,
  changes: readonly FieldChange[],
  { at, actor, action, reason, source, approvedBy, emailToldAt }: Told,
): Revision {
  const updatedAt = at.toISOString();
  const changed: Employee = { ...before, ...change, revision: before.revision + 1, updatedAt };
  const isMoved = !isSameMailbox(before.email, changed.email);
  const approval = approvedBy === undefined ? {} : { approvedBy };
  const move = { from: before.email, at: updatedAt, by: actor, ...approval };
  const cardChanged = cardDiffers(before, changed);
  const after = {
    ...changed,
    ...(cardChanged ? { cardChangedAt: updatedAt } : {}),
    emailMoves: isMoved ? movesAfter(before, move) : recentMoves(before, at),
    ...(isMoved ? { emailChangedAt: emailToldAt ?? updatedAt, emailFailedAt: undefined } : {}),
    ...(endsSessions(before, changed) ? { sessionsFrom: updatedAt } : {}),
  };
  return {
    seen: before.revision,
    before,
    after,
    cardChanged,
    entry: {
      subjectId: before.id,
      revision: after.revision,
      at: after.updatedAt,
      actor,
      action,
      ...approval,
      ...(reason === undefined ? {} : { reason }),
      ...(source && { source }),
      changes,
    },
  };
}

function differences(
  before: Employee,
  change: Change & Partial<Pick<Employee, "nip">>,
): FieldChange[] {
  return Object.keys(change)
    .filter(isField)
    .filter((field) => before[field] !== change[field])
    .map((field) => ({ field, from: asText(before[field]), to: asText(change[field]) }));
}

function isField(key: string): key is "nip" | (keyof typeof employeeSchema.shape & keyof Change) {
  return Object.hasOwn(employeeSchema.shape, key);
}

/** People read the history, so a number is stored as a text for them. */
function asText(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
