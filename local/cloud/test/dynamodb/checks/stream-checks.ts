import type { StreamViewType } from "@aws-sdk/client-dynamodb";
import {
  DescribeStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type ShardIteratorType,
  type _Record as StreamsRecord,
} from "@aws-sdk/client-dynamodb-streams";
import {
  DeleteCommand,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { expect } from "vitest";
import { activeTable, type Engine } from "../engines.ts";
import { check, refusal } from "./check.ts";

async function streamOf(engine: Engine, table: string): Promise<string> {
  const { LatestStreamArn } = await activeTable(engine.client, table);
  return LatestStreamArn ?? "";
}

async function iterators(
  engine: Engine,
  StreamArn: string,
  ShardIteratorType: ShardIteratorType,
): Promise<string[]> {
  const { StreamDescription } = await engine.streams.send(new DescribeStreamCommand({ StreamArn }));
  const found: string[] = [];
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    const { ShardIterator } = await engine.streams.send(
      new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType }),
    );
    if (ShardIterator) found.push(ShardIterator);
  }
  return found;
}

/** Reads until a page is empty. */
async function read(engine: Engine, starts: readonly string[]): Promise<StreamsRecord[]> {
  const records: StreamsRecord[] = [];
  for (let ShardIterator of starts) {
    for (;;) {
      const page = await engine.streams.send(new GetRecordsCommand({ ShardIterator }));
      records.push(...(page.Records ?? []));
      if (!page.Records?.length || !page.NextShardIterator) break;
      ShardIterator = page.NextShardIterator;
    }
  }
  return records;
}

async function allRecords(engine: Engine, table: string): Promise<StreamsRecord[]> {
  return read(engine, await iterators(engine, await streamOf(engine, table), "TRIM_HORIZON"));
}

/** Makes, changes and deletes an item of a table with this view. */
async function lifeOf(engine: Engine, StreamViewType: StreamViewType): Promise<StreamsRecord[]> {
  const TableName = await engine.table({
    StreamSpecification: { StreamEnabled: true, StreamViewType },
  });
  const Key = { pk: "a", sk: "1" };
  await engine.doc.send(new PutCommand({ TableName, Item: { ...Key, v: 1 } }));
  await engine.doc.send(new PutCommand({ TableName, Item: { ...Key, v: 2 } }));
  await engine.doc.send(new DeleteCommand({ TableName, Key }));
  return allRecords(engine, TableName);
}

const keys = { pk: { S: "a" }, sk: { S: "1" } };
const first = { ...keys, v: { N: "1" } };
const second = { ...keys, v: { N: "2" } };

function images(records: readonly StreamsRecord[]) {
  return records.map(({ eventName, dynamodb }) => ({
    eventName,
    Keys: dynamodb?.Keys,
    ...(dynamodb?.NewImage && { NewImage: dynamodb.NewImage }),
    ...(dynamodb?.OldImage && { OldImage: dynamodb.OldImage }),
  }));
}

export const streamChecks = [
  check("a stream tells each change with both images", async (engine) => {
    expect(images(await lifeOf(engine, "NEW_AND_OLD_IMAGES"))).toEqual([
      { eventName: "INSERT", Keys: keys, NewImage: first },
      { eventName: "MODIFY", Keys: keys, NewImage: second, OldImage: first },
      { eventName: "REMOVE", Keys: keys, OldImage: second },
    ]);
  }),

  check("a stream of new images has no old ones", async (engine) => {
    expect(images(await lifeOf(engine, "NEW_IMAGE"))).toEqual([
      { eventName: "INSERT", Keys: keys, NewImage: first },
      { eventName: "MODIFY", Keys: keys, NewImage: second },
      { eventName: "REMOVE", Keys: keys },
    ]);
  }),

  check("a stream of old images has no new ones", async (engine) => {
    expect(images(await lifeOf(engine, "OLD_IMAGE"))).toEqual([
      { eventName: "INSERT", Keys: keys },
      { eventName: "MODIFY", Keys: keys, OldImage: first },
      { eventName: "REMOVE", Keys: keys, OldImage: second },
    ]);
  }),

  check("a stream of keys has no images", async (engine) => {
    expect(images(await lifeOf(engine, "KEYS_ONLY"))).toEqual([
      { eventName: "INSERT", Keys: keys },
      { eventName: "MODIFY", Keys: keys },
      { eventName: "REMOVE", Keys: keys },
    ]);
  }),

  check("a write that changes nothing makes no record", async (engine) => {
    const TableName = await engine.table();
    const Key = { pk: "a", sk: "1" };
    const Item = { ...Key, s: new Set(["q", "w"]), m: { a: 1, b: 2 } };
    await engine.doc.send(new PutCommand({ TableName, Item }));
    const sameItem = { m: { b: 2, a: 1 }, s: new Set(["w", "q"]), ...Key };
    await engine.doc.send(new PutCommand({ TableName, Item: sameItem }));
    await engine.doc.send(
      new UpdateCommand({
        TableName,
        Key,
        UpdateExpression: "SET m.a = :one",
        ExpressionAttributeValues: { ":one": 1 },
      }),
    );
    await engine.doc.send(new DeleteCommand({ TableName, Key: { pk: "nobody", sk: "1" } }));
    expect(await allRecords(engine, TableName)).toHaveLength(1);
  }),

  check("the records of an item come in the order of its changes", async (engine) => {
    const TableName = await engine.table();
    const count = (pk: string) =>
      engine.doc.send(
        new UpdateCommand({
          TableName,
          Key: { pk, sk: "1" },
          UpdateExpression: "ADD n :one",
          ExpressionAttributeValues: { ":one": 1 },
        }),
      );
    await Promise.all(Array.from({ length: 40 }, (_, n) => count(n % 2 === 0 ? "even" : "odd")));
    const records = await allRecords(engine, TableName);
    for (const pk of ["even", "odd"]) {
      const own = records.filter(({ dynamodb }) => dynamodb?.Keys?.pk?.S === pk);
      const counted = own.map(({ dynamodb }) => Number(dynamodb?.NewImage?.n?.N));
      expect(counted).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    }
    const numbers = records.map(({ dynamodb }) => BigInt(dynamodb?.SequenceNumber ?? 0));
    expect(new Set(numbers).size).toBe(40);
  }),

  check("a transaction tells its changes, a cancelled one nothing", async (engine) => {
    const TableName = await engine.table();
    const put = (sk: string, more: object = {}) => ({
      Put: { TableName, Item: { pk: "a", sk }, ...more },
    });
    await engine.doc.send(new TransactWriteCommand({ TransactItems: [put("1"), put("2")] }));
    const refused = [put("3"), put("1", { ConditionExpression: "attribute_not_exists(pk)" })];
    await refusal(engine.doc.send(new TransactWriteCommand({ TransactItems: refused })));
    const records = await allRecords(engine, TableName);
    expect(records.map(({ dynamodb }) => dynamodb?.Keys?.sk?.S)).toEqual(["1", "2"]);
  }),

  check("a record says where it comes from, when, and how large it is", async (engine) => {
    const [record] = await lifeOf(engine, "NEW_AND_OLD_IMAGES");
    expect(record).toMatchObject({
      eventID: expect.stringMatching(/\w+/),
      eventSource: "aws:dynamodb",
      eventVersion: "1.1",
      dynamodb: {
        ApproximateCreationDateTime: expect.any(Date),
        SequenceNumber: expect.stringMatching(/^\d{21,40}$/),
        SizeBytes: 15,
        StreamViewType: "NEW_AND_OLD_IMAGES",
      },
    });
    expect(record?.userIdentity).toBeUndefined();
  }),

  check("reading from the latest sees only what comes after", async (engine) => {
    const TableName = await engine.table();
    const put = (sk: string) =>
      engine.doc.send(new PutCommand({ TableName, Item: { pk: "a", sk } }));
    await put("before");
    const latest = await iterators(engine, await streamOf(engine, TableName), "LATEST");
    await put("after");
    const records = await read(engine, latest);
    expect(records.map(({ dynamodb }) => dynamodb?.Keys?.sk?.S)).toEqual(["after"]);
  }),

  check("reading goes on from a sequence number, with or without it", async (engine) => {
    const TableName = await engine.table();
    for (const sk of ["1", "2", "3"]) {
      await engine.doc.send(new PutCommand({ TableName, Item: { pk: "a", sk } }));
    }
    const StreamArn = await streamOf(engine, TableName);
    const { StreamDescription } = await engine.streams.send(
      new DescribeStreamCommand({ StreamArn }),
    );
    const [, middle] = await allRecords(engine, TableName);
    const from = async (ShardIteratorType: ShardIteratorType) => {
      const { ShardIterator = "" } = await engine.streams.send(
        new GetShardIteratorCommand({
          StreamArn,
          ShardId: StreamDescription?.Shards?.[0]?.ShardId,
          ShardIteratorType,
          SequenceNumber: middle?.dynamodb?.SequenceNumber,
        }),
      );
      const records = await read(engine, [ShardIterator]);
      return records.map(({ dynamodb }) => dynamodb?.Keys?.sk?.S);
    };
    expect(await from("AT_SEQUENCE_NUMBER")).toEqual(["2", "3"]);
    expect(await from("AFTER_SEQUENCE_NUMBER")).toEqual(["3"]);
  }),

  check("the streams of a table are listed", async (engine) => {
    const TableName = await engine.table();
    const { Streams } = await engine.streams.send(new ListStreamsCommand({ TableName }));
    expect(Streams).toMatchObject([{ TableName, StreamArn: await streamOf(engine, TableName) }]);
  }),

  check("a stream that is not there is not found", async (engine) => {
    const arn = await streamOf(engine, await engine.table());
    const StreamArn = arn.replace(/stream\/.*/, "stream/2020-01-01T00:00:00.000");
    const error = await refusal(engine.streams.send(new DescribeStreamCommand({ StreamArn })));
    expect(error.name).toBe("ResourceNotFoundException");
  }),
];
