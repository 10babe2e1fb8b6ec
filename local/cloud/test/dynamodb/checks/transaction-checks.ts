import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import {
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { expect } from "vitest";
import type { Engine } from "../engines.ts";
import { check, refusal } from "./check.ts";

type Steps = TransactWriteCommandInput["TransactItems"];

function write(engine: Engine, steps: Steps, more: Partial<TransactWriteCommandInput> = {}) {
  return engine.doc.send(new TransactWriteCommand({ TransactItems: steps, ...more }));
}

function keyOf(sk: string) {
  return { pk: "t", sk };
}

async function get(engine: Engine, TableName: string, sk: string) {
  return (await engine.doc.send(new GetCommand({ TableName, Key: keyOf(sk) }))).Item;
}

function add(TableName: string, sk: string) {
  return {
    Update: {
      TableName,
      Key: keyOf(sk),
      UpdateExpression: "ADD n :one",
      ExpressionAttributeValues: { ":one": 1 },
    },
  };
}

function put(TableName: string, sk: string, more: object = {}) {
  return { Put: { TableName, Item: { ...keyOf(sk), n: 1 }, ...more } };
}

const absent = { ConditionExpression: "attribute_not_exists(pk)" };

export const transactionChecks = [
  check("a transaction puts, updates, deletes and checks as one", async (engine) => {
    const table = await engine.table();
    const other = await engine.table();
    await write(engine, [put(table, "old"), put(other, "there")]);
    await write(engine, [
      put(table, "new", absent),
      add(table, "counted"),
      { Delete: { TableName: table, Key: keyOf("old") } },
      {
        ConditionCheck: {
          TableName: other,
          Key: keyOf("there"),
          ConditionExpression: "attribute_exists(pk)",
        },
      },
    ]);
    expect([
      await get(engine, table, "new"),
      await get(engine, table, "counted"),
      await get(engine, table, "old"),
      await get(engine, other, "there"),
    ]).toEqual([
      { ...keyOf("new"), n: 1 },
      { ...keyOf("counted"), n: 1 },
      undefined,
      { ...keyOf("there"), n: 1 },
    ]);
  }),

  check("a cancelled transaction writes nothing and says why, step by step", async (engine) => {
    const table = await engine.table();
    await write(engine, [put(table, "there")]);
    const error = await refusal(
      write(engine, [
        put(table, "new"),
        put(table, "there", { ...absent, ReturnValuesOnConditionCheckFailure: "ALL_OLD" }),
        {
          ConditionCheck: {
            TableName: table,
            Key: keyOf("nowhere"),
            ConditionExpression: "attribute_exists(pk)",
          },
        },
      ]),
    );
    expect(error.name).toBe("TransactionCanceledException");
    expect(error.message).toBe(
      "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, ConditionalCheckFailed]",
    );
    expect(error.CancellationReasons).toMatchObject([
      { Code: "None" },
      {
        Code: "ConditionalCheckFailed",
        Message: "The conditional request failed",
        Item: { pk: { S: "t" }, sk: { S: "there" }, n: { N: "1" } },
      },
      { Code: "ConditionalCheckFailed" },
    ]);
    expect(await get(engine, table, "new")).toBeUndefined();
  }),

  check("an update that cannot be cancels its transaction", async (engine) => {
    const table = await engine.table();
    await engine.doc.send(
      new PutCommand({ TableName: table, Item: { ...keyOf("text"), n: "text" } }),
    );
    const error = await refusal(write(engine, [put(table, "new"), add(table, "text")]));
    expect(error.CancellationReasons?.map(({ Code }) => Code)).toEqual(["None", "ValidationError"]);
    expect(await get(engine, table, "new")).toBeUndefined();
  }),

  check("the same token writes once", async (engine) => {
    const table = await engine.table();
    const ClientRequestToken = "once";
    await write(engine, [add(table, "1")], { ClientRequestToken });
    await write(engine, [add(table, "1")], { ClientRequestToken });
    expect(await get(engine, table, "1")).toMatchObject({ n: 1 });
  }),

  check("a token of another request is refused", async (engine) => {
    const table = await engine.table();
    const ClientRequestToken = "mine";
    await write(engine, [add(table, "1")], { ClientRequestToken });
    const error = await refusal(write(engine, [add(table, "2")], { ClientRequestToken }));
    expect(error.name).toBe("IdempotentParameterMismatchException");
  }),

  check("a cancelled transaction does not use its token up", async (engine) => {
    const table = await engine.table();
    const ClientRequestToken = "again";
    const steps = [put(table, "1", { ConditionExpression: "attribute_exists(pk)" })];
    await refusal(write(engine, steps, { ClientRequestToken }));
    await write(engine, [put(table, "1")]);
    await write(engine, steps, { ClientRequestToken });
    expect(await get(engine, table, "1")).toMatchObject({ n: 1 });
  }),

  check("a transaction touches an item once", async (engine) => {
    const table = await engine.table();
    const error = await refusal(write(engine, [put(table, "1"), add(table, "1")]));
    expect(error).toMatchObject({
      name: "ValidationException",
      message: "Transaction request cannot include multiple operations on one item",
    });
  }),

  check("a transaction has up to 100 steps", async (engine) => {
    const table = await engine.table();
    const steps = (count: number) => Array.from({ length: count }, (_, n) => put(table, `${n}`));
    await write(engine, steps(100));
    const error = await refusal(write(engine, steps(101)));
    expect(error).toMatchObject({
      name: "ValidationException",
      message: expect.stringContaining("Member must have length less than or equal to 100"),
    });
    expect(await get(engine, table, "99")).toBeDefined();
  }),

  check("a transaction has up to 4 MB", async (engine) => {
    const table = await engine.table();
    const body = "x".repeat(390_000);
    const steps = Array.from({ length: 11 }, (_, n) => ({
      Put: { TableName: table, Item: { ...keyOf(`${n}`), body } },
    }));
    expect((await refusal(write(engine, steps))).name).toBe("ValidationException");
    expect(await get(engine, table, "0")).toBeUndefined();
  }),

  check("a transaction on a table that is not there is not found", async (engine) => {
    const error = await refusal(write(engine, [put("nowhere", "1")]));
    expect(error.name).toBe("ResourceNotFoundException");
  }),

  check("a step with a wrong key cancels the transaction", async (engine) => {
    const table = await engine.table();
    const error = await refusal(
      write(engine, [put(table, "1"), { Delete: { TableName: table, Key: { pk: "t" } } }]),
    );
    expect(["TransactionCanceledException", "ValidationException"]).toContain(error.name);
    expect(error.CancellationReasons?.[1]).toMatchObject({
      Code: "ValidationError",
      Message: "The provided key element does not match the schema",
    });
  }),

  check("20 transactions on the same items lose no count", async (engine) => {
    const table = await engine.table();
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => write(engine, [add(table, "1"), add(table, "2")])),
    );
    const n = results.filter(({ status }) => status === "fulfilled").length;
    expect([await get(engine, table, "1"), await get(engine, table, "2")]).toMatchObject([
      { n },
      { n },
    ]);
  }),

  check("a transaction costs double, told by table", async (engine) => {
    const table = await engine.table();
    const request = { ReturnConsumedCapacity: "TOTAL", ClientRequestToken: "cost" } as const;
    const steps = [put(table, "1"), add(table, "2")];
    const { ConsumedCapacity } = await write(engine, steps, request);
    expect(ConsumedCapacity).toMatchObject([{ TableName: table, CapacityUnits: 4 }]);
  }),

  check("an empty transaction is refused", async (engine) => {
    const writing = new TransactWriteItemsCommand({ TransactItems: [] });
    expect((await refusal(engine.client.send(writing))).name).toBe("ValidationException");
  }),
];
