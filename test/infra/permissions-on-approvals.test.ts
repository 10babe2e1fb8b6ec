import { expect, test } from "vitest";
import { permissions, tableRights } from "./permissions.ts";

const listen = ["DescribeStream", "GetRecords", "GetShardIterator"].map(
  (each) => `dynamodb:${each}`,
);
const approvalRights: Readonly<Record<string, readonly string[]>> = {
  "accounts-api": ["Get", "Put", "dynamodb:Query"],
  // It asks.
  "agency-api": ["Get", "Put"],
  // Whether somebody asked that the photo be taken away that the holder replaces.
  "holder-api": ["Get"],
  // What is about a leaver goes; what it says is not read.
  "leaver-eraser": ["Delete", "dynamodb:Query"],
  "operator-api": ["Get", "Put", "dynamodb:Query"],
  // A change of the tree, of many people and an import are asked for there. and
  // an officer's first page says how many wait for a decision.
  "records-api": ["Get", "Put", "dynamodb:Query"],
  // What is asked of a photo; one request at a time.
  "person-api": ["Get", "Put"],
  "role-follower": ["Get"],
  notifier: listen,
};

test("approvals belong to the functions where a second person decides", () => {
  for (const name of permissions.keys())
    expect([name, tableRights(name, "approvaltable")]).toEqual([name, approvalRights[name] ?? []]);
});
