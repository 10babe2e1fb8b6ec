import { expect, test } from "vitest";
import { changeEmployee, changeStatus } from "#shared/employee/change-employee.ts";
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
  return { employees, roles, clock: new FakeClock(), isOpenToMailbox: async () => false };
}
type World = ReturnType<typeof setUp>;

test.each([
  ["suspended", (world: World) => changeStatus(world, { ...request, kedudukanHukum: "04" })],
  ["ended", (world: World) => changeStatus(world, { ...request, kedudukanHukum: "99" })],
  [
    "ended by a contract that was",
    (world: World) => changeEmployee(world, { ...ofPppk, changes: { contractEnd: "2026-11-01" } }),
  ],
  [
    "soon ended by a contract that ends",
    (world: World) => changeEmployee(world, { ...ofPppk, changes: { contractEnd: "2027-01-31" } }),
  ],
])("who has a role is not %s by one officer: that would take the role too", async (_, change) => {
  const world = setUp();
  for (const { id } of [siti, contracted]) world.roles.set(id, aGrant("operator"));

  await expect(change(world)).rejects.toThrow("status-needs-operators");
  expect(world.employees.saves).toEqual([]);

  for (const { id } of [siti, contracted]) world.roles.set(id);
  await change(world);
  expect(world.employees.saves).toHaveLength(1);
});

test("who has a role, one officer changes in everything that leaves the role", async () => {
  const world = setUp();
  for (const { id } of [siti, contracted]) world.roles.set(id, aGrant("petugas"));

  await changeStatus(world, { ...request, kedudukanHukum: "15" });
  await changeEmployee(world, { ...ofPppk, changes: { contractEnd: "2029-12-31" } });
  expect(world.employees.saves).toHaveLength(2);
});
