import {
  DeleteCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { expect } from "vitest";
import { check } from "./check.ts";
import { pages, partition, withItems } from "./partition.ts";

export const indexChecks = [
  check("a global index is queried by its own keys, page by page", async (engine) => {
    const TableName = await withItems(engine);
    const found = await pages(engine, {
      TableName,
      IndexName: "gsi1",
      KeyConditionExpression: "g1 = :g AND g2 BETWEEN :from AND :to",
      ExpressionAttributeValues: { ":g": "G", ":from": "005", ":to": "009" },
      Limit: 2,
    });
    expect(found.flat()).toEqual(["005", "006", "007", "008", "009"]);
  }),

  check("a local index sorts by its own key and counts", async (engine) => {
    const TableName = await withItems(engine);
    const query = { TableName, IndexName: "lsi1", ...partition };
    expect((await pages(engine, query)).flat()[0]).toBe("024");
    const { Count, Items } = await engine.doc.send(new QueryCommand({ ...query, Select: "COUNT" }));
    expect([Count, Items]).toEqual([25, undefined]);
  }),

  check("an item leaves an index with the attribute, and moves with it", async (engine) => {
    const TableName = await engine.table();
    const put = (item: object) =>
      engine.doc.send(new PutCommand({ TableName, Item: { pk: "b", sk: "1", ...item } }));
    const inIndex = (g1: string) =>
      pages(engine, {
        TableName,
        IndexName: "gsi1",
        KeyConditionExpression: "g1 = :g",
        ExpressionAttributeValues: { ":g": g1 },
      });
    await put({ g1: "red", g2: "1" });
    await put({ g1: "blue", g2: "1" });
    expect([await inIndex("red"), await inIndex("blue")]).toEqual([[[]], [["1"]]]);
    await put({ g1: "blue" });
    expect(await inIndex("blue")).toEqual([[]]);
  }),

  check(
    "items of equal index keys are all in the index, and leave it one by one",
    async (engine) => {
      const TableName = await engine.table();
      // The hashes that dynalite makes of the keys are equal in their first 24 bits: of the first two by chance, of the others because
      // their texts are equal when they are put together.
      const keys = [
        { pk: "b", sk: "1089" },
        { pk: "b", sk: "4961" },
        { pk: "ab", sk: "c" },
        { pk: "a", sk: "bc" },
      ];
      for (const key of keys) {
        await engine.doc.send(new PutCommand({ TableName, Item: { ...key, g1: "G", g2: "1" } }));
      }
      const inIndex = async (order: Partial<QueryCommandInput> = {}) => {
        const found = await pages(engine, {
          TableName,
          IndexName: "gsi1",
          KeyConditionExpression: "g1 = :g AND g2 = :one",
          ExpressionAttributeValues: { ":g": "G", ":one": "1" },
          Limit: 1,
          ...order,
        });
        return found.flat();
      };
      const all = keys.map(({ sk }) => sk).toSorted();
      expect((await inIndex()).toSorted()).toEqual(all);
      expect((await inIndex({ ScanIndexForward: false })).toSorted()).toEqual(all);
      await engine.doc.send(new DeleteCommand({ TableName, Key: { pk: "b", sk: "1089" } }));
      await engine.doc.send(new PutCommand({ TableName, Item: { pk: "ab", sk: "c" } }));
      expect((await inIndex()).toSorted()).toEqual(["4961", "bc"]);
    },
  ),
];
