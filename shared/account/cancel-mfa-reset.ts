import type { Actor } from "#shared/audit/audit-entry.ts";
import type { Origin } from "#shared/audit/origin.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { AccountHistory } from "./account-history.ts";
import type { AccountRecords } from "./account-record.ts";

export interface CancelMfaReset {
  readonly accountRecords: Pick<AccountRecords, "summary" | "takeMfaReset">;
  readonly accountHistory: Pick<AccountHistory, "note">;
  readonly clock: Clock;
}

interface Cancellation {
  readonly id: EmployeeId;
  readonly by: Actor;
  readonly reason?: string | undefined;
  readonly origin?: Origin | undefined;
  /** Only this reset; without it whichever there is. */
  readonly resetId?: string | undefined;
}

/**
 * Takes a reset back that was asked for or waits, whoever decided it. One person may: it leaves everything as it was. An approval
 * that still waits can then not be approved any more.
 * @returns false when there was none, or another one
 */
export async function cancelMfaReset(
  { accountRecords, accountHistory, clock }: CancelMfaReset,
  { id, by, reason, origin, resetId }: Cancellation,
): Promise<boolean> {
  const reset = (await accountRecords.summary(id))?.mfaReset;
  if (!reset || (resetId !== undefined && reset.id !== resetId)) return false;
  if (!(await accountRecords.takeMfaReset(id, reset.id))) return false;
  await accountHistory.note({
    employeeId: id,
    action: "mfa-reset-cancelled",
    actor: by,
    at: clock.now(),
    matterId: reset.id,
    ...(origin && { origin }),
    ...(reason !== undefined && { reason }),
  });
  return true;
}
