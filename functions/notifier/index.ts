import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import type { MailMessage } from "#shared/notification/notification.ts";
import { NotificationTable } from "#shared/notification/notification-table.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { MessageQueue } from "#shared/runtime/message-queue.ts";
import { notifyOfChanges } from "./handle.ts";

const config = readConfig(
  z.object({
    NOTIFICATION_TABLE: z.string(),
    MAIL_QUEUE: z.string(),
  }),
);

export const handler = notifyOfChanges({
  notifications: new NotificationTable(documentClient(), config.NOTIFICATION_TABLE),
  mails: new MessageQueue<MailMessage>(new SQSClient(), config.MAIL_QUEUE),
});
