import { describe } from "vitest";
import { ApprovalTable } from "#shared/access/approval-table.ts";
import { PhotoRequestTable } from "#shared/photo/photo-request-table.ts";
import { photoRequestsContract } from "../../support/photo-requests-contract.ts";
import { dynamodbForThisFile, newEmployees } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();

describe("PhotoRequestTable", () =>
  photoRequestsContract(async () => {
    const { employees, audit, tableName } = await newEmployees(cloud);
    const approvals = new ApprovalTable(cloud.db, await cloud.newTable("approval-table"), audit);
    return { employees, approvals, requests: new PhotoRequestTable(cloud.db, tableName) };
  }));
