/** `kartu peran` as an operator runs it: a process of its own against tables of the embedded cloud. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rolesSubject } from "#shared/access/grant-role.ts";
import { WritableRoleTable } from "#shared/access/writable-role-table.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { createDynamodb } from "../../../local/cloud/dynamodb/dynamodb-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { kartu } from "../../support/kartu-process.ts";
import { roleTableContract } from "../../support/role-table-contract.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { newTable } from "../../support/tables-of-the-app.ts";

const siti = anEmployee();
const oka = anEmployee({
  id: "emp_oka",
  nip: aNip("197205052009031906"),
  name: "Oka Operatorawan",
  email: "oka@contoh.example",
});

const made = anEmployee({
  id: "emp_made",
  nip: aNip("198502022010011002"),
  name: "Made Operatorawan",
  email: "made@contoh.example",
});

const wulan = anEmployee({
  id: "emp_wulan",
  nip: aNip("199001022015032005"),
  name: "Wulan Pegawaiwati",
  email: "wulan@contoh.example",
});

let cloud: ServicesUnderTest;
let dynamodb: DynamoDBClient;
let db: DynamoDBDocumentClient;
let outputs: string;
let roles: WritableRoleTable;
let history: AuditTable;

beforeAll(async () => {
  cloud = await startServices(async (context) => [...(await createDynamodb(context)).services]);
  dynamodb = new DynamoDBClient(cloud.client);
  db = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
  const names = {
    EmployeeTable: await newTable(dynamodb, "employee-table"),
    MarkerTable: await newTable(dynamodb, "marker-table"),
    RoleTable: await newTable(dynamodb, "role-table"),
    AuditTable: await newTable(dynamodb, "audit-table"),
  };
  history = new AuditTable(db, names.AuditTable);
  roles = new WritableRoleTable(db, names.RoleTable, history);
  const employees = new WritableEmployeeTable(db, names.EmployeeTable, {
    audit: history,
    changes: new OpenChangeTable(db, await newTable(dynamodb, "open-change-table")),
    markers: new MarkerTable(db, names.MarkerTable),
  });
  for (const person of [siti, oka, made, wulan])
    await employees.add(person, {
      subjectId: person.id,
      revision: 1,
      at: person.updatedAt,
      actor: { role: "import" },
      action: "registered",
      changes: [],
    });
  for (const { id, updatedAt: at } of [oka, made])
    await roles.save({ id, revision: 1, grants: [aGrant("operator")] }, begun(id, at));
  outputs = join(cloud.directory, "cdk-outputs.json");
  writeFileSync(outputs, JSON.stringify({ "Kartu-Data": names }));
});

afterAll(() => cloud.stop());

const begun = (id: Employee["id"], at: string): AuditEntry => ({
  ...{ subjectId: rolesSubject(id), revision: 1, at, action: "role-granted", changes: [] },
  actor: { role: "import" },
});

describe("WritableRoleTable", () =>
  roleTableContract(
    async () => new WritableRoleTable(db, await newTable(dynamodb, "role-table"), history),
  ));

const peran = async (...args: string[]) =>
  (await kartu(["peran", ...args, "--outputs", outputs], { cloud })).printed;

const decided = ["--oleh", oka.nip, "--alasan", "SK 7/2026"];

test("a role is given, shown and taken back, each time with who said so and why", async () => {
  const given = await peran("beri", siti.nip, "petugas", "--sampai", "2027-12-31", ...decided);
  expect(given).toContain("petugas untuk ins_contoh sampai 2027-12-31, oleh emp_oka");
  expect((await roles.find(siti.id)).grants).toMatchObject([
    { role: "petugas", instansiId: "ins_contoh", grantedBy: oka.id, until: "2027-12-31" },
  ]);

  expect(await peran("cabut", siti.nip, "petugas", ...decided)).toContain("tidak ada peran");
  expect((await roles.find(siti.id)).grants).toEqual([]);
  expect(await peran("cabut", siti.nip, "petugas", ...decided)).toContain(
    "Tidak ada peran seperti itu",
  );

  const shown = await peran("lihat", siti.nip);
  expect(shown).toMatch(
    /role-revoked petugas, ins_contoh, 2027-12-31 oleh emp_oka: SK 7\/2026[\s\S]*role-granted/,
  );
  expect(shown).not.toContain(siti.nip);
  const { items } = await history.history({ subjectId: rolesSubject(siti.id), limit: 10 });
  expect(items.map(({ action, actor, reason }) => [action, actor, reason])).toEqual([
    ["role-revoked", { role: "operator", id: oka.id }, "SK 7/2026"],
    ["role-granted", { role: "operator", id: oka.id }, "SK 7/2026"],
  ]);
});

test("a role for a unit is given beside that for the agency, shown, and taken back alone", async () => {
  const unit = ["--unit", siti.unitKerja];
  // Nobody gives a role to oneself.
  const byMade = ["--oleh", made.nip, "--alasan", "SK 7/2026"];
  await peran("beri", oka.nip, "auditor", ...byMade);
  const given = await peran("beri", oka.nip, "auditor", ...unit, ...byMade);
  expect(given).toContain(`auditor untuk ins_contoh, oleh ${made.id}`);
  expect(given).toContain(`auditor untuk ins_contoh, hanya unit «Bagian Umum», oleh ${made.id}`);
  expect(given).toContain(`role-granted auditor, ins_contoh, unit «Bagian Umum» oleh ${made.id}`);

  const left = await peran("cabut", oka.nip, "auditor", ...unit, ...byMade);
  expect(left).not.toContain("hanya unit");
  const { grants } = await roles.find(oka.id);
  expect(grants).toMatchObject([{ role: "operator" }, { role: "auditor" }]);
  expect(grants[1]).not.toHaveProperty("unitKerja");
  expect(await peran("lihat", oka.nip, ...unit)).toContain("lihat tidak memakai peran atau unit");
});

test.each([
  [[siti.nip, "petugas", "--unit", "Bagian", ...decided], "namanya persis begitu"],
  [[siti.nip, "petugas", "--unit", "", ...decided], "namanya persis begitu"],
  [[siti.nip, "operator", "--unit", siti.unitKerja, ...decided], "operator menjalankan seluruh"],
  [[siti.nip, "dewa", ...decided], "Peran: petugas, penyetuju, auditor, operator."],
  [[siti.nip, "petugas", "--alasan", "x"], "Sebut dengan --oleh siapa"],
  [[siti.nip, "petugas", "--oleh", oka.nip, "--alasan", " "], "Sebut dengan --alasan mengapa."],
  [
    [siti.nip, "petugas", "--oleh", siti.nip, "--alasan", "x"],
    "memutuskan tentang dirinya sendiri",
  ],
  [[siti.nip, "petugas", "--oleh", wulan.nip, "--alasan", "x"], "bukan operator sekarang"],
  [[siti.nip, "petugas", "--sampai", "2020-01-01", ...decided], "hari ini sudah lewat"],
  [["123", "petugas", ...decided], "NIP terdiri dari 18 angka."],
  [["197007172000121009", "petugas", ...decided], "Tidak ada pegawai dengan NIP 1970"],
])("beri %j is refused", async (args, problem) => {
  const before = await roles.find(siti.id);

  expect(await peran("beri", ...args)).toContain(problem);
  expect(await roles.find(siti.id)).toEqual(before);
});

test("of two operators neither is taken away unless one says that one is enough", async () => {
  const byMade = ["--oleh", made.nip, "--alasan", "SK 9/2026"];
  const refused = await kartu(
    ["peran", "cabut", oka.nip, "operator", ...byMade, "--outputs", outputs],
    {
      cloud,
    },
  );
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.printed).toContain("Akan tinggal kurang dari dua operator");
  expect((await roles.find(oka.id)).grants).toContainEqual(
    expect.objectContaining({ role: "operator" }),
  );

  await peran("beri", siti.nip, "operator", ...byMade);
  await peran("beri", wulan.nip, "operator", ...byMade);
  expect(await peran("cabut", siti.nip, "operator", ...byMade)).not.toContain("Akan tinggal");
  expect(await peran("cabut", oka.nip, "operator", ...byMade)).not.toContain("Akan tinggal");
  expect(await peran("cabut", wulan.nip, "operator", ...byMade, "--walau-tinggal-satu")).toContain(
    "tidak ada peran",
  );
});

test("of a role that two operators gave on the site, both are shown", async () => {
  const { revision } = await roles.find(siti.id);
  const grants = [aGrant("auditor", { grantedBy: oka.id, approvedBy: "emp_putu" })];
  await roles.save(
    { id: siti.id, revision: revision + 1, grants },
    {
      subjectId: rolesSubject(siti.id),
      revision: revision + 1,
      at: siti.updatedAt,
      actor: { role: "operator", id: oka.id },
      approvedBy: "emp_putu",
      action: "role-granted",
      reason: "SK 8/2026",
      changes: [{ field: "role", to: "auditor, ins_contoh" }],
    },
  );

  const shown = await peran("lihat", siti.nip);
  expect(shown).toContain("auditor untuk ins_contoh, oleh emp_oka dan emp_putu pada");
  expect(shown).toContain("role-granted auditor, ins_contoh oleh emp_oka dan emp_putu: SK 8/2026");
});
