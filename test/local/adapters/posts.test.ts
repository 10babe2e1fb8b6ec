import { describe } from "vitest";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { DeciderRuleTable } from "#shared/post/decider-rule-table.ts";
import { PostTable } from "#shared/post/post-table.ts";
import { deciderRuleTableContract } from "../../support/decider-rule-table-contract.ts";
import { postTableContract } from "../../support/post-table-contract.ts";
import { dynamodbForThisFile } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();

describe("PostTable", () =>
  postTableContract(async () => {
    const history = new AuditTable(cloud.db, await cloud.newTable("audit-table"));
    return new PostTable(cloud.db, await cloud.newTable("post-table"), history);
  }));

describe("DeciderRuleTable", () =>
  deciderRuleTableContract(async () => {
    const history = new AuditTable(cloud.db, await cloud.newTable("audit-table"));
    return new DeciderRuleTable(cloud.db, await cloud.newTable("post-table"), history);
  }));
