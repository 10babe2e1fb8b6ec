import type { Employee } from "#shared/employee/employee.ts";
import { type Notification, notificationOf } from "./notification.ts";
import type { NotificationMailer } from "./notification-mailer.ts";
import type { NotificationTable } from "./notification-table.ts";

export interface NotifyHolder {
  readonly notifications: Pick<NotificationTable, "add" | "has">;
  readonly mailer: Pick<NotificationMailer, "send">;
}

/**
 * Tells a holder of a change of the card: a mail, and an inbox item. The item comes last and marks the mail as sent,
 * so a crash between them mails twice rather than never; a change that was told of is not told again.
 * @returns the item, or undefined when it was told of before
 */
export async function notifyHolder(
  { notifications, mailer }: NotifyHolder,
  before: Employee,
  after: Employee,
): Promise<Notification | undefined> {
  const notification = notificationOf(before, after);
  if (await notifications.has(notification)) return undefined;
  await mailer.send(after.email, notification.code);
  await notifications.add(notification);
  return notification;
}
