import { SESv2Client } from "@aws-sdk/client-sesv2";
import * as z from "zod";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { NotificationMailer } from "#shared/notification/notification-mailer.ts";
import { NotificationTable } from "#shared/notification/notification-table.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { notifyOfChanges } from "./handle.ts";

const config = readConfig(
  z.object({
    SITE_URL: z.url(),
    EMPLOYEE_TABLE: z.string(),
    NOTIFICATION_TABLE: z.string(),
    MAIL_FROM: z.string(),
  }),
);

const db = documentClient();

export const handler = notifyOfChanges({
  employees: new EmployeeTable(db, config.EMPLOYEE_TABLE),
  notifications: new NotificationTable(db, config.NOTIFICATION_TABLE),
  mailer: new NotificationMailer(new SESv2Client(), {
    from: config.MAIL_FROM,
    siteUrl: config.SITE_URL,
  }),
});
