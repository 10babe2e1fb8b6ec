import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { PutCommand, paginateScan, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, expect, test } from "vitest";
import { database } from "../../dynamodb/dynalite.ts";
import { ItemStore } from "../../dynamodb/item-store.ts";
import { Journal } from "../../dynamodb/journal.ts";
import { indexPrefix } from "../../dynamodb/level-keys.ts";
import { validated } from "../../dynamodb/request.ts";
import { Streams } from "../../dynamodb/streams.ts";
import { Tables } from "../../dynamodb/table.ts";
import { TransactionTokens } from "../../dynamodb/transaction-tokens.ts";
import { CloudClock } from "../../kernel/clock.ts";
import { Store } from "../../kernel/store.ts";
import { testRegion } from "../one-service.ts";
import { keySchema } from "./engines.ts";
import { type DynamodbUnderTest, startDynamodb } from "./start-dynamodb.ts";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "kartu-test-"));
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

async function createTable({ db }: DynamodbUnderTest): Promise<void> {
  await db.send(
    new CreateTableCommand({
      TableName: "cards",
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: ["pk", "color"].map((AttributeName) => ({
        AttributeName,
        AttributeType: "S",
      })),
      KeySchema: keySchema("pk"),
      GlobalSecondaryIndexes: [
        {
          IndexName: "by-color",
          KeySchema: keySchema("color"),
          Projection: { ProjectionType: "ALL" },
        },
      ],
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" },
    }),
  );
}

/** Commits a write as the service does, with a way to fail where a kill could come. */
async function writeAndDie(die: (apply: () => Promise<void>) => Promise<void>): Promise<void> {
  const store = new Store(join(directory, "cloud.sqlite"));
  const context = { store, clock: new CloudClock(), region: testRegion };
  const tables = new Tables(context);
  const items = new ItemStore(join(directory, "dynamodb"), tables);
  const streams = new Streams(context, tables);
  const tokens = new TransactionTokens(context);
  const journal = new Journal(context, {
    items: { apply: (operations) => die(() => items.apply(operations)) },
    streams,
    tokens,
  });
  await items.open();
  const Item = { pk: { S: "a" }, color: { S: "red" } };
  const request = validated("PutItem", { TableName: "cards", Item });
  const { operations, changes } = await items.plan("PutItem", request);
  await expect(journal.commit({ operations, changes })).rejects.toThrow("killed");
  await items.close();
  store.close();
}

test.each([
  ["before the items", () => Promise.reject(new Error("killed"))],
  [
    "after the items and before the stream",
    async (apply: () => Promise<void>) => {
      await apply();
      throw new Error("killed");
    },
  ],
])("a write that was journaled and killed %s is whole after a start", async (_when, die) => {
  const first = await startDynamodb({ directory });
  await createTable(first);
  await first.stop({ keep: true });

  await writeAndDie(die);

  const again = await startDynamodb({ directory });
  const { Items } = await again.doc.send(
    new QueryCommand({
      TableName: "cards",
      IndexName: "by-color",
      KeyConditionExpression: "color = :red",
      ExpressionAttributeValues: { ":red": "red" },
    }),
  );
  const records = again.dynamodb.readStream(await again.streamOf("cards"), undefined, 10);
  await again.stop();
  expect(Items).toEqual([{ pk: "a", color: "red" }]);
  expect(records.map(({ dynamodb }) => dynamodb.Keys)).toEqual([{ pk: { S: "a" } }]);
});

test("tables, items, streams and sequence numbers go on after a restart", async () => {
  const first = await startDynamodb({ directory });
  await createTable(first);
  await first.doc.send(new PutCommand({ TableName: "cards", Item: { pk: "1" } }));
  await first.stop({ keep: true });

  const again = await startDynamodb({ directory });
  await again.doc.send(new PutCommand({ TableName: "cards", Item: { pk: "2" } }));
  const records = again.dynamodb.readStream(await again.streamOf("cards"), undefined, 10);
  await again.stop();
  expect(records.map(({ dynamodb }) => dynamodb.Keys)).toEqual([
    { pk: { S: "1" } },
    { pk: { S: "2" } },
  ]);
});

test("an index that an earlier version wrote with shorter keys is made anew, once", async () => {
  const first = await startDynamodb({ directory });
  await createTable(first);
  await first.doc.send(new PutCommand({ TableName: "cards", Item: { pk: "1", color: "red" } }));
  await first.stop({ keep: true });
  await writeAsEarlier();

  const again = await startDynamodb({ directory });
  await again.doc.send(new PutCommand({ TableName: "cards", Item: { pk: "1", color: "blue" } }));
  await again.doc.send(new PutCommand({ TableName: "cards", Item: { pk: "2", color: "red" } }));
  const { Items } = await again.doc.send(
    new QueryCommand({
      TableName: "cards",
      IndexName: "by-color",
      KeyConditionExpression: "color = :red",
      ExpressionAttributeValues: { ":red": "red" },
    }),
  );
  await again.stop();
  expect(Items).toEqual([{ pk: "2", color: "red" }]);
});

/** Gives the index of `createTable` an entry of the earlier form, and the table none of the notes about its indexes. */
async function writeAsEarlier(): Promise<void> {
  const store = new Store(join(directory, "cloud.sqlite"));
  const tables = new Tables({ store });
  const items = new ItemStore(join(directory, "dynamodb"), tables);
  const { description } = tables.get("cards");
  const value = { pk: { S: "1" }, color: { S: "red" } };
  const keys = database.createKey(value, description, [
    { AttributeName: "color", KeyType: "HASH" },
  ]);
  await items.open();
  await items.clearIndex("cards", "by-color");
  await items.apply([
    { type: "put", key: `${indexPrefix("cards", "by-color")}${keys}abcdef`, value },
  ]);
  await items.close();
  tables.save({ description });
  store.close();
}

/** Lets a process write until it is killed. @returns what it was told was written */
async function writeUntilKilled(): Promise<string[]> {
  const script = fileURLToPath(new URL("endless-writer.ts", import.meta.url));
  const writer = spawn(process.execPath, [script, directory], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const answered: string[] = [];
  const lines = createInterface(writer.stdout);
  lines.on("line", (line) => answered.push(line));
  await once(lines, "line");
  await sleep(500);
  // On a busy machine that is too short for many.
  while (answered.length < 12) await once(lines, "line");
  const ended = once(lines, "close");
  writer.kill("SIGKILL");
  await ended;
  return answered;
}

async function itemsOf({ doc }: DynamodbUnderTest, TableName: string) {
  const items: Record<string, unknown>[] = [];
  for await (const page of paginateScan({ client: doc }, { TableName })) {
    items.push(...(page.Items ?? []));
  }
  return items;
}

test("kill -9 loses nothing that was answered, and leaves no half of anything", async () => {
  const answered = [...(await writeUntilKilled()), ...(await writeUntilKilled())];

  const cloud = await startDynamodb({ directory });
  const told = async (table: string) => {
    const records = cloud.dynamodb.readStream(await cloud.streamOf(table), undefined, 1_000_000);
    return records.map(({ dynamodb }) => Object.values(dynamodb.Keys.pk ?? {})[0]);
  };
  const left = await itemsOf(cloud, "left");
  const right = (await itemsOf(cloud, "right")).map(({ pk }) => pk).sort();
  const [leftTold, rightTold] = [await told("left"), await told("right")];
  await cloud.stop();

  expect(answered.length).toBeGreaterThan(20);
  expect(right).toEqual(expect.arrayContaining(answered));
  const leftKeys = left.map(({ pk }) => pk).filter((pk) => pk !== "count");
  expect(leftKeys.sort()).toEqual(right);
  expect(leftTold.filter((pk) => pk !== "count").sort()).toEqual(right);
  expect(rightTold.sort()).toEqual(right);
  const counted = left.find(({ pk }) => pk === "count")?.n;
  expect(counted).toBe(leftTold.filter((pk) => pk === "count").length);
  expect(counted).toBeGreaterThanOrEqual(answered.length);
});
