import type { Approval, ApprovalKind } from "#shared/access/approval.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Notification, NotificationCode } from "./notification.ts";
import { type NotifyHolder, type Told, tell } from "./notify-holder.ts";

export interface NotifyApproval extends NotifyHolder {
  readonly employees: Pick<Employees, "find">;
}

/** What the subject of an approved change hears. */
const changedCodes: Readonly<Record<ApprovalKind, NotificationCode>> = { roles: "roles-changed" };

/**
 * Tells of an approval's end: its asker what became of it, and whom it was about that something changed. What the asker
 * withdrew, and what has expired, changed nothing and is told to nobody.
 * @returns what was told now, nothing when all of it was told before
 * @throws as notifyHolder
 */
export async function notifyOfApproval(
  dependencies: NotifyApproval,
  approval: Approval,
): Promise<readonly Told[]> {
  const told: Told[] = [];
  for (const notification of notificationsOfApproval(approval)) {
    const person = await dependencies.employees.find(notification.employeeId);
    // A record is never deleted; one that is not there can be told nothing.
    const now = person && (await tell(dependencies, notification, [person.email]));
    if (now) told.push(now);
  }
  return told;
}

function notificationsOfApproval(approval: Approval): readonly Notification[] {
  const { id, kind, subject, asker, outcome } = approval;
  if (!outcome || outcome.state === "withdrawn") return [];
  const { at, state } = outcome;
  const item = { id: `${at}#${id}`, at };
  const isApproved = state === "approved";
  return [
    {
      ...item,
      employeeId: asker.id,
      code: isApproved ? "request-approved" : "request-refused",
    },
    ...(isApproved ? [{ ...item, employeeId: subject.id, code: changedCodes[kind] }] : []),
  ];
}
