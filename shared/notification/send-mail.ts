import type { Employees } from "#shared/employee/employees.ts";
import type { MailAnswer, NotificationMails } from "./mail.ts";
import type { MailAllowance } from "./mail-allowance.ts";
import type { MailMessage, NotificationCode, Notifications } from "./notification.ts";

interface SendMail {
  readonly notifications: Pick<Notifications, "mailsOf" | "settleMail" | "settleFormerMail">;
  readonly employees: Pick<Employees, "find">;
  readonly mailer: Pick<NotificationMails, "send">;
  readonly allowance: Pick<MailAllowance, "take">;
}

/** What became of one mail. */
export interface MailOutcome {
  readonly code: NotificationCode;
  /** "undeliverable": mails to the address came back before, so none was sent. */
  readonly mail: MailAnswer | "undeliverable";
}

/**
 * Sends what waits of an inbox item: first to the former address, then to the one that the record has now. Each is noted by itself, so
 * a repeated message sends only what is left. If the function ends between a mail and its note, the mail is sent twice.
 * @returns what was sent or settled now
 * @throws Busy, and what mailer, table and SES throw when it may work later
 */
export async function sendMail(
  dependencies: SendMail,
  message: MailMessage,
): Promise<readonly MailOutcome[]> {
  const { notifications, employees } = dependencies;
  const item = await notifications.mailsOf(message);
  if (!item) return [];
  const outcomes: MailOutcome[] = [];
  const { code, formerEmail } = item;
  const send = async (to: string) => {
    const mail = await sendOne(dependencies, to, code);
    outcomes.push({ code, mail });
    return mail;
  };
  if (formerEmail !== undefined) {
    await send(formerEmail);
    await notifications.settleFormerMail(message);
  }
  if (item.mail !== "waiting") return outcomes;
  const person = await employees.find(message.employeeId);
  // A record is never deleted; one that is not there has no address.
  if (!person || person.emailFailedAt) {
    if (person) outcomes.push({ code, mail: "undeliverable" });
    await notifications.settleMail(message, "refused");
  } else {
    const mail = await send(person.email);
    await notifications.settleMail(message, mail === "sent" ? "sent" : "refused");
  }
  return outcomes;
}

async function sendOne(
  { allowance, mailer }: Pick<SendMail, "allowance" | "mailer">,
  to: string,
  code: NotificationCode,
): Promise<MailAnswer> {
  await allowance.take();
  return await mailer.send(to, code);
}
