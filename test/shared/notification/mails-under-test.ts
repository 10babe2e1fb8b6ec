import type { Employee } from "#shared/employee/employee.ts";
import type { MailLink, Notification } from "#shared/notification/notification.ts";
import type { NotificationCode } from "#shared/notification/notification-codes.ts";
import { sendMail } from "#shared/notification/send-mail.ts";
import { type Sms, smsOf } from "#shared/sms/sms.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { anAuthenticator } from "../../support/account-table-contract.ts";
import { anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { MailPlansInMemory } from "../../support/mail-plans-in-memory.ts";
import { MailedLinksInMemory } from "../../support/mailed-links-in-memory.ts";
import { aNotification, mailsOf } from "../../support/notification-table-contract.ts";
import { NotificationsInMemory } from "../../support/notifications-in-memory.ts";
import { writeInMemory } from "../../support/steps-in-memory.ts";

export const former = "lama@contoh.example";
const by = { role: "officer", id: "emp_budi" } as const;
export const move = { from: former, at: "2026-11-21T03:00:00.000Z", by };
export const siti = anEmployee();
/** Whose address an officer has changed. */
export const moved = { ...siti, emailMoves: [move] };

/** What the sender of one inbox item works with, of a holder whose reset of the second factor (apr_1) is decided. */
export async function mailsUnderTest(
  item: Notification = aNotification(),
  record: Employee = siti,
  sms: Sms = smsOf("off"),
) {
  const mails: { to: string; code: NotificationCode; link?: MailLink }[] = [];
  const links = new MailedLinksInMemory();
  const [away, refused] = [new Set<string>(), new Set<string>()];
  const notifications = new NotificationsInMemory();
  await notifications.add(item);
  let turns = 0;
  const accountRecords = new AccountRecordsInMemory();
  await accountRecords.register(record, anAuthenticator);
  const decided = { id: "apr_1", decidedAt: "2026-11-21T02:00:00.000Z" };
  writeInMemory([accountRecords.askingMfaReset(record.id, { id: "apr_1" })]);
  writeInMemory([accountRecords.decidingMfaReset(record.id, decided)]);
  const send = async (now: Employee = record) =>
    await sendMail(
      {
        ...{ notifications, plans: new MailPlansInMemory(notifications) },
        employees: new EmployeesInMemory(now),
        mailer: {
          send: async (to, code, link) => {
            if (away.has(to)) throw new Error("SES is away");
            if (refused.has(to)) return "refused";
            mails.push({ to, code, ...(link && { link }) });
            return "sent";
          },
        },
        links,
        accountRecords,
        allowance: { take: async () => void turns++ },
        sms,
        clock: new FakeClock(),
      },
      mailsOf(item),
    );
  const effectiveFrom = async () =>
    (await accountRecords.summary(record.id))?.mfaReset?.effectiveFrom;
  return { send, effectiveFrom, mails, links, away, refused, turns: () => turns };
}
