import { expect, test } from "vitest";
import { changeEmployee, refuseRoleHolder } from "#shared/employee/change-employee.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { EmployeeChange } from "#shared/employee/employee-rules.ts";
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
type World = ReturnType<typeof setUp>;

const ofSiti = (world: World, changes: EmployeeChange) =>
  changeEmployee(world, { ...request, changes });
const ofContracted = (world: World, changes: EmployeeChange) =>
  changeEmployee(world, { ...ofPppk, changes });

test.each<[string, (world: World) => Promise<unknown>]>([
  ["end the contract of", (world) => ofContracted(world, { contractEnd: "2026-11-01" })],
  ["shorten the contract of", (world) => ofContracted(world, { contractEnd: "2027-01-31" })],
])(
  "one officer does not %s who has a role: two operators take it back first",
  async (_, change) => {
    const world = setUp();
    for (const { id } of [siti, contracted]) world.roles.set(id, aGrant("operator"));

    await expect(change(world)).rejects.toThrow("change-needs-operators");
    expect(world.employees.saves).toEqual([]);

    for (const { id } of [siti, contracted]) world.roles.set(id);
    await change(world);
    expect(world.employees.saves).toHaveLength(1);
  },
);

test("all else of who has a role one officer changes", async () => {
  const world = setUp();
  for (const { id } of [siti, contracted]) world.roles.set(id, aGrant("petugas"));

  await ofSiti(world, { jabatan: "Guru", phone: "0812 0000 0000" });
  await ofContracted(world, { contractEnd: "2029-12-31" });
  expect(world.employees.saves).toHaveLength(2);
});

/** By a file of an import, or by two officers. */
async function refused(change: Partial<Employee>): Promise<unknown> {
  const world = setUp();
  world.roles.set(siti.id, aGrant("petugas"));
  const told = { at: world.clock.now(), actor: { role: "import" }, action: "changed" } as const;
  const next = revise(siti, change, told);
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
  for (const change of [{ golongan: "III/d" }, { tmt: "2020-01-01" }])
    expect(await refused(change), JSON.stringify(change)).toBeUndefined();
});
