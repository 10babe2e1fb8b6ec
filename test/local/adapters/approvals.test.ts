/** Approvals and the roles that rest on them, in tables of the embedded DynamoDB with the keys that infra/ gives them. */
import { describe } from "vitest";
import { ApprovalTable } from "#shared/access/approval-table.ts";
import { WritableRoleTable } from "#shared/access/writable-role-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { approvalTableContract } from "../../support/approval-table-contract.ts";
import { decisionContract } from "../../support/decision-contract.ts";
import { roleChangeContract } from "../../support/role-change-contract.ts";
import { dynamodbForThisFile } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();

async function newTables() {
  const audit = new AuditTable(cloud.db, await cloud.newTable("audit-table"));
  return {
    roles: new WritableRoleTable(cloud.db, await cloud.newTable("role-table"), audit),
    approvals: new ApprovalTable(cloud.db, await cloud.newTable("approval-table"), audit),
    linesOf: async (subjectId: string) => (await audit.history({ subjectId, limit: 50 })).items,
  };
}

describe("ApprovalTable", () => approvalTableContract(async () => (await newTables()).approvals));

describe("roles by two operators", () => roleChangeContract(newTables));

describe("decisions", () => decisionContract(newTables));
