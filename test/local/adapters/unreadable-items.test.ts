/** Items that cannot be read: the others are still found. */
import { PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { BackfillTable } from "#shared/card/backfill-table.ts";
import { CardTable } from "#shared/card/card-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { NotificationTable } from "#shared/notification/notification-table.ts";
import { PrintTable } from "#shared/print/print-table.ts";
import { logger } from "#shared/runtime/logger.ts";
import { DeviceTable } from "#shared/session/device-table.ts";
import { anEntry, aReading } from "../../support/audit-table-contract.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { aNotification } from "../../support/notification-table-contract.ts";
import { aPrint } from "../../support/print-table-contract.ts";
import { dynamodbForThisFile, newEmployees } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();

describe("a record that cannot be read", () => {
  beforeEach(() => {
    vi.spyOn(logger, "error").mockReturnValue();
  });

  test("hides none of its neighbours in a list or a unit; it is reported and counted", async () => {
    const { employees, tableName } = await newEmployees(cloud);
    const broken = anEmployee({
      id: "emp_broken",
      nip: aNip("199001012015031001"),
      email: "broken@contoh.example",
    });
    for (const each of [anEmployee(), broken])
      await employees.add(each, anEntry({ subjectId: each.id, revision: 1 }));
    await cloud.db.send(
      new UpdateCommand({
        TableName: tableName,
        Key: { id: broken.id },
        UpdateExpression: "REMOVE jabatan",
      }),
    );
    const query = { instansiId: broken.instansiId, words: [], limit: 9, fits: () => true };

    const { items, unreadable } = await employees.search(query);
    expect([items.map(({ id }) => id), unreadable]).toEqual([["emp_siti"], 1]);
    expect(await Array.fromAsync(employees.inUnit(broken))).toHaveLength(1);
    expect(vi.mocked(logger.error).mock.calls).toEqual(
      Array.from({ length: 2 }, () => ["record.unreadable", { employeeId: "emp_broken" }]),
    );
    await expect(employees.find(broken.id)).rejects.toThrow();
  });
});

describe("an item that cannot be read", () => {
  beforeEach(() => {
    vi.spyOn(logger, "error").mockReturnValue();
  });

  const put = (TableName: string, Item: Record<string, unknown>) =>
    cloud.db.send(new PutCommand({ TableName, Item }));
  const reported = () => vi.mocked(logger.error).mock.calls;

  test("hides no other open change, and is reported", async () => {
    const name = await cloud.newTable("open-change-table");
    const shard = { dueShard: "0", dueAt: "2026-11-21T03:00:00.000Z" };
    const change = { revision: 1, since: "2026-11-21T02:58:00.000Z" };
    await put(name, { id: "emp_siti", ...change, ...shard });
    await put(name, { id: "emp_broken", ...shard });

    const due = await new OpenChangeTable(cloud.db, name).due(new Date(), 9);
    expect(due.map(({ id }) => id)).toEqual(["emp_siti"]);
    expect(reported()).toEqual([["open-change.unreadable", { employeeId: "emp_broken" }]]);
  });

  test("hides no other line of a history, and is reported", async () => {
    const name = await cloud.newTable("audit-table");
    const table = new AuditTable(cloud.db, name);
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
    const name = await cloud.newTable("notification-table");
    const table = new NotificationTable(cloud.db, name);
    await table.add(aNotification());
    await put(name, { ...aNotification({ id: "2026-12" }), code: "card-lost" });

    expect(await table.list("emp_siti")).toEqual([aNotification()]);
    expect(reported()).toEqual([
      ["notification.unreadable", { employeeId: "emp_siti", notificationId: "2026-12" }],
    ]);
  });

  test("hides no other print of an officer, and is reported", async () => {
    const name = await cloud.newTable("print-table");
    const table = new PrintTable(cloud.db, name);
    await table.add(aPrint());
    await put(name, { ...aPrint(), id: "prt_broken" });

    const { officerId, id } = aPrint();
    const listed = await table.ofOfficer(officerId, new Date("2026-11-21T03:00:00.000Z"), 9);
    expect(listed.map((print) => print.id)).toEqual([id]);
    expect(reported()).toEqual([["print.unreadable", { printId: "prt_broken" }]]);
  });

  test("stops no walk over the cards, and is reported", async () => {
    const name = await cloud.newTable("card-table");
    await new CardTable(cloud.db, name).issue("emp_siti", "A2010", "2026-11-21");
    await put(name, { id: "card#siti" });

    const { cards } = await new BackfillTable(cloud.db, name).page(undefined);
    expect(cards).toEqual([{ employeeId: "emp_siti", templateVersion: undefined }]);
    expect(reported()).toEqual([["card.unreadable", { cardId: "card#siti" }]]);
  });

  test("is nobody's known device, and keeps nobody from signing in", async () => {
    const name = await cloud.newTable("session-table");
    await put(name, { id: "device#d1", type: "device", expiresAt: "later" });

    expect(await new DeviceTable(cloud.db, name).find("d1", new Date())).toBeUndefined();
    expect(reported()).toEqual([["device.unreadable", { deviceId: "d1" }]]);
  });
});
