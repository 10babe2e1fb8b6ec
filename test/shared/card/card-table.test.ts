import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, test } from "vitest";
import { shapes } from "#shared/card/card-content.ts";
import { cardFiles, fileName } from "#shared/card/card-file.ts";
import { CardTable } from "#shared/card/card-table.ts";
import { cancelled, conditionFailed, outages } from "../../support/aws-failures.ts";
import { cardTableContract } from "../../support/card-table-contract.ts";
import { CardsInMemory } from "../../support/cards-in-memory.ts";

const db = DynamoDBDocumentClient.from(new DynamoDBClient());
const dynamodb = mockClient(db);
const cards = new CardTable(db, "cards");
const issue = () => cards.issue("emp_siti", "A2010", "2026-11-21");
const pointer = {
  revision: 2,
  contentHash: "c2",
  templateVersion: "t1",
  backs: "backs/t1/b",
  files: ["front-portrait.webp"],
  checkCode: "7K2Q9MXB",
  shortened: [],
};
const point = () => cards.point("emp_siti", pointer);
const token = {
  employeeId: "emp_siti",
  contentHash: "c2",
  serial: "A20100000001",
  issuedOn: "2026-11-21",
} as const;

beforeEach(() => {
  dynamodb.reset();
  dynamodb.on(GetCommand).resolves({});
});

describe("cards in memory", () => cardTableContract(async () => new CardsInMemory()));

test("a holder whose number was reserved before a crash gets that one", async () => {
  dynamodb.on(UpdateCommand).rejectsOnce(conditionFailed()).resolves({});
  dynamodb.on(GetCommand, { Key: { id: "serial#A2010" } }).resolves({
    Item: { id: "serial#A2010", last: 9, emp_siti: 7 },
  });

  expect((await issue()).serial).toBe("A20100000007");
});

test.each<readonly [string, Error]>([
  ["a throttled transaction", cancelled("ThrottlingError", "None")],
  ["a transaction cancelled without a reason", cancelled()],
  ...outages,
])("%s is not tried without end", async (_, failure) => {
  dynamodb.on(UpdateCommand).rejects(failure);

  await expect(issue()).rejects.toBe(failure);
  expect(dynamodb.commandCalls(UpdateCommand)).toHaveLength(1);
});

test("a card of version 1 has all its files, with backs of its own", async () => {
  const { backs: _, files: __, ...first } = pointer;
  const item = { id: "card#emp_siti", serial: token.serial, issuedOn: token.issuedOn, ...first };
  dynamodb.on(GetCommand).resolves({ Item: item });
  const card = await cards.find("emp_siti");

  expect(card?.files).toHaveLength(12);
  expect(card?.backs).toBe("cards/emp_siti/c2/t1");
  dynamodb.on(GetCommand).resolves({ Item: { ...item, ...pointer, schemaVersion: 1 } });
  expect(await cards.find("emp_siti")).toMatchObject({ backs: "backs/t1/b", files: pointer.files });
  dynamodb.on(GetCommand).resolves({ Item: { id: item.id, serial: "A", issuedOn: "B" } });
  expect(await cards.find("emp_siti")).toEqual({ serial: "A", issuedOn: "B" });
});

test("a pointer that is newer is no failure", async () => {
  dynamodb.on(UpdateCommand).rejects(conditionFailed());

  expect(await point()).toBe(false);
});

test.each(outages)("%s is passed on", async (_, outage) => {
  dynamodb.on(GetCommand).rejects(outage);
  dynamodb.on(UpdateCommand).rejects(outage);
  dynamodb.on(PutCommand).rejects(outage);

  await expect(cards.find("emp_siti")).rejects.toBe(outage);
  await expect(cards.findToken("ab12")).rejects.toBe(outage);
  await expect(cards.addToken("ab12", token)).rejects.toBe(outage);
  await expect(issue()).rejects.toBe(outage);
  await expect(point()).rejects.toBe(outage);
  await expect(cards.noteFile("emp_siti", pointer, "a4.pdf")).rejects.toBe(outage);
  await expect(cards.noteView("emp_siti", "portrait")).rejects.toBe(outage);
});

test("an item of another shape is not taken for a card or a token", async () => {
  dynamodb.on(GetCommand).resolves({ Item: { id: "token#ab12", employeeId: "nip#1" } });

  await expect(cards.findToken("ab12")).rejects.toThrow();
  await expect(cards.find("emp_siti")).rejects.toThrow();
});

test("cards are read as they are now", async () => {
  await cards.find("emp_siti");

  expect(dynamodb.commandCalls(GetCommand)[0]?.args[0].input).toMatchObject({
    ConsistentRead: true,
  });
});

test("a pointer that says all it can say is one unit to write, of a kilobyte", async () => {
  const { id, ...full } = {
    id: `card#emp_${"x".repeat(26)}`,
    ...{ schemaVersion: 2, serial: token.serial, issuedOn: token.issuedOn, viewed: "landscape" },
    ...{ contentHash: "0".repeat(64), templateVersion: "t12-594804d3", revision: 1000 },
    ...{ backs: `backs/t12-594804d3/${"0".repeat(32)}`, files: cardFiles.map(fileName) },
    shortened: shapes.map((shape) => ({ shape, field: "unitKerja" })),
    ...{ checkCode: "7K2Q9MXB", sealedToken: "s".repeat(72) },
    ...{ signature: "0a1b2c3d4e5f", signedBy: "0a1b", signedUntil: "2028-11-21" },
  };
  dynamodb.on(GetCommand).resolves({ Item: { id, ...full } });
  expect(await cards.find("emp_siti")).toEqual({ ...full, schemaVersion: undefined });

  // As JSON it is somewhat longer than DynamoDB counts it.
  expect(JSON.stringify({ id, ...full }).length).toBeLessThan(1024);
});
