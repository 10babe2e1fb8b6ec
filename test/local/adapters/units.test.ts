/** The trees of units, and who has roles for units, on the embedded cloud. */
import { describe, expect, test } from "vitest";
import { WritableRoleTable } from "#shared/access/writable-role-table.ts";
import { UnitRegisterTable } from "#shared/agency/unit-register-table.ts";
import { UnitTable } from "#shared/agency/unit-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { anEntry } from "../../support/audit-table-contract.ts";
import { anEmployee } from "../../support/builders.ts";
import { aGrant } from "../../support/roles-in-memory.ts";
import { unitTableContract } from "../../support/unit-table-contract.ts";
import { dynamodbForThisFile, newEmployees } from "./dynamodb-for-this-file.ts";

const cloud = dynamodbForThisFile();

async function newUnits() {
  const name = await cloud.newTable("unit-table");
  return {
    units: new UnitTable(cloud.db, name),
    register: new UnitRegisterTable(cloud.db, name),
    tableName: name,
  };
}

describe("UnitTable", () => unitTableContract(newUnits));

test("a record that is added or moves to a unit has it entered", async () => {
  const { units, register } = await newUnits();
  const { employees } = await newEmployees(cloud, register);
  const before = anEmployee({ unitKerja: "Dinas" });
  await employees.add(before, anEntry({ revision: 1 }));
  const after = { ...before, revision: 2, unitKerja: "Badan" };
  const entry = anEntry({ revision: 2 });
  await employees.save({ seen: 1, before, after, cardChanged: true, entry });

  const names = await units.namesFrom({ instansiId: before.instansiId, begin: "", limit: 9 });
  expect(names).toEqual(["Badan", "Dinas"]);
});

test("a spelling that two people bring at once is entered once, so that nobody is counted twice", async () => {
  const { units, register } = await newUnits();
  const instansiId = "ins_contoh";
  await register.join({ instansiId, unitKerja: "Dinas Kesehatan" });
  const place = { instansiId, unitKerja: "DINAS KESEHATAN" };
  let reads = 0;
  cloud.db.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        if (commandName === "GetItemCommand" && ++reads === 2) await register.join(place);
        return await next(args);
      },
    { name: "somebody-else" },
  );
  try {
    await register.join(place);
  } finally {
    cloud.db.middlewareStack.remove("somebody-else");
  }

  expect(reads).toBeGreaterThan(2);
  expect(await Array.fromAsync(units.all(instansiId))).toMatchObject([
    { name: "Dinas Kesehatan", otherNames: ["DINAS KESEHATAN"] },
  ]);
});

test("whose role names a unit is found by the agency, and nobody else", async () => {
  const audit = new AuditTable(cloud.db, await cloud.newTable("audit-table"));
  const roles = new WritableRoleTable(cloud.db, await cloud.newTable("role-table"), audit);
  const grants = {
    emp_whole: [aGrant("petugas")],
    emp_unit: [aGrant("auditor"), aGrant("petugas", { unitKerja: "Dinas" })],
    emp_other: [aGrant("petugas", { unitKerja: "Dinas", instansiId: "ins_other" })],
  } as const;
  for (const id of ["emp_whole", "emp_unit", "emp_other"] as const)
    await roles.save(
      { id, revision: 1, grants: grants[id] },
      anEntry({ subjectId: `roles#${id}`, revision: 1 }),
    );
  await roles.save(
    { id: "emp_other", revision: 2, grants: [] },
    anEntry({ subjectId: "roles#emp_other", revision: 2 }),
  );

  expect(await Array.fromAsync(roles.ofUnits("ins_contoh"))).toEqual(["emp_unit"]);
  expect(await Array.fromAsync(roles.ofUnits("ins_other"))).toEqual([]);
});

test("a cursor that no page gave is refused", async () => {
  const { units } = await newUnits();
  const root = { instansiId: "ins_contoh", parent: undefined };
  for (const from of ["x", "{}", '{"key":"a","id":"emp_1"}'])
    await expect(units.children(root, { limit: 1, from })).rejects.toMatchObject({
      code: "invalid-input",
    });
});
