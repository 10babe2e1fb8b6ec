import type { Employee } from "#shared/employee/employee.ts";
import {
  type MailsToSend,
  type Notification,
  type Notifications,
  notificationsOf,
} from "./notification.ts";

export interface NotifyHolder {
  readonly notifications: Pick<Notifications, "add">;
  readonly mails: MailsToSend;
}

/**
 * Tells a holder of a save: inbox items, whose mails are then asked for where there are any.
 * @returns what was told now; empty when all of it was told before by mail
 * @throws what table and queue throw: the stream comes back, and what was written stays
 */
export async function notifyHolder(
  dependencies: NotifyHolder,
  before: Employee,
  after: Employee,
): Promise<readonly Notification[]> {
  const told: Notification[] = [];
  for (const { notification, isMailed } of notificationsOf(before, after)) {
    if (!isMailed) await dependencies.notifications.add(notification, "refused");
    else if (!(await tell(dependencies, notification))) continue;
    told.push(notification);
  }
  return told;
}

/**
 * Adds an item and asks for its mails. While its mail waits they are asked for once more, because the function may have ended between
 * the two; the mail sender sends each once.
 * @returns false when its mail was settled before
 */
export async function tell(
  { notifications, mails }: NotifyHolder,
  notification: Notification,
): Promise<boolean> {
  if ((await notifications.add(notification)) !== "waiting") return false;
  await mails.send({ employeeId: notification.employeeId, notificationId: notification.id });
  return true;
}
