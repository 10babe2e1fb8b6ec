/** The reads of tables per request, counted at the client of the real adapters on the embedded DynamoDB. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { AccountTable } from "#shared/account/account-table.ts";
import { digestsOf } from "#shared/photo/photo-digest.ts";
import type { PhotoTable } from "#shared/photo/photo-table.ts";
import { writeTogether } from "#shared/runtime/conditional-write.ts";
import { createDynamodb } from "../../../local/cloud/dynamodb/dynamodb-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import type { Asker } from "../../functions/askers.ts";
import { subject } from "../../functions/route-requests.ts";
import {
  type RoutesUnderTest,
  routeNames,
  routesUnderTest,
} from "../../functions/routes-under-test.ts";
import { pictures } from "../../support/photo-bucket-contract.ts";
import { expectedReads } from "./expected-reads.ts";
import { storedTables } from "./stored-tables.ts";

let cloud: ServicesUnderTest;
let dynamodb: DynamoDBClient;
let db: DynamoDBDocumentClient;
let routes: RoutesUnderTest;
let photos: PhotoTable;
let accounts: AccountTable;
let reads: string[] = [];

beforeAll(async () => {
  cloud = await startServices(async (context) => [...(await createDynamodb(context)).services]);
  dynamodb = new DynamoDBClient(cloud.client);
  db = DynamoDBDocumentClient.from(dynamodb, {
    marshallOptions: { removeUndefinedValues: true },
  });
  db.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        if (/Get|Query|Scan/.test(commandName)) reads.push(commandName);
        return await next(args);
      },
    { step: "initialize" },
  );
});

/** Every test has its own tables, because changes of another one (a status, a history) would change the costs. */
beforeEach(async () => {
  const tables = await storedTables(dynamodb, db);
  photos = tables.photos;
  accounts = tables.accountRecords;
  routes = await routesUnderTest(tables);
});

afterAll(() => cloud.stop());

test.each(routeNames().toSorted())("%s reads what it must, and no more", async (route) => {
  const askedOf = await routes.ask(askerOf(route), route, {}, () => {
    reads = [];
  });

  // A photo or print that is not there costs as many reads as one that is; so does an account that is not as it was thought.
  expect([200, 201, 202, 204, 404, 409, 422]).toContain(askedOf.status);
  expect(reads).toHaveLength(expectedReads[route] ?? 0);
});

test("what everybody asks for costs at most three reads", () => {
  // A training's page is opened by who thinks of it, and tells what else its days have.
  const ofSome = ["GET /api/me/trainings/{id}"];
  const forAll = routeNames().filter(
    (route) => /^GET \/api\/(session|account|me)\b/.test(route) && !ofSome.includes(route),
  );

  expect(forAll.length).toBeGreaterThan(8);
  for (const route of forAll) expect(expectedReads[route], route).toBeLessThanOrEqual(3);
});

/** The one list of the unit is asked instead of twelve by status and kind, and the unit's name is known without a read. */
const expectedOfOneUnit: Readonly<Record<string, number>> = {
  ...expectedReads,
  "POST /api/officer/employees/search": 5,
  "GET /api/officer/units": 3,
  // The unit's people stand for the lists of records and the board.
  "GET /api/officer/home": 8,
};

/** Imports, the tree, a count and the agency are of a whole agency: an officer of one unit is refused (access.test.ts). */
const ofWholeAgency = /\/(unit-(tree|changes)|imports|agency|quality\/passes)/;
const ofUnits = routeNames().filter(
  (route) => route.includes("/api/officer/") && !ofWholeAgency.test(route),
);

test.each(ofUnits)("%s costs a petugas of one unit no more", async (route) => {
  const askedOf = await routes.ask("petugas of this unit", route, {}, () => {
    reads = [];
  });

  // 409: reminders were begun above, and run.
  expect([200, 201, 202, 204, 404, 409]).toContain(askedOf.status);
  expect(reads).toHaveLength(expectedOfOneUnit[route] ?? 0);
});

test.each(["GET /api/officer/employees/{id}", "GET /api/officer/employees/{id}/history"])(
  "%s reads once more when officers stand in the history: their names, in one batch",
  async (route) => {
    await routes.ask("petugas", "PATCH /api/officer/employees/{id}");
    await routes.ask("petugas of this unit", "POST /api/officer/employees/{id}/qr");
    const { status } = await routes.ask("petugas", route, {}, () => {
      reads = [];
    });

    expect(status).toBe(200);
    expect(reads).toHaveLength((expectedReads[route] ?? 0) + 1);
  },
);

test("GET /api/officer/accounts reads once more for the people in the list: their records, in one batch", async () => {
  const route = "GET /api/officer/accounts";
  await writeTogether(db, [accounts.adding(subject, new Date("2026-11-20T03:00:00.000Z"))]);
  const { status, body } = await routes.ask("petugas", route, {}, () => {
    reads = [];
  });

  expect(status).toBe(200);
  expect(body.items).toMatchObject([{ id: subject.id, since: "2026-11-20T03:00:00.000Z" }]);
  expect(reads).toHaveLength((expectedReads[route] ?? 0) + 1);
});

test("confirming a photo reads session, record, upload, and once whether the photo before is asked to be revoked", async () => {
  const upload = {
    id: "pho_1",
    employeeId: "emp_0",
    requestedAt: "2026-11-21T02:59:00.000Z",
  } as const;
  await photos.expect(upload);
  await photos.decide(upload, { accepted: true, rules: [] }, digestsOf(pictures));
  await routes.photoBucket.putCandidate(
    { employeeId: "emp_0", photoId: "pho_1", ...digestsOf(pictures) },
    pictures,
  );
  const confirm = "POST /api/me/photos/{photoId}/confirm";
  const { status } = await routes.ask("holder", confirm, {}, () => {
    reads = [];
  });

  expect(status).toBe(204);
  expect(reads).toEqual(["GetItemCommand", "GetItemCommand", "GetItemCommand", "GetItemCommand"]);
});

function askerOf(route: string): Asker {
  if (route.includes("/api/me/")) return "holder";
  if (/accounts\/approvals\/.*\/(approve|refuse)$/.test(route)) return "penyetuju";
  return route.includes("/api/operator/") ? "operator" : "petugas";
}
