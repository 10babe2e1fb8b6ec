/** A record is saved: with its history, its markers, and what the stream asks of it. */
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, test } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { toItem } from "#shared/employee/employee-item.ts";
import { type Revision, revise } from "#shared/employee/revision.ts";
import { anEntry } from "../../support/audit-table-contract.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { dynamodbForThisFile, newEmployees } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();

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
    const { employees, audit } = await newEmployees(cloud);
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
    const { employees } = await newEmployees(cloud);
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
    [{ golongan: "III/b" }, true],
    [{ phone: "0812 0000 0000" }, false],
  ])("of %j tells the stream's filter", async (change, cardChanged) => {
    const { employees, tableName } = await newEmployees(cloud);
    await employees.add(siti, registered);
    await employees.save(changeOf(change));

    const { Item } = await cloud.db.send(
      new GetCommand({ TableName: tableName, Key: { id: siti.id } }),
    );
    expect(Item).toMatchObject({ type: "employee", cardChanged });
  });

  test("of a shorter name empties the line of the word that went; DynamoDB deletes it by its time", async () => {
    const { employees, tableName } = await newEmployees(cloud);
    const long = {
      ...siti,
      name: "Siti Rahma Lestari",
      gelarDepan: undefined,
      gelarBelakang: undefined,
    };
    await employees.add(long, registered);
    // Not over yet: an item whose time is over may be deleted before it is looked at.
    const later = new Date("2099-01-01T00:00:00Z");
    const how = { at: later, actor: { role: "system" }, action: "changed" } as const;
    const shorter = revise(long, { name: "Siti Rahma" }, how);
    if (shorter) await employees.save(shorter);

    const line = await cloud.db.send(
      new GetCommand({ TableName: tableName, Key: { id: `name#${siti.id}#2` } }),
    );
    expect(line.Item).toEqual({
      id: `name#${siti.id}#2`,
      type: "name",
      expiresAt: later.getTime() / 1000,
    });
  });

  test("a record from before the markers had a table of their own is found by NIP once it is listed anew, however often", async () => {
    const { employees, tableName } = await newEmployees(cloud);
    for (const item of [
      toItem(siti, { cardChanged: false, holderTold: false }),
      { id: `nip#${siti.nip}`, type: "marker", employeeId: siti.id },
    ])
      await cloud.db.send(new PutCommand({ TableName: tableName, Item: item }));
    expect(await employees.idOf(siti.nip)).toBeUndefined();

    await employees.list(siti);
    await employees.list(siti);

    expect(await employees.findByNip(siti.nip)).toEqual(siti);
    const twin = anEmployee({ id: "emp_twin", nip: aNip("199001012015031001"), email: siti.email });
    await expect(employees.add(twin, { ...registered, subjectId: twin.id })).rejects.toThrow(
      "email-taken",
    );
    await expect(employees.list({ ...siti, id: "emp_twin" })).rejects.toThrow("-taken");
  });

  test("of a pause of the QR is told to the holder, and draws no card", async () => {
    const { employees, tableName } = await newEmployees(cloud);
    await employees.add(siti, registered);

    await employees.save(changeOf({ qrPausedAt: "2026-11-21T03:00:00.000Z" }));
    const { Item } = await cloud.db.send(
      new GetCommand({ TableName: tableName, Key: { id: siti.id } }),
    );
    expect(Item).toMatchObject({ cardChanged: false, holderTold: true });
  });

  test("of another e-mail in other letters only keeps the marker", async () => {
    const { employees } = await newEmployees(cloud);
    await employees.add(siti, registered);

    await employees.save(changeOf({ email: "Siti@Contoh.example" }));
    expect((await employees.find(siti.id))?.email).toBe("Siti@Contoh.example");
  });
});
