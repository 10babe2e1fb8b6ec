import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { describe, expect, test } from "vitest";
import { NotificationTable } from "#shared/notification/notification-table.ts";
import { outages } from "../../support/aws-failures.ts";
import {
  aNotification,
  mailsOf,
  notificationTableContract,
} from "../../support/notification-table-contract.ts";
import { NotificationsInMemory } from "../../support/notifications-in-memory.ts";

describe("notifications in memory", () =>
  notificationTableContract(async () => new NotificationsInMemory()));

test.each(outages)("%s is not taken for an empty inbox", async (_, outage) => {
  const db = DynamoDBDocumentClient.from(new DynamoDBClient());
  mockClient(db).rejects(outage);
  const notifications = new NotificationTable(db, "notifications");

  await expect(notifications.settleMail(mailsOf(aNotification()), "sent")).rejects.toBe(outage);
  await expect(notifications.add(aNotification())).rejects.toBe(outage);
  await expect(
    notifications.settleFormerMail(mailsOf(aNotification()), "a@contoh.example"),
  ).rejects.toBe(outage);
  await expect(notifications.mailsOf(mailsOf(aNotification()))).rejects.toBe(outage);
  await expect(notifications.list("emp_siti")).rejects.toBe(outage);
});
