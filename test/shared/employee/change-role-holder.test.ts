import { expect, test } from "vitest";
import { changeEmployee, refuseRoleHolder } from "#shared/employee/change-employee.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { revise } from "#shared/employee/revision.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aGrant, RolesInMemory } from "../../support/roles-in-memory.ts";

const siti = anEmployee();
const contracted = anEmployee({
  ...{ id: "emp_contracted", nip: aNip("198502122024212001"), email: "lain@contoh.example" },
  ...{ kind: "PPPK", golongan: "IX", kedudukanHukum: "71", contractEnd: "2028-12-31" },
});
const budi = { employeeId: "emp_budi", instansiId: siti.instansiId, units: undefined } as const;
const request = { id: siti.id, revision: 1, requestId: "r1", reason: "SK 12/2026", by: budi };
const ofPppk = { ...request, id: contracted.id, requestId: "r2" };

function setUp() {
  const employees = new EmployeesInMemory(siti, contracted);
  const roles = new RolesInMemory();
  return { employees, roles, clock: new FakeClock() };
}

test.each([
  ["ends", { contractEnd: "2026-11-01" }],
  ["shortens", { contractEnd: "2027-01-31" }],
  ["prolongs", { contractEnd: "2038-12-31" }],
])("no one %s a contract alone, whoever it is", async (_, changes) => {
  const world = setUp();

  await expect(changeEmployee(world, { ...ofPppk, changes })).rejects.toThrow("change-needs-two");
  expect(world.employees.saves).toEqual([]);
});

test("all else of who has a role one officer changes", async () => {
  const world = setUp();
  for (const { id } of [siti, contracted]) world.roles.set(id, aGrant("petugas"));

  await changeEmployee(world, {
    ...request,
    changes: { jabatan: "Guru", phone: "0812 0000 0000" },
  });
  await changeEmployee(world, { ...ofPppk, changes: { unitKerja: "Dinas Arsip" } });
  expect(world.employees.saves).toHaveLength(2);
});

/** By a file of an import, or by two officers. */
async function refused(change: Partial<Employee>, of = siti): Promise<unknown> {
  const world = setUp();
  world.roles.set(of.id, aGrant("petugas"));
  const told = { at: world.clock.now(), actor: { role: "import" }, action: "changed" } as const;
  const next = revise(of, change, told);
  if (!next) throw new Error("Nothing changes.");
  return await refuseRoleHolder(world, next).catch((error: Error) => error.message);
}

const rests: readonly Partial<Employee>[] = [
  ...["77", "99", "04", "03"].map((kedudukanHukum) => ({ kedudukanHukum })),
  { tmt: "2027-01-01" },
  { email: "b@contoh.id" },
];

test("nothing by which a role would rest is changed before two operators take it back", async () => {
  for (const change of rests)
    expect(await refused(change), JSON.stringify(change)).toBe("change-needs-operators");
  for (const contractEnd of ["2026-11-01", "2027-01-31"])
    expect(await refused({ contractEnd }, contracted)).toBe("change-needs-operators");
  expect(await refused({ contractEnd: "2029-12-31" }, contracted)).toBeUndefined();
  for (const change of [{ golongan: "III/d" }, { tmt: "2020-01-01" }])
    expect(await refused(change), JSON.stringify(change)).toBeUndefined();
});
