import type { Employee } from "#shared/employee/employee.ts";
import {
  type MailState,
  type Notification,
  type NotificationMails,
  type Notifications,
  notificationsOf,
} from "./notification.ts";

export interface NotifyHolder {
  readonly notifications: Pick<Notifications, "add" | "settleMail">;
  readonly mailer: Pick<NotificationMails, "send">;
}

/** What a holder was told just now, and whether the mail could be handed over. */
export interface Told {
  readonly notification: Notification;
  readonly mail: Exclude<MailState, "waiting">;
}

/**
 * Tells a holder of a save: first an inbox item, then its mails. A refused address stops only its own mail. After a crash
 * between mail and note the mail is sent twice; otherwise each is sent once.
 * @returns what was told now; empty when all of it was told before
 * @throws what the mailer throws when it may work later: the stream comes back, and the item is there already
 */
export async function notifyHolder(
  dependencies: NotifyHolder,
  before: Employee,
  after: Employee,
): Promise<readonly Told[]> {
  const told: Told[] = [];
  for (const notification of notificationsOf(before, after)) {
    const now = await tell(dependencies, notification, addressesOf(notification, before, after));
    if (now) told.push(now);
  }
  return told;
}

/** One item and its mails. @returns undefined when it was told before */
export async function tell(
  { notifications, mailer }: NotifyHolder,
  notification: Notification,
  addresses: readonly string[],
): Promise<Told | undefined> {
  if ((await notifications.add(notification)) !== "waiting") return undefined;
  const outcomes: Told["mail"][] = [];
  for (const to of addresses) outcomes.push(await mailer.send(to, notification.code));
  const mail = outcomes.includes("refused") ? "refused" : "sent";
  await notifications.settleMail(notification, mail);
  return { notification, mail };
}

/** A change of the address is told to the old one first: if a stranger made it, the holder cannot read the new one. */
function addressesOf({ code }: Notification, before: Employee, after: Employee): string[] {
  return code === "email-changed" ? [before.email, after.email] : [after.email];
}
