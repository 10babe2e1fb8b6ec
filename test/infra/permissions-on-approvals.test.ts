import { expect, test } from "vitest";
import { permissions, tableRights } from "./permissions.ts";

const listen = ["DescribeStream", "GetRecords", "GetShardIterator"].map(
  (each) => `dynamodb:${each}`,
);
const approvalRights: Readonly<Record<string, readonly string[]>> = {
  "accounts-api": ["Get", "Put", "dynamodb:Query"],
  // It asks.
  "agency-api": ["Get", "Put"],
  "operator-api": ["Get", "Put", "dynamodb:Query"],
  // A change of the tree, a list of many people and an import are asked for there.
  "records-api": ["Get", "Put"],
  "role-follower": ["Get"],
  notifier: listen,
};

test("approvals belong to the functions where a second person decides", () => {
  for (const name of permissions.keys())
    expect([name, tableRights(name, "approvaltable")]).toEqual([name, approvalRights[name] ?? []]);
});
