import {
  CreateTableCommand,
  type DynamoDBClient,
  PutItemCommand,
  UpdateTableCommand,
} from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { refusal } from "./checks/check.ts";
import { keySchema, simpleTable } from "./engines.ts";
import { type DynamodbUnderTest, startDynamodb } from "./start-dynamodb.ts";

let cloud: DynamodbUnderTest;
const TableName = "plain";
const table = { ...simpleTable, BillingMode: "PAY_PER_REQUEST" } as const;

beforeAll(async () => {
  cloud = await startDynamodb();
  await cloud.db.send(new CreateTableCommand({ ...table, TableName }));
});

afterAll(() => cloud.stop());

const calls: [string, (db: DynamoDBClient) => Promise<unknown>][] = [
  [
    "OnDemandThroughput of dynamodb:CreateTable",
    (db) =>
      db.send(
        new CreateTableCommand({
          ...table,
          TableName: "limited",
          OnDemandThroughput: { MaxReadRequestUnits: 1 },
        }),
      ),
  ],
  [
    "GlobalSecondaryIndexes.0.WarmThroughput of dynamodb:CreateTable",
    (db) =>
      db.send(
        new CreateTableCommand({
          ...table,
          TableName: "warm",
          GlobalSecondaryIndexes: [
            {
              IndexName: "index",
              KeySchema: keySchema("pk"),
              Projection: { ProjectionType: "ALL" },
              WarmThroughput: { ReadUnitsPerSecond: 1 },
            },
          ],
        }),
      ),
  ],
  [
    "ReplicaUpdates of dynamodb:UpdateTable",
    (db) =>
      db.send(
        new UpdateTableCommand({
          TableName,
          ReplicaUpdates: [{ Create: { RegionName: "ap-southeast-1" } }],
        }),
      ),
  ],
  [
    "ReturnItemCollectionMetrics SIZE of dynamodb:PutItem",
    (db) =>
      db.send(
        new PutItemCommand({
          TableName,
          Item: { pk: { S: "a" } },
          ReturnItemCollectionMetrics: "SIZE",
        }),
      ),
  ],
];

test.each(calls)("%s is refused by name", async (parameter, call) => {
  const written = vi.spyOn(console, "error").mockReturnValue();
  const message = `The embedded cloud does not know the parameter ${parameter}.`;
  expect(await refusal(call(cloud.db))).toMatchObject({ name: "ValidationException", message });
  expect(written).toHaveBeenCalledWith(message);
});
