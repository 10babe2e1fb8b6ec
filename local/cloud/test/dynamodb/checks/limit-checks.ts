import { GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { expect } from "vitest";
import type { Engine } from "../engines.ts";
import { check, refusal } from "./check.ts";

const key = { pk: "a", sk: "1" };
/** What the key and the name `v` leave of 400 KB. */
const roomBytes = 409_600 - "pk".length - "a".length - "sk".length - "1".length - "v".length;

function store(engine: Engine, TableName: string, v: unknown) {
  return engine.doc.send(new PutCommand({ TableName, Item: { ...key, v } }));
}

/** A list in a map in a list …, as many as said. */
function nested(levels: number): unknown {
  let value: unknown = "x";
  for (let level = 0; level < levels; level++) value = level % 2 ? { v: value } : [value];
  return value;
}

export const limitChecks = [
  check("an item has up to 400 KB", async (engine) => {
    const table = await engine.table();
    await store(engine, table, "x".repeat(roomBytes));
    const error = await refusal(store(engine, table, "x".repeat(roomBytes + 1)));
    expect(error).toMatchObject({
      name: "ValidationException",
      message: "Item size has exceeded the maximum allowed size",
    });
  }),

  check("a text counts as many bytes as it has in UTF-8", async (engine) => {
    const table = await engine.table();
    await store(engine, table, "é".repeat(Math.floor(roomBytes / 2)));
    const error = await refusal(store(engine, table, "é".repeat(Math.floor(roomBytes / 2) + 1)));
    expect(error.name).toBe("ValidationException");
  }),

  check("an update cannot grow an item past 400 KB", async (engine) => {
    const TableName = await engine.table();
    await store(engine, TableName, "x".repeat(300_000));
    const grow = new UpdateCommand({
      TableName,
      Key: key,
      UpdateExpression: "SET w = :w",
      ExpressionAttributeValues: { ":w": "x".repeat(200_000) },
    });
    expect((await refusal(engine.doc.send(grow))).message).toBe(
      "Item size to update has exceeded the maximum allowed size",
    );
  }),

  check("an empty text is no key", async (engine) => {
    const TableName = await engine.table();
    const empty = new PutCommand({ TableName, Item: { pk: "", sk: "1" } });
    expect((await refusal(engine.doc.send(empty))).message).toMatch(/empty string value/);
  }),

  check("an empty text is no key of an index", async (engine) => {
    const TableName = await engine.table();
    const put = new PutCommand({ TableName, Item: { ...key, g1: "", g2: "x" } });
    expect((await refusal(engine.doc.send(put))).message).toMatch(/empty string value/);
    const update = new UpdateCommand({
      TableName,
      Key: key,
      UpdateExpression: "SET g1 = :empty",
      ExpressionAttributeValues: { ":empty": "" },
    });
    expect((await refusal(engine.doc.send(update))).name).toBe("ValidationException");
  }),

  check("a key has the type the table says", async (engine) => {
    const TableName = await engine.table();
    const put = (item: object) =>
      refusal(engine.doc.send(new PutCommand({ TableName, Item: item })));
    expect((await put({ pk: 1, sk: "1" })).message).toMatch(/Type mismatch for key pk/);
    expect((await put({ pk: "a" })).message).toMatch(/Missing the key sk in the item/);
    expect((await put({ ...key, g1: 1, g2: "x" })).message).toMatch(/Type mismatch for Index Key/i);
    const get = new GetItemCommand({ TableName, Key: { pk: { S: "a" } } });
    expect((await refusal(engine.client.send(get))).message).toBe(
      "The provided key element does not match the schema",
    );
  }),

  check("a partition key has up to 2048 bytes, a sort key 1024", async (engine) => {
    const TableName = await engine.table();
    const put = (pk: string, sk: string) =>
      engine.doc.send(new PutCommand({ TableName, Item: { pk, sk } }));
    await put("x".repeat(2048), "x".repeat(1024));
    expect((await refusal(put("x".repeat(2049), "1"))).name).toBe("ValidationException");
    expect((await refusal(put("a", "x".repeat(1025)))).name).toBe("ValidationException");
  }),

  check("maps and lists lie up to 31 deep in an attribute", async (engine) => {
    const TableName = await engine.table();
    await store(engine, TableName, nested(31));
    expect((await refusal(store(engine, TableName, nested(32)))).message).toMatch(
      /Nesting Levels have exceeded supported limits/,
    );
    const update = new UpdateCommand({
      TableName,
      Key: key,
      UpdateExpression: "SET w = :w",
      ExpressionAttributeValues: { ":w": nested(32) },
    });
    expect((await refusal(engine.doc.send(update))).message).toMatch(/Nesting Levels/);
  }),

  check("an expression has up to 4096 bytes", async (engine) => {
    const TableName = await engine.table();
    const put = (ConditionExpression: string) =>
      engine.doc.send(new PutCommand({ TableName, Item: key, ConditionExpression }));
    const condition = "attribute_not_exists(pk)";
    await put(condition.padEnd(4096));
    expect((await refusal(put(condition.padEnd(4097)))).message).toMatch(/Expression size/);
  }),

  check("an expression has up to 300 operators", async (engine) => {
    const TableName = await engine.table();
    const put = (ConditionExpression: string) =>
      engine.doc.send(
        new PutCommand({
          ...{ TableName, Item: key, ConditionExpression },
          ExpressionAttributeValues: { ":v": 1, ":w": 1 },
        }),
      );
    // Each comparison is one, and each AND between two. A function is one, BETWEEN two.
    const together = (comparisons: number) =>
      `${"a<>:v AND ".repeat(comparisons - 1)}NOT contains(a, :v) AND NOT b BETWEEN :v AND :w`;
    await put(together(148));
    const tooMany = await refusal(put(together(149)));
    expect(tooMany.message).toBe(
      "Invalid ConditionExpression: The expression contains too many operators; operator count: 301",
    );
  }),

  check("an update has up to 300 operators, and setting is none", async (engine) => {
    const TableName = await engine.table();
    const update = (sums: number) => {
      const sets = Array.from({ length: sums }, (_, i) => `a${i}=:v+:v`);
      return engine.doc.send(
        new UpdateCommand({
          ...{ TableName, Key: key, UpdateExpression: `SET ${sets.join()}` },
          ExpressionAttributeValues: { ":v": 1 },
        }),
      );
    };
    await update(300);
    expect((await refusal(update(301))).message).toMatch(/too many operators; operator count: 301/);
  }),

  check("IN lists up to 100 values", async (engine) => {
    const TableName = await engine.table();
    const put = (values: number) => {
      const names = Array.from({ length: values }, (_, i) => `:v${i}`);
      return engine.doc.send(
        new PutCommand({
          ...{ TableName, Item: key, ConditionExpression: `NOT pk IN (${names.join()})` },
          ExpressionAttributeValues: Object.fromEntries(names.map((name) => [name, name])),
        }),
      );
    };
    await put(100);
    expect((await refusal(put(101))).message).toMatch(/too many operands; number of operands: 101/);
  }),

  check("a value that is no value is refused", async (engine) => {
    const TableName = await engine.table();
    const values: object[] = [{ SS: [] }, { SS: ["a", "a"] }, { N: "one" }, { NULL: false }, {}];
    for (const v of values) {
      const Item = { pk: { S: "a" }, sk: { S: "1" }, v: v as { S: string } };
      const error = await refusal(engine.client.send(new PutItemCommand({ TableName, Item })));
      expect(error.name).toBe("ValidationException");
    }
  }),

  check("a name or value that an expression does not use is refused", async (engine) => {
    const TableName = await engine.table();
    const update = (unused: object) =>
      refusal(
        engine.doc.send(
          new UpdateCommand({
            TableName,
            Key: key,
            UpdateExpression: "SET v = :v",
            ExpressionAttributeValues: { ":v": 1 },
            ...unused,
          }),
        ),
      );
    const names = await update({ ExpressionAttributeNames: { "#unused": "x" } });
    expect(names.message).toMatch(/ExpressionAttributeNames unused in expressions/);
    const values = await update({ ExpressionAttributeValues: { ":v": 1, ":unused": 2 } });
    expect(values.message).toMatch(/ExpressionAttributeValues unused in expressions/);
  }),
];
