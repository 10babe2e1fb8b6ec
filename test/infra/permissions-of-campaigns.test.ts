import { expect, test } from "vitest";
import { campaign } from "#shared/campaign/campaign.ts";
import { permissions, rightsOf } from "./permissions.ts";

test("who takes forms without a login reads of a campaign what its own item says, and no list of its people", () => {
  const readings = (permissions.get("session-api") ?? []).filter(
    ({ actions, conditions }) =>
      actions.includes("dynamodb:GetItem") && JSON.stringify(conditions ?? "").includes("cmp_"),
  );

  expect(readings.map(({ conditions }) => conditions)).toEqual([
    {
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["cmp_*"] },
      "ForAllValues:StringEquals": {
        "dynamodb:Attributes": expect.toSatisfy((named: readonly string[]) => {
          const said = [...Object.keys(campaign.shape), "part", "schemaVersion"];
          return JSON.stringify(named.toSorted()) === JSON.stringify(said.sort());
        }),
      },
      StringEqualsIfExists: {
        "dynamodb:Select": "SPECIFIC_ATTRIBUTES",
        "dynamodb:ReturnValues": ["NONE", "UPDATED_OLD", "UPDATED_NEW"],
      },
      Null: { "dynamodb:LeadingKeys": "false", "dynamodb:Attributes": "false" },
    },
  ]);
});

test("whose files tell who has answered reads campaigns and the states of their requests, and writes neither", () => {
  expect(rightsOf("list-exporter").filter((each) => /campaign|request/.test(each))).toEqual([
    "BatchGetItem requesttable",
    "GetItem campaigntable",
    "Query campaigntable",
  ]);
});
