import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { PutCommand, QueryCommand, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import { expect } from "vitest";
import { keySchema } from "../engines.ts";
import { check, refusal } from "./check.ts";
import { pages, partition, withItems } from "./partition.ts";

export const queryChecks = [
  check("a query goes page by page, backwards too", async (engine) => {
    const TableName = await withItems(engine);
    const forwards = await pages(engine, { TableName, ...partition, Limit: 10 });
    const backwards = await pages(engine, {
      TableName,
      ...partition,
      Limit: 10,
      ScanIndexForward: false,
    });
    expect(forwards.map(({ length }) => length)).toEqual([10, 10, 5]);
    expect(backwards.flat()).toEqual(forwards.flat().toReversed());
  }),

  check("sort keys are found by every operator", async (engine) => {
    const TableName = await withItems(engine);
    const count = async (condition: string, values: object) => {
      const { Count } = await engine.doc.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: `pk = :b AND ${condition}`,
          ExpressionAttributeValues: { ":b": "b", ...values },
        }),
      );
      return Count;
    };
    expect([
      await count("sk = :x", { ":x": "003" }),
      await count("sk < :x", { ":x": "003" }),
      await count("sk <= :x", { ":x": "003" }),
      await count("sk > :x", { ":x": "003" }),
      await count("sk >= :x", { ":x": "003" }),
      await count("sk BETWEEN :x AND :y", { ":x": "003", ":y": "005" }),
      await count("begins_with(sk, :x)", { ":x": "01" }),
    ]).toEqual([1, 3, 4, 21, 22, 3, 10]);
  }),

  check("a filter leaves items out after the page was read", async (engine) => {
    const TableName = await withItems(engine);
    const { Count, ScannedCount, LastEvaluatedKey } = await engine.doc.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: "pk = :b",
        FilterExpression: "even = :yes",
        ExpressionAttributeValues: { ":b": "b", ":yes": true },
        Limit: 10,
      }),
    );
    expect([Count, ScannedCount, LastEvaluatedKey]).toEqual([5, 10, { pk: "b", sk: "009" }]);
  }),

  check("a filter that compares with what is not there matches nothing", async (engine) => {
    const TableName = await engine.table();
    const Item = { pk: "b", sk: "1", low: 0, middle: 1 };
    await engine.doc.send(new PutCommand({ TableName, Item }));
    const { Count } = await engine.doc.send(
      new QueryCommand({
        TableName,
        ...partition,
        FilterExpression: "middle BETWEEN low AND high",
      }),
    );
    expect(Count).toBe(0);
  }),

  check("a projection gives what was asked and no more", async (engine) => {
    const TableName = await engine.table();
    const Item = { pk: "b", sk: "1", m: { a: 1, b: 2 }, l: ["x", "y"] };
    await engine.doc.send(new PutCommand({ TableName, Item }));
    const { Items } = await engine.doc.send(
      new QueryCommand({ TableName, ...partition, ProjectionExpression: "m.a, l[1], nowhere" }),
    );
    expect(Items).toEqual([{ m: { a: 1 }, l: ["y"] }]);
  }),

  check("numbers sort as numbers", async (engine) => {
    const TableName = await engine.table({
      AttributeDefinitions: [
        { AttributeName: "pk", AttributeType: "S" },
        { AttributeName: "sk", AttributeType: "N" },
      ],
      KeySchema: keySchema("pk", "sk"),
      GlobalSecondaryIndexes: undefined,
      LocalSecondaryIndexes: undefined,
    });
    const sorted = [-1000, -20.5, -3, -0.001, 0, 0.5, 2, 10, 10.5, 1e15];
    for (const sk of sorted.toReversed()) {
      await engine.doc.send(new PutCommand({ TableName, Item: { pk: "b", sk } }));
    }
    expect((await pages(engine, { TableName, ...partition })).flat()).toEqual(sorted);
  }),

  // Whether the item that crosses the megabyte is still on the page, AWS does not say.
  ...["x".repeat(300_000), "漢".repeat(100_000)].map((body) =>
    check(`a page ends at a megabyte of ${body[0]}, and a scan's too`, async (engine) => {
      const TableName = await engine.table();
      for (let n = 0; n < 7; n++)
        await engine.doc.send(new PutCommand({ TableName, Item: { pk: "b", sk: `${n}`, body } }));
      const found = await pages(engine, { TableName, ...partition });
      expect(found.flat()).toEqual(["0", "1", "2", "3", "4", "5", "6"]);
      expect([3, 4]).toContain(found[0]?.length);
      const scanned = await engine.client.send(new ScanCommand({ TableName }));
      expect([3, 4]).toContain(scanned.Count);
      const last = String(Number(scanned.Count) - 1);
      expect(scanned.LastEvaluatedKey).toEqual({ pk: { S: "b" }, sk: { S: last } });
      const few = await pages(engine, { TableName, ...partition, Limit: 2 });
      expect(few.map(({ length }) => length)).toEqual([2, 2, 2, 1]);
    }),
  ),

  check("the segments of a scan are the table, each item once", async (engine) => {
    const TableName = await withItems(engine);
    for (let n = 0; n < 20; n++) {
      await engine.doc.send(new PutCommand({ TableName, Item: { pk: `p${n}`, sk: "1" } }));
    }
    const found: unknown[] = [];
    for (const Segment of [0, 1, 2]) {
      const { Items } = await engine.client.send(
        new ScanCommand({ TableName, Segment, TotalSegments: 3 }),
      );
      found.push(...(Items ?? []).map(({ pk, sk }) => `${pk?.S} ${sk?.S}`));
    }
    expect([found.length, new Set(found).size]).toEqual([45, 45]);
  }),

  check("a query that cannot be is refused", async (engine) => {
    const TableName = await engine.table();
    const queries: [Partial<QueryCommandInput>, RegExp][] = [
      [{ KeyConditionExpression: "sk = :b" }, /missed key schema element: pk/],
      [{ KeyConditionExpression: "pk > :b" }, /not supported/],
      [{ KeyConditionExpression: "pk = :b", IndexName: "nothing" }, /specified index/],
      [
        { KeyConditionExpression: "pk = :b", FilterExpression: "sk = :b" },
        /primary key attribute/i,
      ],
      [{ KeyConditionExpression: "g1 = :b", IndexName: "gsi1", ConsistentRead: true }, /onsistent/],
    ];
    for (const [query, message] of queries) {
      const error = await refusal(
        engine.doc.send(
          new QueryCommand({
            TableName,
            ExpressionAttributeValues: { ":b": "b" },
            ...query,
          }),
        ),
      );
      expect(error).toMatchObject({
        name: "ValidationException",
        message: expect.stringMatching(message),
      });
    }
  }),
];
