import { toldActionOf } from "#shared/account/account-event.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Notification } from "./notification.ts";
import { type NotifyHolder, tell } from "./notify-holder.ts";

/**
 * Tells a holder of an event of the account, if it is one of `toldActions`.
 * @returns what was told now, nothing when it was told before
 * @throws as notifyHolder
 */
export async function notifyOfAccountEvent(
  dependencies: NotifyHolder,
  entry: AuditEntry,
): Promise<readonly Notification[]> {
  const told = toldActionOf(entry);
  if (!told) return [];
  const { employeeId, code } = told;
  const { at, revision, matterId } = entry;
  const notification = {
    ...{ employeeId, id: `${at}#account#${revision}`, at, code },
    ...(matterId !== undefined && { matterId }),
  };
  return (await tell(dependencies, notification)) ? [notification] : [];
}
