import { AuditTable } from "#shared/audit/audit-table.ts";
import { WritableWorkCalendarTable } from "#shared/workday/writable-work-calendar-table.ts";
import { workCalendarTableContract } from "../../support/work-calendar-table-contract.ts";
import { dynamodbForThisFile } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();

workCalendarTableContract(async () => {
  const audit = new AuditTable(cloud.db, await cloud.newTable("audit-table"));
  return new WritableWorkCalendarTable(cloud.db, await cloud.newTable("agency-table"), audit);
});
