import { describe } from "vitest";
import { AttendanceRulesTable } from "#shared/attendance/attendance-rules-table.ts";
import { AttendanceTable } from "#shared/attendance/attendance-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { PresenceKeyTable } from "#shared/gate/presence-key-table.ts";
import { attendanceRulesContract } from "../../support/attendance-rules-contract.ts";
import { attendanceTableContract } from "../../support/attendance-table-contract.ts";
import { presenceKeysContract } from "../../support/presence-keys-contract.ts";
import { dynamodbForThisFile } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();

describe("AttendanceTable", () =>
  attendanceTableContract(
    async () =>
      new AttendanceTable(
        cloud.db,
        await cloud.newTable("attendance-table"),
        new AuditTable(cloud.db, await cloud.newTable("audit-table")),
      ),
  ));

describe("PresenceKeyTable", () =>
  presenceKeysContract(
    async () => new PresenceKeyTable(cloud.db, await cloud.newTable("attendance-table")),
  ));

describe("AttendanceRulesTable", () =>
  attendanceRulesContract(
    async () =>
      new AttendanceRulesTable(
        cloud.db,
        await cloud.newTable("attendance-table"),
        new AuditTable(cloud.db, await cloud.newTable("audit-table")),
      ),
  ));
