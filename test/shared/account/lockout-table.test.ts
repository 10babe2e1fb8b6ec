import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { describe, expect, test } from "vitest";
import { LockoutTable } from "#shared/account/lockout-table.ts";
import { aNip } from "../../support/builders.ts";
import { lockoutTableContract } from "../../support/lockout-table-contract.ts";
import { LockoutsInMemory } from "../../support/lockouts-in-memory.ts";

describe("lockouts in memory", () => lockoutTableContract(async () => new LockoutsInMemory()));

test("what counts for a quarter of an hour is kept for an hour", async () => {
  // One client, not the class: the test files of a worker share their modules.
  const client = DynamoDBDocumentClient.from(new DynamoDBClient());
  const dynamodb = mockClient(client).on(UpdateCommand).resolves({});
  const table = new LockoutTable(client, "limits");
  const now = new Date("2026-11-21T03:00:00.000Z");
  await table.fail(aNip(), undefined, now);

  const { input } = dynamodb.commandCalls(UpdateCommand)[0]?.args[0] ?? {};
  expect(input?.ExpressionAttributeValues?.[":end"]).toBe(now.getTime() / 1000 + 3600);
});
