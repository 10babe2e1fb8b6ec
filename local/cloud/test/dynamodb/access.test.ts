import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  ListTablesCommand,
  ScanCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { DescribeStreamCommand, ListStreamsCommand } from "@aws-sdk/client-dynamodb-streams";
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { AwsError, type CloudContext } from "../../kernel/service.ts";
import { refusal } from "./checks/check.ts";
import { keySchema } from "./engines.ts";
import { type DynamodbUnderTest, startDynamodb } from "./start-dynamodb.ts";

const TableName = "employees";
const tableArn = "arn:aws:dynamodb:ap-southeast-3:000000000000:table/employees";
const indexArn = `${tableArn}/index/by-unit`;
let cloud: DynamodbUnderTest;
let asked: unknown[][];
let contexts: Parameters<CloudContext["authorize"]>[3][];
let refused: string | undefined;

beforeAll(async () => {
  cloud = await startDynamodb({
    authorize(caller, action, resource, context) {
      const keys = context?.["dynamodb:LeadingKeys"];
      contexts?.push(context);
      asked?.push([action, resource, ...(keys ? [keys] : [])]);
      if (action === refused) {
        throw new AwsError("AccessDeniedException", `${caller.accessKeyId} may not ${action}`);
      }
    },
  });
  await cloud.db.send(
    new CreateTableCommand({
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: ["id", "unitKerja"].map((AttributeName) => ({
        AttributeName,
        AttributeType: "S",
      })),
      KeySchema: keySchema("id"),
      GlobalSecondaryIndexes: [
        {
          IndexName: "by-unit",
          KeySchema: keySchema("unitKerja"),
          Projection: { ProjectionType: "ALL" },
        },
      ],
      StreamSpecification: { StreamEnabled: true, StreamViewType: "KEYS_ONLY" },
    }),
  );
});

beforeEach(() => {
  asked = [];
  contexts = [];
  refused = undefined;
});

afterAll(() => cloud.stop());

const Key = { id: "a" };
const condition = { ConditionExpression: "attribute_not_exists(nothing)" };
const update = {
  UpdateExpression: "SET v = :v",
  ExpressionAttributeValues: { ":v": 1 },
};

test("each operation on items asks for its action, on the table, with the partition keys", async () => {
  const { doc } = cloud;
  await doc.send(new PutCommand({ TableName, Item: Key }));
  await doc.send(new GetCommand({ TableName, Key }));
  await doc.send(new UpdateCommand({ TableName, Key, ...update }));
  await doc.send(new DeleteCommand({ TableName, Key }));
  await doc.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys: [Key] } } }));
  await doc.send(
    new BatchWriteCommand({
      RequestItems: {
        [TableName]: [{ PutRequest: { Item: Key } }, { DeleteRequest: { Key: { id: "b" } } }],
      },
    }),
  );
  expect(asked).toEqual([
    ["dynamodb:PutItem", tableArn, ["a"]],
    ["dynamodb:GetItem", tableArn, ["a"]],
    ["dynamodb:UpdateItem", tableArn, ["a"]],
    ["dynamodb:DeleteItem", tableArn, ["a"]],
    ["dynamodb:BatchGetItem", tableArn, ["a"]],
    ["dynamodb:BatchWriteItem", tableArn, ["a", "b"]],
  ]);
});

test("a request tells which attributes it names, and what it wants back", async () => {
  const { doc } = cloud;
  const names = { "#v": "v", "#w": "w" };
  const change = { TableName, Key, ExpressionAttributeNames: names };
  await doc.send(new GetCommand({ TableName, Key }));
  await doc.send(new GetCommand({ TableName, Key, ProjectionExpression: "unitKerja, m.x" }));
  await doc.send(
    new PutCommand({ TableName, Item: { ...Key, nama: "Siti", baris: [1], m: { x: "long" } } }),
  );
  await doc.send(
    new UpdateCommand({
      ...change,
      UpdateExpression: "SET #v = if_not_exists(seen, :v), baris[0] = :v REMOVE gone ADD #w :v",
      ConditionExpression: "attribute_exists(id) AND (nama = :n OR size(m.x) > :v)",
      ExpressionAttributeValues: { ":v": 1, ":n": "Siti" },
      ReturnValues: "ALL_NEW",
    }),
  );
  await doc.send(
    new TransactWriteCommand({
      TransactItems: [
        { Delete: { TableName, Key: { id: "3" }, ...condition } },
        { Update: { TableName, Key: { id: "2" }, ...update } },
      ],
    }),
  );
  const told = contexts.map((context) => [
    context?.["dynamodb:Attributes"],
    context?.["dynamodb:ReturnValues"] ?? context?.["dynamodb:Select"],
  ]);
  expect(told).toEqual([
    [["id"], "ALL_ATTRIBUTES"],
    [["id", "unitKerja", "m"], "SPECIFIC_ATTRIBUTES"],
    [["id", "nama", "baris", "m"], undefined],
    [["id", "v", "seen", "baris", "gone", "w", "nama", "m"], "ALL_NEW"],
    [["id", "nothing"], undefined],
    [["id", "v"], undefined],
  ]);
});

test("a transaction asks for the action of each step", async () => {
  await cloud.doc.send(
    new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName, Item: { id: "1" } } },
        { Update: { TableName, Key: { id: "2" }, ...update } },
        { Delete: { TableName, Key: { id: "3" } } },
        { ConditionCheck: { TableName, Key: { id: "4" }, ...condition } },
      ],
    }),
  );
  expect(asked).toEqual([
    ["dynamodb:PutItem", tableArn, ["1"]],
    ["dynamodb:UpdateItem", tableArn, ["2"]],
    ["dynamodb:DeleteItem", tableArn, ["3"]],
    ["dynamodb:ConditionCheckItem", tableArn, ["4"]],
  ]);
});

test("an index is a resource of its own", async () => {
  const values = { ExpressionAttributeValues: { ":v": "x" } };
  await cloud.doc.send(
    new QueryCommand({ TableName, KeyConditionExpression: "id = :v", ...values }),
  );
  await cloud.doc.send(
    new QueryCommand({
      TableName,
      IndexName: "by-unit",
      KeyConditionExpression: "unitKerja = :v",
      ...values,
    }),
  );
  await cloud.db.send(new ScanCommand({ TableName }));
  await cloud.db.send(new ScanCommand({ TableName, IndexName: "by-unit" }));
  expect(asked).toEqual([
    ["dynamodb:Query", tableArn, ["x"]],
    ["dynamodb:Query", indexArn, ["x"]],
    ["dynamodb:Scan", tableArn],
    ["dynamodb:Scan", indexArn],
  ]);
});

test("operations on tables and streams ask for the table, the stream, or everything", async () => {
  const StreamArn = await cloud.streamOf(TableName);
  await cloud.db.send(new ListTablesCommand({}));
  await cloud.streams.send(new ListStreamsCommand({}));
  await cloud.streams.send(new DescribeStreamCommand({ StreamArn }));
  expect(asked).toEqual([
    ["dynamodb:DescribeTable", tableArn],
    ["dynamodb:ListTables", "*"],
    ["dynamodb:ListStreams", "*"],
    ["dynamodb:DescribeStream", StreamArn],
  ]);
});

test("what is refused is not done", async () => {
  await cloud.doc.send(new PutCommand({ TableName, Item: { id: "kept" } }));
  const calls: [string, () => Promise<unknown>][] = [
    ["DeleteItem", () => cloud.doc.send(new DeleteCommand({ TableName, Key: { id: "kept" } }))],
    ["DeleteTable", () => cloud.db.send(new DeleteTableCommand({ TableName }))],
    [
      "UpdateTimeToLive",
      () =>
        cloud.db.send(
          new UpdateTimeToLiveCommand({
            TableName,
            TimeToLiveSpecification: { AttributeName: "t", Enabled: true },
          }),
        ),
    ],
    [
      "ConditionCheckItem",
      () =>
        cloud.doc.send(
          new TransactWriteCommand({
            TransactItems: [
              { Delete: { TableName, Key: { id: "kept" } } },
              { ConditionCheck: { TableName, Key, ...condition } },
            ],
          }),
        ),
    ],
  ];
  for (const [action, call] of calls) {
    refused = `dynamodb:${action}`;
    const error = await refusal(call());
    expect(error).toMatchObject({
      name: "AccessDeniedException",
      message: `TESTROOT may not dynamodb:${action}`,
    });
  }
  const { Item } = await cloud.doc.send(new GetCommand({ TableName, Key: { id: "kept" } }));
  expect(Item).toEqual({ id: "kept" });
});

test("who may not know of a table does not learn whether it is there", async () => {
  refused = "dynamodb:DescribeTable";
  const error = await refusal(cloud.db.send(new DescribeTableCommand({ TableName: "nowhere" })));
  expect(error.name).toBe("AccessDeniedException");
});
