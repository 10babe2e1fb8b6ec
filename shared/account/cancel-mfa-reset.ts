import type { Actor } from "#shared/audit/audit-entry.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { AccountHistory } from "./account-history.ts";
import type { AccountRecords } from "./account-record.ts";

export interface CancelMfaReset {
  readonly accountRecords: Pick<AccountRecords, "summary" | "takeMfaReset">;
  readonly accountHistory: Pick<AccountHistory, "note">;
  readonly clock: Clock;
}

/**
 * Takes a reset back that was asked for or waits, whoever decided it. One person may: it leaves everything as it was. An approval
 * that still waits can then not be approved any more.
 * @returns false when there was none
 */
export async function cancelMfaReset(
  { accountRecords, accountHistory, clock }: CancelMfaReset,
  {
    id,
    by,
    reason,
  }: { readonly id: EmployeeId; readonly by: Actor; readonly reason?: string | undefined },
): Promise<boolean> {
  const reset = (await accountRecords.summary(id))?.mfaReset;
  if (!reset || !(await accountRecords.takeMfaReset(id, reset.id))) return false;
  await accountHistory.note({
    employeeId: id,
    action: "mfa-reset-cancelled",
    actor: by,
    at: clock.now(),
    ...(reason !== undefined && { reason }),
  });
  return true;
}
