import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import { GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { expect } from "vitest";
import { check, refusal } from "./check.ts";
import { get, key, put } from "./one-item.ts";

export const itemChecks = [
  check("every type of value comes back as it was stored", async (engine) => {
    const item = {
      ...key,
      map: { list: [1, "two", { three: true }], empty: {} },
      nothing: null,
      strings: new Set(["q", "w"]),
      numbers: new Set([1, 2.5]),
      binaries: new Set([new Uint8Array([1, 2, 3])]),
      number: 12345678901234.5,
      binary: new Uint8Array([255, 0]),
      text: "",
      unicode: "Ibu Ç ✓ 𝛼",
    };
    const table = await put(engine, item);
    expect(await get(engine, table)).toEqual(item);
  }),

  check("an update makes the item that is not there, unless it only takes away", async (engine) => {
    const TableName = await engine.table();
    const update = (UpdateExpression: string, values?: object) =>
      engine.doc.send(
        new UpdateCommand({
          TableName,
          Key: key,
          UpdateExpression,
          ...(values && { ExpressionAttributeValues: values }),
          ReturnValues: "ALL_NEW",
        }),
      );
    await update("REMOVE gone");
    await update("DELETE letters :q REMOVE gone", { ":q": new Set(["q"]) });
    expect(await get(engine, TableName)).toBeUndefined();
    await update("REMOVE gone SET v = :v", { ":v": 1 });
    expect(await get(engine, TableName)).toEqual({ ...key, v: 1 });
    await update("REMOVE v");
    expect(await get(engine, TableName)).toEqual(key);
  }),

  check("an update that says nothing makes the item with its key", async (engine) => {
    const TableName = await engine.table();
    await engine.doc.send(new UpdateCommand({ TableName, Key: key }));
    expect(await get(engine, TableName)).toEqual(key);
  }),

  check("a number keeps 38 digits, and a 39th is refused", async (engine) => {
    const TableName = await engine.table();
    const store = (N: string) =>
      engine.client.send(
        new PutItemCommand({ TableName, Item: { pk: { S: "a" }, sk: { S: "1" }, n: { N } } }),
      );
    const digits = "1.2345678901234567890123456789012345678";
    await store(digits);
    const { Item } = await engine.client.send(
      new GetItemCommand({ TableName, Key: { pk: { S: "a" }, sk: { S: "1" } } }),
    );
    expect(Item?.n).toEqual({ N: digits });
    expect((await refusal(store(`${digits}9`))).name).toBe("ValidationException");
    expect((await refusal(store("1e126"))).name).toBe("ValidationException");
  }),

  check("a number is stored in its plain form", async (engine) => {
    const TableName = await engine.table();
    const Key = { pk: { S: "a" }, sk: { S: "1" } };
    const numbers = { a: { N: "1.500" }, b: { N: "1e3" }, c: { N: "007" }, d: { N: "-0.0" } };
    await engine.client.send(new PutItemCommand({ TableName, Item: { ...Key, ...numbers } }));
    const { Item } = await engine.client.send(new GetItemCommand({ TableName, Key }));
    expect([Item?.a, Item?.b, Item?.c, Item?.d]).toEqual([
      { N: "1.5" },
      { N: "1000" },
      { N: "7" },
      { N: "0" },
    ]);
  }),

  check("a batch writes and deletes 25 items and reads them", async (engine) => {
    const table = await put(engine);
    const items = Array.from({ length: 24 }, (_, n) => ({
      pk: { S: "b" },
      sk: { S: String(n) },
    }));
    await engine.client.send(
      new BatchWriteItemCommand({
        RequestItems: {
          [table]: [
            ...items.map((Item) => ({ PutRequest: { Item } })),
            { DeleteRequest: { Key: { pk: { S: "a" }, sk: { S: "1" } } } },
          ],
        },
      }),
    );
    const { Responses } = await engine.client.send(
      new BatchGetItemCommand({ RequestItems: { [table]: { Keys: items } } }),
    );
    expect(Responses?.[table]).toHaveLength(24);
    expect(await get(engine, table)).toBeUndefined();
  }),

  check("a batch of 26, or with an item twice, is refused", async (engine) => {
    const table = await engine.table();
    const write = (count: number, sk: (n: number) => string) =>
      engine.client.send(
        new BatchWriteItemCommand({
          RequestItems: {
            [table]: Array.from({ length: count }, (_, n) => ({
              PutRequest: { Item: { pk: { S: "b" }, sk: { S: sk(n) } } },
            })),
          },
        }),
      );
    expect((await refusal(write(26, String))).name).toBe("ValidationException");
    const twice = await refusal(write(2, () => "same"));
    expect(twice.message).toBe("Provided list of item keys contains duplicates");
  }),

  check("a batch reads more than a megabyte", async (engine) => {
    const TableName = await engine.table();
    const keys = Array.from({ length: 6 }, (_, n) => ({ pk: "b", sk: String(n) }));
    for (const each of keys) {
      const Item = { ...each, body: "x".repeat(350_000) };
      await engine.doc.send(new PutCommand({ TableName, Item }));
    }
    const { Responses } = await engine.client.send(
      new BatchGetItemCommand({
        RequestItems: {
          [TableName]: { Keys: keys.map(({ pk, sk }) => ({ pk: { S: pk }, sk: { S: sk } })) },
        },
      }),
    );
    expect(Responses?.[TableName]).toHaveLength(6);
  }),

  check("50 counts at once are 50", async (engine) => {
    const TableName = await engine.table();
    const count = new UpdateCommand({
      TableName,
      Key: key,
      UpdateExpression: "ADD n :one",
      ExpressionAttributeValues: { ":one": 1 },
    });
    await Promise.all(Array.from({ length: 50 }, () => engine.doc.send(count)));
    expect(await get(engine, TableName)).toEqual({ ...key, n: 50 });
  }),

  check("of 20 conditional creations at once, one wins", async (engine) => {
    const TableName = await engine.table();
    const create = new PutCommand({
      TableName,
      Item: key,
      ConditionExpression: "attribute_not_exists(pk)",
    });
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => engine.doc.send(create)),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  }),

  check("capacity is told when asked", async (engine) => {
    const table = await put(engine);
    const { ConsumedCapacity } = await engine.doc.send(
      new GetCommand({ TableName: table, Key: key, ReturnConsumedCapacity: "TOTAL" }),
    );
    expect(ConsumedCapacity).toMatchObject({ TableName: table, CapacityUnits: 0.5 });
  }),
];
