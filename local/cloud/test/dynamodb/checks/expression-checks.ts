import { PutItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { expect } from "vitest";
import { check, refusal } from "./check.ts";
import { get, key, put } from "./one-item.ts";

export const expressionChecks = [
  check("arithmetic that needs more than 38 digits is refused", async (engine) => {
    const TableName = await engine.table();
    const Key = { pk: { S: "a" }, sk: { S: "1" } };
    await engine.client.send(new PutItemCommand({ TableName, Item: { ...Key, n: { N: "1e37" } } }));
    const add = new UpdateItemCommand({
      TableName,
      Key,
      UpdateExpression: "ADD n :little",
      ExpressionAttributeValues: { ":little": { N: "0.01" } },
    });
    expect((await refusal(engine.client.send(add))).name).toBe("ValidationException");
  }),

  check("a condition that does not hold refuses the write and changes nothing", async (engine) => {
    const table = await put(engine, { v: 1 });
    const error = await refusal(
      engine.doc.send(
        new PutCommand({
          TableName: table,
          Item: { ...key, v: 2 },
          ConditionExpression: "attribute_not_exists(pk)",
        }),
      ),
    );
    expect(error).toMatchObject({
      name: "ConditionalCheckFailedException",
      message: "The conditional request failed",
    });
    expect(error.Item).toBeUndefined();
    expect(await get(engine, table)).toEqual({ ...key, v: 1 });
  }),

  check("a refused condition returns the item when asked", async (engine) => {
    const table = await put(engine, { v: 1 });
    const asked = { TableName: table, ReturnValuesOnConditionCheckFailure: "ALL_OLD" } as const;
    const absent = "attribute_not_exists(pk)";
    const putting = new PutCommand({ ...asked, Item: key, ConditionExpression: absent });
    const deleting = new DeleteCommand({ ...asked, Key: key, ConditionExpression: absent });
    for (const send of [() => engine.doc.send(putting), () => engine.doc.send(deleting)]) {
      const error = await refusal(send());
      expect(error.Item).toEqual({ pk: { S: "a" }, sk: { S: "1" }, v: { N: "1" } });
    }
  }),

  check("a condition may join, compare, measure and look inside", async (engine) => {
    const table = await put(engine, { l: ["x"], s: new Set(["q"]), t: "zebra", m: { n: 5 } });
    const conditions = [
      "size(t) = :five AND begins_with(t, :z)",
      "contains(s, :q) AND contains(l, :x) AND contains(t, :bra)",
      "t IN (:z, :zebra) AND m.n BETWEEN :one AND :five",
      "attribute_type(m, :M) AND NOT attribute_exists(m.gone)",
      "l[0] = :x OR l[1] = :x",
      "m.n >= :one AND m.n <> :one AND (t > :z OR t < :q)",
    ];
    const values: Record<string, unknown> = {
      ":five": 5,
      ":z": "z",
      ":q": "q",
      ":x": "x",
      ":bra": "bra",
      ":zebra": "zebra",
      ":one": 1,
      ":M": "M",
    };
    for (const ConditionExpression of conditions) {
      const used = Object.keys(values).filter((name) =>
        new RegExp(`${name}(?![a-z])`).test(ConditionExpression),
      );
      await engine.doc.send(
        new UpdateCommand({
          TableName: table,
          Key: key,
          UpdateExpression: "SET seen = :seen",
          ConditionExpression,
          ExpressionAttributeValues: {
            ":seen": true,
            ...Object.fromEntries(used.map((name) => [name, values[name]])),
          },
        }),
      );
    }
    expect(await get(engine, table)).toMatchObject({ seen: true });
  }),

  check("maps and lists are equal when their members are", async (engine) => {
    const table = await put(engine, { m: { a: 1, b: [2] }, l: [{ a: 1 }] });
    await engine.doc.send(
      new UpdateCommand({
        TableName: table,
        Key: key,
        UpdateExpression: "SET seen = :seen",
        ConditionExpression: "m = :m AND l = :l",
        ExpressionAttributeValues: { ":seen": true, ":m": { b: [2], a: 1 }, ":l": [{ a: 1 }] },
      }),
    );
    expect(await get(engine, table)).toMatchObject({ seen: true });
  }),

  check("a list contains a member of any type", async (engine) => {
    const table = await put(engine, { l: [true, { a: 1 }, 5] });
    await engine.doc.send(
      new UpdateCommand({
        TableName: table,
        Key: key,
        UpdateExpression: "SET seen = :yes",
        ConditionExpression: "contains(l, :yes) AND contains(l, :map) AND contains(l, :five)",
        ExpressionAttributeValues: { ":yes": true, ":map": { a: 1 }, ":five": 5 },
      }),
    );
    expect(await get(engine, table)).toMatchObject({ seen: true });
  }),

  check("a comparison with what is not there does not hold", async (engine) => {
    const table = await put(engine, { a: 1, b: 0 });
    for (const condition of ["a BETWEEN b AND c", "a < c", "c <= a", "a IN (c)", "size(c) > a"]) {
      const error = await refusal(
        engine.doc.send(
          new PutCommand({ TableName: table, Item: key, ConditionExpression: condition }),
        ),
      );
      expect([condition, error.name]).toEqual([condition, "ConditionalCheckFailedException"]);
    }
  }),

  check("an update sets, counts, appends, removes, and takes from a set", async (engine) => {
    const table = await put(engine, { m: { a: [1, 2] }, s: new Set(["q", "w"]), gone: "" });
    const { Attributes } = await engine.doc.send(
      new UpdateCommand({
        TableName: table,
        Key: key,
        UpdateExpression:
          "SET #v = if_not_exists(#v, :zero) + :one, l = list_append(if_not_exists(l, :none), :k), m.a[0] = :nine, m.b = :one ADD n :one DELETE s :q REMOVE gone, m.a[1]",
        ExpressionAttributeNames: { "#v": "version" },
        ExpressionAttributeValues: {
          ":zero": 0,
          ":one": 1,
          ":none": [],
          ":k": ["k"],
          ":nine": 9,
          ":q": new Set(["q"]),
        },
        ReturnValues: "ALL_NEW",
      }),
    );
    const expected = {
      ...key,
      version: 1,
      l: ["k"],
      m: { a: [9], b: 1 },
      n: 1,
      s: new Set(["w"]),
    };
    expect(Attributes).toEqual(expected);
    expect(await get(engine, table)).toEqual(expected);
  }),

  check("an update reads every value as it was before", async (engine) => {
    const table = await put(engine, { a: 1, b: 2 });
    const { Attributes } = await engine.doc.send(
      new UpdateCommand({
        TableName: table,
        Key: key,
        UpdateExpression: "SET a = b, b = a",
        ReturnValues: "UPDATED_NEW",
      }),
    );
    expect(Attributes).toEqual({ a: 2, b: 1 });
  }),

  check("an update returns the old values when asked", async (engine) => {
    const table = await put(engine, { a: 1, b: 2 });
    const { Attributes } = await engine.doc.send(
      new UpdateCommand({
        TableName: table,
        Key: key,
        UpdateExpression: "SET a = :two",
        ExpressionAttributeValues: { ":two": 2 },
        ReturnValues: "UPDATED_OLD",
      }),
    );
    expect(Attributes).toEqual({ a: 1 });
  }),

  check("an update of an item that is not there makes it", async (engine) => {
    const TableName = await engine.table();
    const add = { ":one": 1 };
    const UpdateExpression = "ADD n :one";
    await engine.doc.send(
      new UpdateCommand({ TableName, Key: key, UpdateExpression, ExpressionAttributeValues: add }),
    );
    expect(await get(engine, TableName)).toEqual({ ...key, n: 1 });
  }),

  check("the last member taken from a set takes the set", async (engine) => {
    const table = await put(engine, { s: new Set(["q"]) });
    await engine.doc.send(
      new UpdateCommand({
        TableName: table,
        Key: key,
        UpdateExpression: "DELETE s :q",
        ExpressionAttributeValues: { ":q": new Set(["q"]) },
      }),
    );
    expect(await get(engine, table)).toEqual(key);
  }),

  check("what an update cannot mean is refused", async (engine) => {
    const table = await put(engine, { word: "x" });
    const value = { ":v": 1 };
    const expressions: [string, RegExp][] = [
      ["SET status = :v", /reserved keyword/],
      ["SET pk = :v", /part of the key/],
      ["SET absent.deep = :v", /document path/],
      ["SET n = absent + :v", /does not exist in the item/],
      ["SET n = word + :v", /incorrect data type/],
      ["SET a = :v, a = :v", /overlap/],
      ["SET a = :v b = :v", /Syntax error/],
      ["SET a = :other", /:other|:v/],
    ];
    for (const [UpdateExpression, message] of expressions) {
      const error = await refusal(
        engine.doc.send(
          new UpdateCommand({
            TableName: table,
            Key: key,
            UpdateExpression,
            ExpressionAttributeValues: value,
          }),
        ),
      );
      expect([UpdateExpression, error.name]).toEqual([UpdateExpression, "ValidationException"]);
      expect(error.message).toMatch(message);
    }
    expect(await get(engine, table)).toEqual({ ...key, word: "x" });
  }),
];
