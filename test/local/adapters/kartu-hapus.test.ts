/** `kartu hapus` as an operator runs it: who would be erased is shown, and held back. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rolesSubject } from "#shared/access/grant-role.ts";
import { WritableRoleTable } from "#shared/access/writable-role-table.ts";
import { agencySubject } from "#shared/agency/change-agency.ts";
import { WritableAgencyTable } from "#shared/agency/writable-agency-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { createDynamodb } from "../../../local/cloud/dynamodb/dynamodb-service.ts";
import { startServices } from "../../../local/cloud/test/one-service.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { kartu } from "../../support/kartu-process.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { newTable } from "../../support/tables-of-the-app.ts";

const cloud = await startServices(async (context) => [...(await createDynamodb(context)).services]);
const dynamodb = new DynamoDBClient(cloud.client);
const db = DynamoDBDocumentClient.from(dynamodb, {
  marshallOptions: { removeUndefinedValues: true },
});
const outputs = join(cloud.directory, "outputs.json");
const longAgo = "2010-03-01T03:00:00.000Z";
const gone = anEmployee({
  ...{ id: "emp_gone", kedudukanHukum: "99", cardChangedAt: longAgo, updatedAt: longAgo },
});
const oka = anEmployee({
  ...{ id: "emp_oka", nip: aNip("197205052009031906"), email: "oka@contoh.example" },
});
const system = { actor: { role: "import" }, changes: [] } as const;
let employees: WritableEmployeeTable;

beforeAll(async () => {
  const table = (noun: string) => newTable(dynamodb, noun);
  const names = {
    EmployeeTable: await table("employee-table"),
    MarkerTable: await table("marker-table"),
    OpenChangeTable: await table("open-change-table"),
    AuditTable: await table("audit-table"),
    RoleTable: await table("role-table"),
    AgencyTable: await table("agency-table"),
  };
  const audit = new AuditTable(db, names.AuditTable);
  employees = new WritableEmployeeTable(db, names.EmployeeTable, {
    audit,
    changes: new OpenChangeTable(db, names.OpenChangeTable),
    markers: new MarkerTable(db, names.MarkerTable),
  });
  for (const person of [gone, oka]) {
    const entry = { subjectId: person.id, revision: 1, at: person.updatedAt } as const;
    await employees.add(person, { ...entry, ...system, action: "registered" });
  }
  const at = oka.updatedAt;
  const agency = anAgency({ id: gone.instansiId });
  await new WritableAgencyTable(db, names.AgencyTable, audit).save(agency, {
    ...{ subjectId: agencySubject(agency.id), revision: agency.revision, at, ...system },
    action: "registered",
  });
  await new WritableRoleTable(db, names.RoleTable, audit).save(
    { id: oka.id, revision: 1, grants: [aGrant("operator")] },
    { subjectId: rolesSubject(oka.id), revision: 1, at, ...system, action: "role-granted" },
  );
  writeFileSync(outputs, JSON.stringify({ "Kartu-Data": names }));
});
afterAll(() => cloud.stop());

const hapus = async (...args: string[]) =>
  (await kartu(["hapus", ...args, "--outputs", outputs], { cloud })).printed;

test("who would be erased is shown without name or number, and nobody is erased", async () => {
  const shown = await hapus("rencana", "--tahun", "10");

  expect(shown).toContain("emp_gone");
  expect(shown).toContain("1 orang. Tidak ada yang dihapus.");
  expect(shown).not.toContain(gone.nip);
  expect(shown).not.toContain(gone.name);
  expect(await employees.find("emp_gone")).toMatchObject({ name: gone.name });
  expect(await hapus("rencana", "--tahun", "0")).toContain("misalnya 10");
});

test("who is held is not erased until an operator lets go, each with its reason in the history", async () => {
  const by = ["--oleh", oka.nip, "--alasan", "Perkara 12/2026"];
  expect(await hapus("tahan", gone.nip, ...by)).toContain("ditahan");
  await hapus("tahan", gone.nip, ...by);
  expect(await hapus("rencana", "--tahun", "10")).toContain("0 orang.");
  expect(await employees.find("emp_gone")).toMatchObject({ revision: gone.revision + 1 });

  expect(await hapus("lepas", gone.nip, ...by)).toContain("dilepas");
  expect(await hapus("rencana", "--tahun", "10")).toContain("1 orang.");
});
