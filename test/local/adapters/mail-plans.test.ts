import { describe } from "vitest";
import { MailPlanTable } from "#shared/notification/mail-plan-table.ts";
import { NotificationTable } from "#shared/notification/notification-table.ts";
import { mailPlanTableContract } from "../../support/mail-plan-table-contract.ts";
import { dynamodbForThisFile } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();

describe("MailPlanTable", () =>
  mailPlanTableContract(async () => {
    const name = await cloud.newTable("notification-table");
    return {
      notifications: new NotificationTable(cloud.db, name),
      plans: new MailPlanTable(cloud.db, name),
    };
  }));
