/** A change that both factors allowed waits, and may be stopped until it takes effect. */
import type { AccountHistory } from "#shared/account/account-history.ts";
import type { AccountAction } from "#shared/audit/account-actions.ts";
import type { Actor } from "#shared/audit/audit-entry.ts";
import type { Origin } from "#shared/audit/origin.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { newId } from "#shared/runtime/ids.ts";
import {
  type ContactChange,
  type ContactChanges,
  type ContactField,
  changeOf,
} from "./contact-change.ts";

export interface LetChangeWait {
  readonly contactChanges: Pick<ContactChanges, "set">;
  readonly accountHistory: Pick<AccountHistory, "note">;
  readonly clock: Clock;
  readonly newEmailWaitHours: number;
}

const asked: Readonly<Record<ContactField, AccountAction>> = {
  email: "email-change-asked",
  phone: "phone-change-asked",
};
const cancelled: Readonly<Record<ContactField, AccountAction>> = {
  email: "email-change-cancelled",
  phone: "phone-change-cancelled",
};

/** From now on the change waits, and the recorded address is told, with a link that stops it. */
export async function letChangeWait(
  { contactChanges, accountHistory, clock, newEmailWaitHours }: LetChangeWait,
  wanted: Pick<ContactChange, "employeeId" | "field" | "from" | "to">,
  origin: Origin,
): Promise<ContactChange> {
  const at = clock.now();
  const change: ContactChange = {
    ...wanted,
    id: newId("chg"),
    askedAt: at.toISOString(),
    effectiveFrom: new Date(at.getTime() + newEmailWaitHours * 3_600_000).toISOString(),
  };
  const { employeeId, field, id: matterId } = change;
  const actor = { role: "holder", id: employeeId } as const;
  await accountHistory.note({ employeeId, action: asked[field], actor, at, matterId, origin });
  await contactChanges.set(change);
  return change;
}

interface Cancellation {
  readonly employeeId: EmployeeId;
  readonly field: ContactField;
  readonly by: Actor;
  /** In the officer's words. */
  readonly reason?: string | undefined;
  readonly origin?: Origin | undefined;
  /** Only this change; without it whichever waits. */
  readonly changeId?: string | undefined;
}

/** Stops a change that waits. @returns false when none waits, or another one */
export async function cancelContactChange(
  {
    contactChanges,
    accountHistory,
    clock,
  }: Pick<LetChangeWait, "accountHistory" | "clock"> & {
    readonly contactChanges: Pick<ContactChanges, "of" | "take">;
  },
  { employeeId, field, by, reason, origin, changeId }: Cancellation,
): Promise<boolean> {
  const change = changeOf(await contactChanges.of(employeeId), field);
  const isMeant = change && (changeId === undefined || change.id === changeId);
  if (!isMeant || !(await contactChanges.take(change))) return false;
  const event = { employeeId, action: cancelled[field], actor: by, reason } as const;
  await accountHistory.note({ ...event, at: clock.now(), matterId: change.id, origin });
  return true;
}
