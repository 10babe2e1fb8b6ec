import { type AccountAction, isTold, type ToldAction } from "#shared/audit/account-actions.ts";
import type { Actor, AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Origin } from "#shared/audit/origin.ts";
import { type EmployeeId, isEmployeeId } from "#shared/employee/employee.ts";

/** Something that happened to a person's way in. It holds no address, no NIP and no secret. */
export interface AccountEvent {
  readonly employeeId: EmployeeId;
  readonly action: AccountAction;
  /** Who did it; the holder too is named by the record's id. */
  readonly actor: Actor;
  /** The second person, of what one asked for and another one approved. */
  readonly approvedBy?: string | undefined;
  readonly at: Date;
  /** From where, of what was done in a browser. */
  readonly origin?: Origin | undefined;
  /** In the officer's words. */
  readonly reason?: string | undefined;
  /** Which reset of the second factor, or change of the address, it is about. */
  readonly matterId?: string | undefined;
}

const subjectPrefix = "account#";

/** The subject of the history of an account. It is not the record's id, because it counts its own revisions. */
export function accountSubject(id: EmployeeId): string {
  return `${subjectPrefix}${id}`;
}

/**
 * The entry of the history. Its revision is the millisecond: nobody reads the newest entry before adding one, so a function
 * may add without a right to read. `AccountHistory` gives the later one of two events of one millisecond the next number.
 */
export function entryOf({ employeeId, at, ...event }: AccountEvent): AuditEntry {
  return {
    subjectId: accountSubject(employeeId),
    revision: at.getTime(),
    at: at.toISOString(),
    ...event,
    changes: [],
    ...(isTold(event.action) && { holderTold: true }),
  };
}

/** As `entryOf`, some place within the second: two matters of one moment do not ask for the same line of one person's history. */
export function entryBeside(event: AccountEvent, matter: string): AuditEntry {
  const entry = entryOf(event);
  const place = [...matter].reduce(
    (sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 1000,
    0,
  );
  return { ...entry, revision: entry.revision + place };
}

/** Whom an entry is told, and what of; undefined when it is no told event of an account. */
export function toldActionOf({
  subjectId,
  action,
}: Pick<AuditEntry, "subjectId" | "action">):
  | { readonly employeeId: EmployeeId; readonly code: ToldAction }
  | undefined {
  const employeeId = subjectId.slice(subjectPrefix.length);
  const isOfAccount = subjectId.startsWith(subjectPrefix) && isEmployeeId(employeeId);
  return isOfAccount && isTold(action) ? { employeeId, code: action } : undefined;
}
