/**
 * What decides about somebody is read as it is now: an eventually consistent read may miss what was just written («Read
 * consistency», DynamoDB Developer Guide). The embedded cloud is always consistent, so no other test notices.
 */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { BatchGetCommand, DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { expect, test } from "vitest";
import { RoleTable } from "#shared/access/role-table.ts";
import { AccountTable } from "#shared/account/account-table.ts";
import { LockoutTable } from "#shared/account/lockout-table.ts";
import { BackfillTable } from "#shared/card/backfill-table.ts";
import { CardTable } from "#shared/card/card-table.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { PhotoTable } from "#shared/photo/photo-table.ts";
import { PrintTable } from "#shared/print/print-table.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { AuthChallengeTable } from "#shared/session/auth-challenge-table.ts";
import { SessionTable } from "#shared/session/session-table.ts";
import { aNip } from "../support/builders.ts";

const db = DynamoDBDocumentClient.from(new DynamoDBClient());
const dynamodb = mockClient(db);
const now = new Date("2026-11-21T03:00:00.000Z");
const window = { name: "a-window", windowSeconds: 60 };

test.each([
  ["a person's roles", () => new RoleTable(db, "t").find("emp_siti"), { grants: [] }],
  ["an account", () => new AccountTable(db, "t").find("emp_siti"), undefined],
  ["an account without secrets", () => new AccountTable(db, "t").summary("emp_siti"), undefined],
  ["failed logins in a row", () => new LockoutTable(db, "t").find(aNip()), undefined],
  ["attempts in a window", () => new RateLimitTable(db, "t").read(window, "who", now), 0],
  ["a session", () => new SessionTable(db, "t").find("ses"), undefined],
  ["an account's state", () => new SessionTable(db, "t").findAccount("acc"), { id: "acc" }],
  ["an auth challenge", () => new AuthChallengeTable(db, "t").find("chl"), undefined],
  ["a record", () => new EmployeeTable(db, "t").find("emp_siti"), undefined],
  ["whose a NIP is", () => new MarkerTable(db, "t").idOf(aNip()), undefined],
  ["an upload", () => new PhotoTable(db, "t").find("pho_1"), undefined],
  ["a card", () => new CardTable(db, "t").find("emp_siti"), undefined],
  ["a card's token", () => new CardTable(db, "t").findToken("ab12"), undefined],
  ["a print", () => new PrintTable(db, "t").find("prt_1"), undefined],
  ["how far a backfill is", () => new BackfillTable(db, "t").find(), undefined],
])("%s: read as it is now, and nothing when there is none", async (_, read, nothing) => {
  dynamodb.reset();
  dynamodb.on(GetCommand).resolves({});

  const found = await read();

  if (typeof nothing === "object") expect(found).toMatchObject(nothing);
  else expect(found).toBe(nothing);
  const inputs = dynamodb.commandCalls(GetCommand).map(({ args }) => args[0].input);
  expect(inputs).toEqual([expect.objectContaining({ TableName: "t", ConsistentRead: true })]);
});

test("many records are read as they are now", async () => {
  dynamodb.reset();
  dynamodb.on(BatchGetCommand).resolves({ Responses: { t: [] } });

  expect((await new EmployeeTable(db, "t").findAll(["emp_siti"])).size).toBe(0);
  expect(dynamodb.commandCalls(BatchGetCommand)[0]?.args[0].input.RequestItems).toEqual({
    t: { Keys: [{ id: "emp_siti" }], ConsistentRead: true },
  });
});
