import { describe } from "vitest";
import { AttendanceTable } from "#shared/attendance/attendance-table.ts";
import { attendanceTableContract } from "../../support/attendance-table-contract.ts";
import { dynamodbForThisFile } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();

describe("AttendanceTable", () =>
  attendanceTableContract(
    async () => new AttendanceTable(cloud.db, await cloud.newTable("attendance-table")),
  ));
