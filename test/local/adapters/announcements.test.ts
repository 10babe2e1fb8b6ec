import { describe } from "vitest";
import { AnnouncementTable } from "#shared/notification/announcement-table.ts";
import { announcementTableContract } from "../../support/announcement-table-contract.ts";
import { dynamodbForThisFile } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();

describe("AnnouncementTable", () =>
  announcementTableContract(
    async () => new AnnouncementTable(cloud.db, await cloud.newTable("notification-table")),
  ));
