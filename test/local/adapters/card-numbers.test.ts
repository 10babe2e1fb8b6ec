/** Serial numbers on the embedded DynamoDB: many at once, crashes at every call, issues that overtake one another. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { CardTable } from "#shared/card/card-table.ts";
import { dynamodbForThisFile } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();
const day = "2026-11-21";
const serial = (order: number) => `A2010${String(order).padStart(7, "0")}`;

type Before = (call: number) => Promise<void>;
const nothing: Before = async () => undefined;

/** Cards whose calls are counted; `before` and `after` are told of each. */
async function watched({
  name,
  before = nothing,
  after = nothing,
}: {
  name: string;
  before?: Before;
  after?: Before;
}) {
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
  const calls: string[] = [];
  db.middlewareStack.add((next, { commandName = "" }) => async (args) => {
    calls.push(commandName);
    const call = calls.length;
    await before(call);
    const answer = await next(args);
    await after(call);
    return answer;
  });
  return { cards: new CardTable(db, name), calls };
}

const series = async (name: string) => {
  const { Item } = await cloud.db.send(
    new GetCommand({ TableName: name, Key: { id: "serial#A2010" }, ConsistentRead: true }),
  );
  return Item;
};

test("fifty at once get fifty numbers without a gap, at four calls each", async () => {
  const name = await cloud.newTable("card-table");
  const { cards, calls } = await watched({ name });
  const issues = await Promise.all(
    Array.from({ length: 50 }, (_, i) => cards.issue(`emp_${i}`, "A2010", day)),
  );

  expect(issues.map((issue) => issue.serial).sort()).toEqual(
    Array.from({ length: 50 }, (_, i) => serial(i + 1)),
  );
  expect(calls.length / 50).toBe(4);
  expect(await series(name)).toEqual({ id: "serial#A2010", last: 50, schemaVersion: 1 });
});

const places = [1, 2, 3, 4].flatMap((call) => [
  { call, at: "before" as const },
  { call, at: "after" as const },
]);
test.each(places)(
  "a crash $at call $call costs no number and gives nobody two",
  async ({ call, at }) => {
    const name = await cloud.newTable("card-table");
    const die: Before = async (now) => {
      if (now === call) throw new Error("crash");
    };
    const { cards: dying } = await watched({ name, [at]: die });
    await expect(dying.issue("emp_siti", "A2010", day)).rejects.toThrow("crash");
    const { cards } = await watched({ name });

    expect((await cards.issue("emp_siti", "A2010", day)).serial).toBe(serial(1));
    expect((await cards.issue("emp_budi", "A2010", day)).serial).toBe(serial(2));
  },
);

test.each([
  ["nobody has taken the next one: it goes back", [], { last: 1 }],
  ["others went past: it stays noted with that holder", ["emp_budi"], { last: 3, emp_siti: 2 }],
] as const)(
  "a number that an overtaken issue of one holder reserved, when %s",
  async (_, others, kept) => {
    const name = await cloud.newTable("card-table");
    const { cards } = await watched({ name });
    const { cards: slow } = await watched({
      name,
      // It has seen no card; then another issue of the same holder is faster.
      before: async (call) => {
        if (call === 2) await cards.issue("emp_siti", "A2010", day);
      },
      after: async (call) => {
        if (call === 2) for (const id of others) await cards.issue(id, "A2010", day);
      },
    });

    expect((await slow.issue("emp_siti", "A2010", day)).serial).toBe(serial(1));
    expect(await series(name)).toEqual({ id: "serial#A2010", schemaVersion: 1, ...kept });
    expect((await cards.issue("emp_made", "A2010", day)).serial).toBe(serial(kept.last + 1));
  },
);
