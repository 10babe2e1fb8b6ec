import type { AccountAction, Actor, AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Origin } from "#shared/audit/origin.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";

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
}

/**
 * What the holder gets a notice of, in the inbox and by mail: whatever gives or takes a way in. Not a login in a known
 * browser, and not a new e-mail address, of which the save of the record tells (`notificationsOf`).
 */
export const toldActions = [
  "signed-in-new-device",
  "signed-in-by-qr",
  "password-reset",
  "password-changed",
  "authenticator-registered",
  "authenticator-replaced",
  "recovery-codes-made",
  "recovery-code-used",
  "mfa-reset-asked",
  "mfa-reset-approved",
  "mfa-reset-cancelled",
  "mfa-reset-done",
  "account-frozen",
  "account-unfrozen",
  "email-change-asked",
  "email-change-cancelled",
  "phone-changed",
] as const satisfies readonly AccountAction[];
type ToldAction = (typeof toldActions)[number];

/** The subject of the history of an account. It is not the record's id, because it counts its own revisions. */
export function accountSubject(id: EmployeeId): string {
  return `account#${id}`;
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

function isTold(action: AccountAction): action is ToldAction {
  return toldActions.some((told) => told === action);
}
