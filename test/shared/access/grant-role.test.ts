import { expect, test } from "vitest";
import { grantRole, revokeRole } from "#shared/access/grant-role.ts";
import type { GrantedRole } from "#shared/access/role.ts";
import { anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aGrant, RolesInMemory } from "../../support/roles-in-memory.ts";

const siti = anEmployee({ unitKerja: "Bagian Umum" });
const elsewhere = anEmployee({ id: "emp_lain", unitKerja: "Dinas Lain", instansiId: "ins_other" });

function setUp() {
  const employees = new EmployeesInMemory(siti, elsewhere);
  const roles = new RolesInMemory();
  const world = { employees, roles, clock: new FakeClock() };
  const request = { person: siti, by: "emp_oka", reason: "SK 7/2026" } as const;
  return { world, roles, request };
}

test.each<[GrantedRole, string, string]>([
  ["petugas", "Dinas Lain", "unit-unknown"],
  ["petugas", "bagian umum", "unit-unknown"],
  ["auditor", "Bagian", "unit-unknown"],
  ["penyetuju", "", "unit-unknown"],
  ["operator", "Bagian Umum", "not-for-operator"],
])("%s of %j is refused: %s", async (role, unitKerja, code) => {
  const { world, roles, request } = setUp();

  await expect(grantRole(world, { ...request, role, unitKerja })).rejects.toMatchObject({
    problems: [{ field: "unitKerja", code }],
  });
  expect((await roles.find(siti.id)).grants).toEqual([]);
  expect(roles.history).toEqual([]);
});

test("the history says for which unit a role was given and taken back", async () => {
  const { world, roles, request } = setUp();
  const petugas = { ...request, role: "petugas" } as const;
  await grantRole(world, petugas);
  await grantRole(world, { ...petugas, unitKerja: "Bagian Umum", until: "2027-01-31" });
  await revokeRole(world, petugas);

  expect(roles.history.map(({ action, changes }) => [action, changes])).toEqual([
    ["role-granted", [{ field: "role", to: "petugas, ins_contoh" }]],
    [
      "role-granted",
      [{ field: "role", to: "petugas, ins_contoh, unit «Bagian Umum», 2027-01-31" }],
    ],
    [
      "role-revoked",
      [
        { field: "role", from: "petugas, ins_contoh" },
        { field: "role", from: "petugas, ins_contoh, unit «Bagian Umum», 2027-01-31" },
      ],
    ],
  ]);
});

test("a role that is given again replaces what an agency left behind, of every unit", async () => {
  const { world, roles, request } = setUp();
  const left = { instansiId: "ins_other", unitKerja: "Dinas Lain" };
  roles.set(siti.id, aGrant("petugas", left), aGrant("auditor", left));
  await grantRole(world, { ...request, role: "petugas" });

  const { grants } = await roles.find(siti.id);
  expect(grants.map(({ role, instansiId }) => [role, instansiId])).toEqual([
    ["auditor", "ins_other"],
    ["petugas", "ins_contoh"],
  ]);
});
