/** Signatures, places and numbers on the embedded DynamoDB. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, test, vi } from "vitest";
import { BackfillTable } from "#shared/card/backfill-table.ts";
import { RevokedKeysTable } from "#shared/card/revoked-keys-table.ts";
import { SignatureTable } from "#shared/card/signature-table.ts";
import { StatusPlaceTable } from "#shared/card/status-place-table.ts";
import { logger } from "#shared/runtime/logger.ts";
import { placesOfPart } from "#shared/signed-qr/status-list.ts";
import { revokedKeysContract } from "../../support/revoked-keys-contract.ts";
import { signatureTableContract } from "../../support/signature-table-contract.ts";
import { dynamodbForThisFile } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();
const of = { employeeId: "emp_siti", contentHash: "c3" } as const;

describe("SignatureTable", () =>
  signatureTableContract(
    async () => new SignatureTable(cloud.db, await cloud.newTable("card-table")),
  ));

describe("RevokedKeysTable", () =>
  revokedKeysContract(
    async () => new RevokedKeysTable(cloud.db, await cloud.newTable("card-table")),
  ));

/** A client, and the commands that it was given. */
function recorded() {
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
  const calls: string[] = [];
  db.middlewareStack.add((next, { commandName = "" }) => async (args) => {
    calls.push(commandName);
    return await next(args);
  });
  return { db, calls };
}

test("two kinds of walks know nothing of each other's place", async () => {
  const name = await cloud.newTable("card-table");
  const [looks, keys] = [
    new BackfillTable(cloud.db, name),
    new BackfillTable(cloud.db, name, "backfill-signatures"),
  ];
  const at = "2026-11-21T03:00:00.000Z";
  const counts = { seen: 0, asked: 0, step: 1, startedAt: at, updatedAt: at };
  await looks.save({ goal: "t1", state: "running", ...counts });
  expect(await keys.find()).toBeUndefined();
  expect(await keys.save({ goal: "signed", state: "running", ...counts })).toBe(true);

  expect([(await looks.find())?.goal, (await keys.find())?.goal]).toEqual(["t1", "signed"]);
});

test("a place says whose card it stands for, and lies anywhere in the first part", async () => {
  const name = await cloud.newTable("card-table");
  const places = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      new SignatureTable(cloud.db, name).takePlace({ ...of, contentHash: `c${i}` }),
    ),
  );

  expect(Math.max(...places)).toBeLessThan(placesOfPart);
  expect(Math.max(...places)).toBeGreaterThan(placesOfPart / 4);
  const { Item } = await cloud.db.send(
    new GetCommand({ TableName: name, Key: { id: `place#${places[0]}` } }),
  );
  expect(Item).toMatchObject({ ...of, contentHash: "c0" });
});

test("a place that another card has is passed over, also by cards that begin at the same one", async () => {
  const name = await cloud.newTable("card-table");
  const { db, calls } = recorded();
  const table = new SignatureTable(db, name);
  const first = await table.takePlace(of);
  const Item = { id: `place#${first}`, schemaVersion: 1, ...of, contentHash: "another" };
  await cloud.db.send(new PutCommand({ TableName: name, Item }));
  calls.length = 0;
  const second = await table.takePlace(of);

  expect(second).not.toBe(first);
  // It was looked at: a write that fails costs ten times as much.
  expect(calls.filter((each) => each.startsWith("Put"))).toHaveLength(1);
  expect(await table.takePlace(of)).toBe(second);
});

test("when three quarters of a part were asked for the next one begins", async () => {
  const name = await cloud.newTable("card-table");
  const asked = async (count: number) => {
    const Item = { id: "places", schemaVersion: 1, asked: count };
    await cloud.db.send(new PutCommand({ TableName: name, Item }));
    const place = await new SignatureTable(cloud.db, name).takePlace(of);
    return Math.floor(place / placesOfPart);
  };

  expect(await asked(placesOfPart * 0.75 - 32)).toBe(0);
  expect(await asked(placesOfPart * 0.75)).toBe(1);
  expect(await asked(placesOfPart * 0.75 * 80)).toBe(80);
});

test("many places of one process count once, and another number of a known agency asks nobody", async () => {
  const { db, calls } = recorded();
  const table = new SignatureTable(db, await cloud.newTable("card-table"));
  for (let i = 0; i < 32; i++) await table.takePlace(of);
  expect(
    calls.filter((each) => each === "UpdateItemCommand" || each === "UpdateCommand"),
  ).toHaveLength(1);

  await table.numberOf("ins_a");
  calls.length = 0;
  expect(await table.numberOf("ins_a")).toBe(0);
  expect(calls).toEqual([]);
});

test("places are read part by part, each with its card", async () => {
  const name = await cloud.newTable("card-table");
  const signatures = new SignatureTable(cloud.db, name);
  const places = new StatusPlaceTable(cloud.db, name);
  expect(await places.parts()).toBe(0);
  const taken = await Promise.all(
    ["c1", "c2", "c3"].map(async (contentHash) => {
      const card = { employeeId: "emp_siti", contentHash } as const;
      return { card, place: await signatures.takePlace(card) };
    }),
  );

  const found = (await Array.fromAsync(places.placesIn(0))).flat();
  expect(found.toSorted((a, b) => a.place - b.place)).toEqual(
    taken.toSorted((a, b) => a.place - b.place),
  );
  expect(await Array.fromAsync(places.placesIn(1))).toEqual([[]]);
  expect(await places.parts()).toBe(1);
});

test("a place that cannot be read stays a place, and is told; an item that is none stops the part", async () => {
  const TableName = await cloud.newTable("card-table");
  const places = new StatusPlaceTable(cloud.db, TableName);
  const told = vi.spyOn(logger, "error").mockReturnValue();
  await cloud.db.send(
    new PutCommand({ TableName, Item: { id: "place#70000", part: "1", employeeId: "emp_siti" } }),
  );
  expect(await Array.fromAsync(places.placesIn(1))).toEqual([[{ place: 70_000, card: undefined }]]);
  expect(told.mock.calls).toEqual([["status-place.unreadable", { id: "place#70000" }]]);
  told.mockRestore();

  await cloud.db.send(new PutCommand({ TableName, Item: { id: "place#x", part: "2" } }));
  await expect(Array.fromAsync(places.placesIn(2))).rejects.toThrow("is no place");
});
