import { type Approval, type ApprovalKind, isPerson } from "#shared/access/approval.ts";
import type { Notification } from "./notification.ts";
import type { NotificationCode } from "./notification-codes.ts";
import { type NotifyHolder, tell } from "./notify-holder.ts";

/** What the subject of an approved change hears; nothing where the change itself is told: by the account's history or the record. */
const changedCodes: Readonly<Record<ApprovalKind, NotificationCode | undefined>> = {
  roles: "roles-changed",
  "mfa-reset": undefined,
  "email-correction": undefined,
  "account-freeze": undefined,
  "account-unfreeze": undefined,
  "nip-change": undefined,
  "unit-change": undefined,
  export: undefined,
  import: undefined,
  "agency-change": undefined,
  "new-person": undefined,
  "record-change": undefined,
  decree: undefined,
  "transfer-out": undefined,
  "transfer-in": undefined,
  "record-join": undefined,
  "bulk-change": undefined,
  photo: undefined,
  "photo-revoke": undefined,
};

/**
 * Tells of an approval's end: its asker what became of it, and whom it was about that something changed. What the asker
 * withdrew, and what has expired, changed nothing and is told to nobody.
 * @returns what was told now, nothing when all of it was told before
 * @throws as notifyHolder
 */
export async function notifyOfApproval(
  dependencies: NotifyHolder,
  approval: Approval,
): Promise<readonly Notification[]> {
  const told: Notification[] = [];
  for (const notification of notificationsOfApproval(approval)) {
    if (await tell(dependencies, notification)) told.push(notification);
  }
  return told;
}

function notificationsOfApproval(approval: Approval): readonly Notification[] {
  const { id, kind, subject, asker, outcome } = approval;
  if (!outcome || outcome.state === "withdrawn") return [];
  const { at, state } = outcome;
  const item = { id: `${at}#${id}`, at };
  const isApproved = state === "approved";
  const changed = isApproved ? changedCodes[kind] : undefined;
  return [
    {
      ...item,
      employeeId: asker.id,
      code: isApproved ? "request-approved" : "request-refused",
    },
    ...(changed && isPerson(subject.id)
      ? [{ ...item, employeeId: subject.id, code: changed }]
      : []),
  ];
}
