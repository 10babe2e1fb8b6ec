/** What depends on the cloud's clock. */
import {
  CreateTableCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import {
  DescribeStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from "@aws-sdk/client-dynamodb-streams";
import {
  GetCommand,
  PutCommand,
  ScanCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ItemStore } from "../../dynamodb/item-store.ts";
import { refusal } from "./checks/check.ts";
import { simpleTable } from "./engines.ts";
import { type DynamodbUnderTest, startDynamodb } from "./start-dynamodb.ts";

const TableName = "sessions";
const hour = 3_600_000;
let cloud: DynamodbUnderTest;
let streamArn: string;

beforeEach(async () => {
  cloud = await startDynamodb();
  await cloud.db.send(
    new CreateTableCommand({
      ...simpleTable,
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
    }),
  );
  streamArn = await cloud.streamOf(TableName);
});

afterEach(() => cloud.stop());

function put(pk: string, more: object = {}) {
  return cloud.doc.send(new PutCommand({ TableName, Item: { pk, ...more } }));
}

async function iterator(type: "TRIM_HORIZON" | "AFTER_SEQUENCE_NUMBER", SequenceNumber?: string) {
  const { StreamDescription } = await cloud.streams.send(
    new DescribeStreamCommand({ StreamArn: streamArn }),
  );
  const { ShardIterator } = await cloud.streams.send(
    new GetShardIteratorCommand({
      StreamArn: streamArn,
      ShardId: StreamDescription?.Shards?.[0]?.ShardId,
      ShardIteratorType: type,
      SequenceNumber,
    }),
  );
  return ShardIterator ?? "";
}

test("items past their time are deleted, and the stream says by whom", async () => {
  const seconds = Math.floor(cloud.clock.millis() / 1000);
  await cloud.db.send(
    new UpdateTimeToLiveCommand({
      TableName,
      TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
    }),
  );
  await put("short", { expiresAt: seconds + 3600 });
  await put("long", { expiresAt: seconds + 3 * 3600 });
  await put("text", { expiresAt: String(seconds) });
  await put("a mistake", { expiresAt: 1 });
  await put("forever");
  expect(await cloud.dynamodb.sweepExpired()).toBe(0);

  cloud.advance(2 * hour);
  expect(await cloud.dynamodb.sweepExpired()).toBe(1);

  const { Items } = await cloud.doc.send(new ScanCommand({ TableName }));
  const left = Items?.map(({ pk }) => pk).sort();
  expect(left).toEqual(["a mistake", "forever", "long", "text"]);
  const record = cloud.dynamodb.readStream(streamArn, undefined, 100).at(-1);
  expect(record).toMatchObject({
    eventName: "REMOVE",
    dynamodb: { Keys: { pk: { S: "short" } }, OldImage: { pk: { S: "short" } } },
    userIdentity: { principalId: "dynamodb.amazonaws.com", type: "Service" },
  });
  const { Records } = await cloud.streams.send(
    new GetRecordsCommand({ ShardIterator: await iterator("TRIM_HORIZON") }),
  );
  expect(Records?.at(-1)?.userIdentity).toEqual({
    PrincipalId: "dynamodb.amazonaws.com",
    Type: "Service",
  });
});

function turnTimeToLive(Enabled: boolean, AttributeName = "expiresAt") {
  return cloud.db.send(
    new UpdateTimeToLiveCommand({
      TableName,
      TimeToLiveSpecification: { AttributeName, Enabled },
    }),
  );
}

async function left(): Promise<unknown> {
  const { Items } = await cloud.doc.send(new ScanCommand({ TableName }));
  return Items?.map(({ pk }) => pk).sort();
}

test("a time to live holds for items that were there before it, by the attribute it names now", async () => {
  const seconds = Math.floor(cloud.clock.millis() / 1000);
  await put("by-first", { expiresAt: seconds + 3600 });
  await put("by-second", { endsAt: seconds + 3600 });
  await turnTimeToLive(true);
  await turnTimeToLive(false);
  await turnTimeToLive(true, "endsAt");
  cloud.advance(2 * hour);
  expect(await cloud.dynamodb.sweepExpired()).toBe(1);
  expect(await left()).toEqual(["by-first"]);
});

test("an item goes at its latest time: one put off, replaced or freed of it stays", async () => {
  const seconds = Math.floor(cloud.clock.millis() / 1000);
  await turnTimeToLive(true);
  for (const pk of ["put-off", "replaced", "freed", "brought-forward"]) {
    await put(pk, { expiresAt: seconds + (pk === "brought-forward" ? 9 : 1) * 3600 });
  }
  await put("put-off", { expiresAt: seconds + 9 * 3600 });
  await put("replaced");
  await put("brought-forward", { expiresAt: seconds + 3600 });
  const UpdateExpression = "REMOVE expiresAt";
  await cloud.doc.send(new UpdateCommand({ TableName, Key: { pk: "freed" }, UpdateExpression }));
  cloud.advance(2 * hour);
  expect(await cloud.dynamodb.sweepExpired()).toBe(1);
  expect(await left()).toEqual(["freed", "put-off", "replaced"]);
});

test("the sweep reads no table whole", async () => {
  const seconds = Math.floor(cloud.clock.millis() / 1000);
  await turnTimeToLive(true);
  await put("due", { expiresAt: seconds + 3600 });
  await put("not due", { expiresAt: seconds + 9 * 3600 });
  cloud.advance(2 * hour);
  const readWhole = vi.spyOn(ItemStore.prototype, "items");
  expect(await cloud.dynamodb.sweepExpired()).toBe(1);
  expect(readWhole).not.toHaveBeenCalled();
});

test("a table without time to live keeps everything", async () => {
  await put("old", { expiresAt: Math.floor(cloud.clock.millis() / 1000) });
  cloud.advance(hour);
  expect(await cloud.dynamodb.sweepExpired()).toBe(0);
});

test("stream records are kept for 24 hours", async () => {
  await put("first");
  const [first] = cloud.dynamodb.readStream(streamArn, undefined, 10);
  cloud.advance(23 * hour);
  await put("second");
  expect(cloud.dynamodb.readStream(streamArn, undefined, 10)).toHaveLength(2);
  cloud.advance(2 * hour);
  const kept = cloud.dynamodb.readStream(streamArn, undefined, 10);
  expect(kept.map(({ dynamodb }) => dynamodb.Keys)).toEqual([{ pk: { S: "second" } }]);
  const before = String(BigInt(first?.dynamodb.SequenceNumber ?? 0) - 1n);
  const ShardIterator = await iterator("AFTER_SEQUENCE_NUMBER", before);
  const error = await refusal(cloud.streams.send(new GetRecordsCommand({ ShardIterator })));
  expect(error.name).toBe("TrimmedDataAccessException");
});

test("a shard iterator is good for 15 minutes", async () => {
  const ShardIterator = await iterator("TRIM_HORIZON");
  cloud.advance(14 * 60_000);
  await cloud.streams.send(new GetRecordsCommand({ ShardIterator }));
  cloud.advance(60_000);
  const error = await refusal(cloud.streams.send(new GetRecordsCommand({ ShardIterator })));
  expect(error.name).toBe("ExpiredIteratorException");
});

test("a disabled stream can be read for 24 hours, to its end", async () => {
  await put("last");
  await cloud.db.send(
    new UpdateTableCommand({ TableName, StreamSpecification: { StreamEnabled: false } }),
  );
  await put("untold");
  const { Records, NextShardIterator } = await cloud.streams.send(
    new GetRecordsCommand({ ShardIterator: await iterator("TRIM_HORIZON") }),
  );
  expect([Records?.length, NextShardIterator]).toEqual([1, undefined]);
  cloud.advance(24 * hour);
  expect(() => cloud.dynamodb.readStream(streamArn, undefined, 1)).toThrow("not found");
});

test("a stream turned on again is another stream", async () => {
  await put("before");
  const turn = (StreamEnabled: boolean) =>
    cloud.db.send(
      new UpdateTableCommand({
        TableName,
        StreamSpecification: StreamEnabled
          ? { StreamEnabled, StreamViewType: "KEYS_ONLY" }
          : { StreamEnabled },
      }),
    );
  await turn(false);
  await turn(true);
  await put("after");
  const again = await cloud.streamOf(TableName);
  expect(again).not.toBe(streamArn);
  const records = cloud.dynamodb.readStream(again, undefined, 10);
  expect(records.map(({ dynamodb }) => dynamodb.Keys)).toEqual([{ pk: { S: "after" } }]);
});

test("a transaction's token is good for ten minutes", async () => {
  const count = () =>
    cloud.doc.send(
      new TransactWriteCommand({
        ClientRequestToken: "once",
        TransactItems: [
          {
            Update: {
              TableName,
              Key: { pk: "count" },
              UpdateExpression: "ADD n :one",
              ExpressionAttributeValues: { ":one": 1 },
            },
          },
        ],
      }),
    );
  const counted = async () =>
    (await cloud.doc.send(new GetCommand({ TableName, Key: { pk: "count" } }))).Item?.n;
  await count();
  cloud.advance(9 * 60_000);
  await count();
  expect(await counted()).toBe(1);
  cloud.advance(60_000);
  await count();
  expect(await counted()).toBe(2);
});
