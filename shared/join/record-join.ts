/** Two records of one person, of which one is joined into the other (decision 0054): what is asked for, and by which rules. */
import * as z from "zod";
import type { Approval } from "#shared/access/approval.ts";
import { hasRole, type PersonsRoles } from "#shared/access/role.ts";
import type { AccountSummary } from "#shared/account/account-record.ts";
import { isOpenToMailbox } from "#shared/account/email-correction.ts";
import { source } from "#shared/audit/source.ts";
import { decidedValues } from "#shared/employee/decided-values.ts";
import { cardStatus, type Employee, nipSchema } from "#shared/employee/employee.ts";
import { type EditableField, editableFields } from "#shared/employee/fields.ts";
import { numberKindOf } from "#shared/employee/nip.ts";
import { type DecidedValues, problemsOfDecided } from "#shared/employee/record-change.ts";
import { dayIn, usualZone } from "#shared/runtime/zone.ts";
import { isOpen, type Transfer } from "#shared/transfer/transfer.ts";

/** What such an approval holds as `old`: the fields in which the two differ; an empty text is none. */
export const joinedValues = z.object({ survivor: decidedValues, joined: decidedValues });
type JoinedValues = Readonly<z.infer<typeof joinedValues>>;

/** And as `new`. The survivor is its subject, the record that ends its `other`. */
export const recordJoin = z.object({
  nip: nipSchema,
  joined: z.object({ nip: nipSchema, name: z.string(), isActivated: z.boolean() }),
  /** Where the value of the record that ends goes on. */
  taken: z.array(z.enum(editableFields)).readonly(),
  source,
});

/** A record, and what decides whether it can be joined. */
export interface Side {
  readonly record: Employee;
  readonly account: AccountSummary | undefined;
  readonly given: PersonsRoles;
  readonly transfer: Transfer | undefined;
  /** Something that this person asked for, or that somebody reported, is not decided yet. */
  readonly hasOpenRequest: boolean;
}

export interface Pair {
  readonly survivor: Side;
  readonly joined: Side;
}

export function isActivated({ account }: Pick<Side, "account">): boolean {
  return account !== undefined && account.state !== "not-activated";
}

/** Both records' values of the fields in which they differ. Number, kedudukan hukum and the like stay the survivor's. */
export function differencesOf({ survivor, joined }: Pair): JoinedValues {
  const differing = editableFields.filter(
    (field) => (survivor.record[field] ?? "") !== (joined.record[field] ?? ""),
  );
  const valuesOf = (record: Employee) => valuesIn(record, differing);
  return { survivor: valuesOf(survivor.record), joined: valuesOf(joined.record) };
}

/** An empty text is none. */
export function valuesIn(record: Employee, fields: readonly EditableField[]): DecidedValues {
  return Object.fromEntries(fields.map((field) => [field, record[field] ?? ""]));
}

/** Whether the survivor may take this value over by itself. */
export function mayTake({ survivor, joined }: Pair, field: EditableField, now: Date): boolean {
  // Whoever has the mailbox has the account: another address has a way of its own (decision 0036).
  if (field === "email" && isOpenToMailbox(survivor.account)) return false;
  const values = valuesIn(joined.record, [field]);
  return problemsOfDecided(values, survivor.record, todayOf(survivor, now)).length === 0;
}

export function todayOf({ record: { zone } }: Side, now: Date): string {
  return dayIn(zone ?? usualZone, now);
}

export type JoinRefusal =
  | "join-other-kind"
  | "join-ended"
  | "change-needs-operators"
  | "account-missing"
  | "account-frozen"
  | "transfer-open"
  | "request-open";

/** Why these two are not joined, whatever is chosen; undefined when they can be. */
export function refusalOf({ survivor, joined }: Pair, now: Date): JoinRefusal | undefined {
  const both = [survivor, joined];
  const [one, other] = both.map(({ record }) => numberKindOf(record.kind));
  if (one !== other) return "join-other-kind";
  const isOver = ({ record: { joinedInto, diedOn, erasedAt } }: Side) =>
    joinedInto !== undefined || diedOn !== undefined || erasedAt !== undefined;
  if (both.some(isOver) || cardStatus(survivor.record, now) === "ended") return "join-ended";
  if (both.some(({ given, record }) => hasRole(given, record, now)))
    return "change-needs-operators";
  if (both.some(({ account }) => !account)) return "account-missing";
  if (both.some(({ account }) => account?.frozen)) return "account-frozen";
  if (both.some(({ transfer }) => transfer && isOpen(transfer, now))) return "transfer-open";
  // Of a record that ends nobody could go on with it; the survivor's go on.
  return joined.hasOpenRequest ? "request-open" : undefined;
}

/** Whether one that waits is about one of these records. */
export function isAbout({ kind, subject, other }: Approval, ids: readonly string[]): boolean {
  return kind === "record-join" && [subject.id, other?.id].some((id) => id && ids.includes(id));
}
