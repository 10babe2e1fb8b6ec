/** One stored item that cannot be read never breaks a list: each item in turn is spoiled, and every list is asked for. */
import { DescribeTableCommand, DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { logger } from "#shared/runtime/logger.ts";
import { createDynamodb } from "../../../local/cloud/dynamodb/dynamodb-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import type { Asker } from "../../functions/askers.ts";
import { subject } from "../../functions/route-requests.ts";
import {
  type RoutesUnderTest,
  routeNames,
  routesUnderTest,
} from "../../functions/routes-under-test.ts";
import { fillTables, idOf } from "./filled-tables.ts";
import { storedTables } from "./stored-tables.ts";

type Item = Readonly<Record<string, unknown>>;

let cloud: ServicesUnderTest;
let dynamodb: DynamoDBClient;
let db: DynamoDBDocumentClient;
let routes: RoutesUnderTest;
const reported: string[] = [];

beforeAll(async () => {
  cloud = await startServices(async (context) => [...(await createDynamodb(context)).services]);
  dynamodb = new DynamoDBClient(cloud.client);
  db = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
  const tables = await storedTables(dynamodb, db);
  routes = await routesUnderTest(tables);
  await fillTables(tables, db);
});
afterAll(() => cloud.stop());

beforeEach(() => {
  for (const level of ["info", "warn"] as const) vi.spyOn(logger, level).mockReturnValue();
  vi.spyOn(logger, "error").mockImplementation((...[name]) => {
    reported.push(String(name));
  });
});

/** Lists, and who asks for them. A circular is one letter, an attachment one file, by its announcement's key. */
const lists: readonly (readonly [string, Asker])[] = [
  ...routeNames()
    .filter((route) =>
      /^GET \/api\/(officer|operator|accounts|requests|me\/(?:notifications|trainings|training-places|learning))[^{]*(?<!\/(?:circular|attachment|sample|gate-keys))$/.test(
        route,
      ),
    )
    .map((route) => [route, askerOf(route)] as const),
  ["POST /api/officer/employees/search", "petugas"],
  ["GET /api/accounts/approvals", "penyetuju"],
];

function askerOf(route: string): Asker {
  if (/\/api\/(me|account|session|requests\/mine)\b/.test(route)) return "holder";
  return route.includes("/api/operator/") ? "operator" : "petugas";
}

/** What of it lists read; names of units and the tree's revision are read when units are changed. */
const listed =
  /^(account|agency|approval|bulk|employee|export|import|notification|print|unit)-table/;

/** What whoever asks signs in by, and the record that requests are about. */
const ownIds = [subject.id, ...(["holder", "petugas", "penyetuju", "operator"] as const).map(idOf)];
const isOwn = (item: Item) => ownIds.some((id) => item.id === id || item.employeeId === id);

const formOf = (item: Item) => [item.state, item.kind, ...Object.keys(item).sort()].join();

async function itemsOf(TableName: string) {
  const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }));
  const indexed = [Table, ...(Table?.GlobalSecondaryIndexes ?? [])].flatMap(
    (each) => each?.KeySchema ?? [],
  );
  const keys = new Set(indexed.map(({ AttributeName }) => AttributeName));
  const { Items = [] } = await db.send(new ScanCommand({ TableName }));
  // One of each form is enough: nobody who asks, and no line of the index of names or revision of a tree, which lists do not parse.
  const forms = new Map(
    Items.filter((item) => !isOwn(item) && !/^(name#emp_|tree$)/.test(String(item.id))).map(
      (item) => [formOf(item), item],
    ),
  );
  return [...forms.values()].map((item): { item: Item; keys: Item } => ({
    item,
    keys: Object.fromEntries(
      Object.entries(item).filter(([name]) => keys.has(name) || name === "endsAt"),
    ),
  }));
}

const spoilt: Readonly<Record<string, (item: Item, keys: Item) => Item>> = {
  "of code that is newer": (item) => ({ ...item, schemaVersion: 99 }),
  "nothing but keys": (_, keys) => ({ ...keys, schemaVersion: 1 }),
  "an approval whose facts are none": (item) => ("new" in item ? { ...item, new: "?" } : item),
};

test.each(Object.entries(spoilt))(
  "%s: every list is told all the same, and the item is reported",
  async (_, spoil) => {
    const { TableNames = [] } = await dynamodb.send(new ListTablesCommand({}));
    const broken: string[] = [];
    const silent: string[] = [];
    for (const TableName of TableNames.filter((name) => listed.test(name)))
      for (const { item, keys } of await itemsOf(TableName)) {
        const spoiled = spoil(item, keys);
        if (spoiled === item) continue;
        await db.send(new PutCommand({ TableName, Item: spoiled }));
        reported.length = 0;
        const answers = await Promise.all(
          lists.map(async ([route, asker]) => ({ route, ...(await routes.ask(asker, route)) })),
        );
        await db.send(new PutCommand({ TableName, Item: item }));
        const place = `${TableName} ${JSON.stringify(keys)}`;
        const failed = answers.filter(({ status }) => status !== 200);
        broken.push(...failed.map(({ route, status }) => `${place}: ${route} ${status}`));
        if (!reported.some((name) => name.endsWith(".unreadable"))) silent.push(place);
      }

    expect(broken).toEqual([]);
    expect(silent).toEqual([]);
  },
  120_000,
);
