/** The tables of records, cards, photos and inboxes on the embedded cloud, with the keys that infra/ gives them. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { BackfillTable } from "#shared/card/backfill-table.ts";
import { CardTable } from "#shared/card/card-table.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { toItem } from "#shared/employee/employee-item.ts";
import type { SearchWish } from "#shared/employee/employee-table.ts";
import { wordLines } from "#shared/employee/name-index.ts";
import { type Revision, revise } from "#shared/employee/revision.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { NotificationTable } from "#shared/notification/notification-table.ts";
import { PhotoTable } from "#shared/photo/photo-table.ts";
import { PrintTable } from "#shared/print/print-table.ts";
import { logger } from "#shared/runtime/logger.ts";
import { DeviceTable } from "#shared/session/device-table.ts";
import { createDynamodb } from "../../../local/cloud/dynamodb/dynamodb-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { anEntry, aReading, auditTableContract } from "../../support/audit-table-contract.ts";
import { backfillTableContract } from "../../support/backfill-table-contract.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { cardTableContract } from "../../support/card-table-contract.ts";
import { employeeTableContract } from "../../support/employee-table-contract.ts";
import {
  aNotification,
  notificationTableContract,
} from "../../support/notification-table-contract.ts";
import { photoTableContract } from "../../support/photo-table-contract.ts";
import { aPrint } from "../../support/print-table-contract.ts";
import { newTable } from "../../support/tables-of-the-app.ts";

let cloud: ServicesUnderTest;
let dynamodb: DynamoDBClient;
let db: DynamoDBDocumentClient;

beforeAll(async () => {
  cloud = await startServices(async (context) => [...(await createDynamodb(context)).services]);
  dynamodb = new DynamoDBClient(cloud.client);
  db = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
});

afterAll(() => cloud.stop());

async function newEmployees() {
  const audit = new AuditTable(db, await newTable(dynamodb, "audit-table"));
  const tableName = await newTable(dynamodb, "employee-table");
  return { employees: new WritableEmployeeTable(db, tableName, audit), audit, tableName };
}

describe("EmployeeTable", () =>
  employeeTableContract(async () => (await newEmployees()).employees));

describe("CardTable", () =>
  cardTableContract(async () => new CardTable(db, await newTable(dynamodb, "card-table"))));

describe("BackfillTable", () =>
  backfillTableContract(async () => {
    const name = await newTable(dynamodb, "card-table");
    return { cards: new CardTable(db, name), backfill: new BackfillTable(db, name) };
  }));

describe("PhotoTable", () =>
  photoTableContract(async () => new PhotoTable(db, await newTable(dynamodb, "photo-table"))));

describe("NotificationTable", () =>
  notificationTableContract(
    async () => new NotificationTable(db, await newTable(dynamodb, "notification-table")),
  ));

describe("AuditTable", () => {
  async function newHistory() {
    const table = new AuditTable(db, await newTable(dynamodb, "audit-table"));
    const tell = async (entry: ReturnType<typeof anEntry>) =>
      void (await db.send(new TransactWriteCommand({ TransactItems: [table.append(entry)] })));
    return { table, tell };
  }
  auditTableContract(newHistory);

  test("a revision is told of once", async () => {
    const { table, tell } = await newHistory();
    await tell(anEntry());

    await expect(tell(anEntry({ reason: "other" }))).rejects.toThrow();
    expect(await table.history({ subjectId: "emp_siti", limit: 9 })).toEqual({
      items: [anEntry()],
    });
  });
});

describe("a search", () => {
  /** Records of one agency, every hundredth ended; written with their lines as a save would. */
  async function crowd(size: number) {
    const tableName = await newTable(dynamodb, "employee-table");
    const asked: string[] = [];
    const counting = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
    counting.middlewareStack.add((next, { commandName }) => async (args) => {
      asked.push(String(commandName));
      return await next(args);
    });
    const employees = new WritableEmployeeTable(counting, tableName, new AuditTable(db, "none"));
    const items = Array.from({ length: size }, (_, i) => {
      const employee = anEmployee({
        id: `emp_${i}`,
        name: `Orang ${String(i).padStart(5, "0")} Contoh`,
        kedudukanHukum: i % 100 === 99 ? "99" : "01",
        unitKerja: i < 5 ? "Unit Kecil" : "Unit Besar",
      });
      const lines = wordLines(employee).map((line, word) => ({
        id: `name#${employee.id}#${word}`,
        ...line,
      }));
      return [toItem(employee, { cardChanged: false, holderTold: false }), ...lines];
    }).flat();
    for (let at = 0; at < items.length; at += 25) {
      const requests = items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } }));
      await db.send(new BatchWriteCommand({ RequestItems: { [tableName]: requests } }));
    }
    return async (wish: Partial<SearchWish>) => {
      asked.length = 0;
      const { instansiId } = anEmployee();
      const page = await employees.search({
        instansiId,
        words: [],
        limit: 3,
        fits: () => true,
        ...wish,
      });
      return { found: page.items.length, asked: [...asked].sort() };
    };
  }

  test.each<[string, Partial<SearchWish>, number]>([
    ["everybody", {}, 3],
    ["a rare status", { status: "ended" }, 1],
    ["a word of all names", { words: ["contoh"] }, 3],
    ["a word of one name", { words: ["00042"] }, 3],
    ["a unit", { units: ["Unit Kecil"] }, 1],
    ["a word within a unit", { units: ["Unit Kecil"], words: ["contoh"] }, 1],
  ])("for %s asks the same of ten times as many people", async (_, wish, queries) => {
    const [few, many] = [await (await crowd(100))(wish), await (await crowd(1000))(wish)];

    expect(few.asked).toEqual(["BatchGetItemCommand", ...Array(queries).fill("QueryCommand")]);
    expect(many.asked).toEqual(few.asked);
  });
});

describe("a record that cannot be read", () => {
  beforeEach(() => {
    vi.spyOn(logger, "error").mockReturnValue();
  });

  test("hides none of its neighbours in a list, a unit or a sweep; it is reported and counted", async () => {
    const { employees, tableName } = await newEmployees();
    const broken = anEmployee({
      id: "emp_broken",
      nip: aNip("199001012015031001"),
      email: "broken@contoh.example",
    });
    for (const each of [anEmployee(), broken])
      await employees.add(each, anEntry({ subjectId: each.id, revision: 1 }));
    await db.send(
      new UpdateCommand({
        TableName: tableName,
        Key: { id: broken.id },
        UpdateExpression: "REMOVE golongan",
      }),
    );
    const wish = { instansiId: broken.instansiId, words: [], limit: 9, fits: () => true };

    const { items, unreadable } = await employees.search(wish);
    expect([items.map(({ id }) => id), unreadable]).toEqual([["emp_siti"], 1]);
    expect(await Array.fromAsync(employees.inUnit(broken))).toHaveLength(1);
    const day = broken.cardChangedAt.slice(0, 10);
    expect(await Array.fromAsync(employees.cardChangesOf(day, new Date()))).toHaveLength(1);
    expect(vi.mocked(logger.error).mock.calls).toEqual(
      Array.from({ length: 3 }, () => ["record.unreadable", { employeeId: "emp_broken" }]),
    );
    await expect(employees.find(broken.id)).rejects.toThrow();
  });
});

describe("an item that cannot be read", () => {
  beforeEach(() => {
    vi.spyOn(logger, "error").mockReturnValue();
  });

  const put = (TableName: string, Item: Record<string, unknown>) =>
    db.send(new PutCommand({ TableName, Item }));
  const reported = () => vi.mocked(logger.error).mock.calls;

  test("hides no other line of a history, and is reported", async () => {
    const name = await newTable(dynamodb, "audit-table");
    const table = new AuditTable(db, name);
    const subjectId = "emp_siti";
    await put(name, { ...anEntry(), schemaVersion: 1 });
    await put(name, { ...anEntry({ revision: 3 }), schemaVersion: 99 });
    await table.noteReading(aReading());
    await put(name, {
      subjectId: "read#1",
      revision: 1,
      readOf: subjectId,
      readAt: "2026",
      at: "?",
    });

    expect((await table.history({ subjectId, limit: 9 })).items).toEqual([anEntry()]);
    expect((await table.readings({ subjectId, limit: 9 })).items).toEqual([aReading()]);
    expect(reported()).toEqual([
      ["history.unreadable", { subjectId, revision: 3 }],
      ["reading.unreadable", { subjectId, at: "?" }],
    ]);
  });

  test("hides no other item of an inbox, and is reported", async () => {
    const name = await newTable(dynamodb, "notification-table");
    const table = new NotificationTable(db, name);
    await table.add(aNotification());
    await put(name, { ...aNotification({ id: "2026-12" }), code: "card-lost" });

    expect(await table.list("emp_siti")).toEqual([aNotification()]);
    expect(reported()).toEqual([
      ["notification.unreadable", { employeeId: "emp_siti", notificationId: "2026-12" }],
    ]);
  });

  test("hides no other print of an officer, and is reported", async () => {
    const name = await newTable(dynamodb, "print-table");
    const table = new PrintTable(db, name);
    await table.add(aPrint());
    await put(name, { ...aPrint(), id: "prt_broken" });

    const { officerId, id } = aPrint();
    const listed = await table.ofOfficer(officerId, new Date("2026-11-21T03:00:00.000Z"), 9);
    expect(listed.map((print) => print.id)).toEqual([id]);
    expect(reported()).toEqual([["print.unreadable", { printId: "prt_broken" }]]);
  });

  test("stops no walk over the cards, and is reported", async () => {
    const name = await newTable(dynamodb, "card-table");
    await new CardTable(db, name).issue("emp_siti", "A2010", "2026-11-21");
    await put(name, { id: "card#siti" });

    const { cards } = await new BackfillTable(db, name).page(undefined);
    expect(cards).toEqual([{ employeeId: "emp_siti", templateVersion: undefined }]);
    expect(reported()).toEqual([["card.unreadable", { cardId: "card#siti" }]]);
  });

  test("is nobody's known device, and keeps nobody from signing in", async () => {
    const name = await newTable(dynamodb, "session-table");
    await put(name, { id: "device#d1", type: "device", expiresAt: "later" });

    expect(await new DeviceTable(db, name).find("d1", new Date())).toBeUndefined();
    expect(reported()).toEqual([["device.unreadable", { deviceId: "d1" }]]);
  });
});

describe("a save", () => {
  const siti = anEmployee({ photoId: undefined });
  const registered = anEntry({ revision: 1, action: "registered", changes: [] });
  const at = new Date("2026-11-21T03:00:00.000Z");

  function changeOf(change: Partial<Employee>): Revision {
    const next = revise(siti, change, { at, actor: { role: "system" }, action: "changed" });
    if (!next) throw new Error("nothing changed");
    return next;
  }

  test("writes record and history together, or neither", async () => {
    const { employees, audit } = await newEmployees();
    await employees.add(siti, registered);
    const other = anEmployee({
      id: "emp_budi",
      nip: aNip("199001012015031001"),
      email: "budi@contoh.example",
    });
    await employees.add(other, { ...registered, subjectId: other.id });

    await expect(employees.save(changeOf({ email: other.email }))).rejects.toThrow("email-taken");
    await employees.save(changeOf({ golongan: "III/b" }));

    const told = await audit.history({ subjectId: siti.id, limit: 9 });
    expect(told.items.map(({ changes }) => changes)).toEqual([
      [{ field: "golongan", from: "III/a", to: "III/b" }],
      [],
    ]);
  });

  test("that is refused frees and takes no e-mail", async () => {
    const { employees } = await newEmployees();
    await employees.add(siti, registered);
    await employees.save(changeOf({ jabatan: "Arsiparis" }));
    const late = changeOf({ email: "rahma@contoh.example" });
    await expect(employees.save(late)).rejects.toThrow("record-changed");

    const newcomer = anEmployee({
      id: "emp_new",
      nip: aNip("199001012015031001"),
      email: "rahma@contoh.example",
    });
    const add = (email: string) =>
      employees.add({ ...newcomer, email }, { ...registered, subjectId: newcomer.id });
    await expect(add(siti.email)).rejects.toThrow("email-taken");
    await expect(add("rahma@contoh.example")).resolves.toBeUndefined();
  });

  test.each([
    [{ golongan: "III/b" }, true, "2026-11-21"],
    [{ phone: "0812 0000 0000" }, false, "2026-01-02"],
  ])(
    "of %j tells the stream's filter and the reconciler's index",
    async (change, cardChanged, cardChangeDay) => {
      const { employees, tableName } = await newEmployees();
      await employees.add(siti, registered);
      await employees.save(changeOf(change));

      const { Item } = await db.send(
        new GetCommand({ TableName: tableName, Key: { id: siti.id } }),
      );
      expect(Item).toMatchObject({ type: "employee", cardChanged, cardChangeDay });
    },
  );

  test("of another e-mail in other letters only keeps the marker", async () => {
    const { employees } = await newEmployees();
    await employees.add(siti, registered);

    await employees.save(changeOf({ email: "Siti@Contoh.example" }));
    expect((await employees.find(siti.id))?.email).toBe("Siti@Contoh.example");
  });
});
