import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { AccountTable } from "#shared/account/account-table.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { MailAllowance } from "#shared/notification/mail-allowance.ts";
import { MailPlanTable } from "#shared/notification/mail-plan-table.ts";
import type { MailMessage } from "#shared/notification/notification.ts";
import { NotificationMailer } from "#shared/notification/notification-mailer.ts";
import { NotificationTable } from "#shared/notification/notification-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { MessageQueue } from "#shared/runtime/message-queue.ts";
import { Pace } from "#shared/runtime/pace.ts";
import { MailedLinkTable } from "#shared/session/mailed-link-table.ts";
import { smsAdapters, smsOf } from "#shared/sms/sms.ts";
import { sendMails } from "./handle.ts";

const config = readConfig(
  z.object({
    SITE_URL: z.url(),
    EMPLOYEE_TABLE: z.string(),
    NOTIFICATION_TABLE: z.string(),
    SESSION_TABLE: z.string(),
    ACCOUNT_TABLE: z.string(),
    MAIL_FROM: z.string(),
    MAIL_CONFIGURATION_SET: z.string(),
    MAIL_QUEUE: z.string(),
    MAIL_DEAD_LETTERS: z.string(),
    MAIL_SENDERS: z.coerce.number().int().min(1),
    SMS: z.enum(smsAdapters),
  }),
);

const db = documentClient();
const sqs = new SQSClient();
const mailer = new NotificationMailer(new SESv2Client(), {
  from: config.MAIL_FROM,
  siteUrl: config.SITE_URL,
  configurationSet: config.MAIL_CONFIGURATION_SET,
});

export const handler = sendMails({
  employees: new EmployeeTable(db, config.EMPLOYEE_TABLE),
  notifications: new NotificationTable(db, config.NOTIFICATION_TABLE),
  plans: new MailPlanTable(db, config.NOTIFICATION_TABLE),
  accountRecords: new AccountTable(db, config.ACCOUNT_TABLE),
  links: new MailedLinkTable(db, config.SESSION_TABLE),
  mailer,
  allowance: new MailAllowance({
    account: mailer,
    pace: new Pace(),
    clock: systemClock,
    senders: config.MAIL_SENDERS,
  }),
  sms: smsOf(config.SMS),
  clock: systemClock,
  delays: new MessageQueue<MailMessage>(sqs, config.MAIL_QUEUE),
  deadLetters: new MessageQueue<MailMessage>(sqs, config.MAIL_DEAD_LETTERS),
});
