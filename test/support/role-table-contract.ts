import { expect, test } from "vitest";
import { grantRole, revokeRole } from "#shared/access/grant-role.ts";
import type { WritableRoleGrants } from "#shared/access/role-grants.ts";
import { anEmployee } from "./builders.ts";
import { EmployeesInMemory } from "./employees-in-memory.ts";
import { FakeClock } from "./fake-clock.ts";
import { aGrant } from "./roles-in-memory.ts";

/** What every role table does, the fake and the real one. */
export function roleTableContract(make: () => Promise<WritableRoleGrants>): void {
  let people = 0;
  /** Somebody new each time: the history is shared. */
  const someone = () => ({ id: `emp_contract${people++}`, instansiId: "ins_contoh" }) as const;
  const request = { by: "emp_oka", reason: "SK 7/2026" } as const;
  const clock = new FakeClock();
  const unit = "Bagian Umum";
  const employees = new EmployeesInMemory(anEmployee({ unitKerja: unit }));

  test("who was given nothing has nothing", async () => {
    const roles = await make();
    const { id } = someone();

    expect(await roles.find(id)).toEqual({ id, revision: 0, grants: [] });
  });

  test("roles are given beside one another, and anew in place of the old", async () => {
    const roles = await make();
    const person = someone();
    await grantRole(
      { roles, employees, clock },
      { person, role: "petugas", until: "2027-01-31", ...request },
    );
    await grantRole({ roles, employees, clock }, { person, role: "auditor", ...request });
    await grantRole({ roles, employees, clock }, { person, role: "petugas", ...request });

    const grantedAt = clock.now().toISOString();
    expect(await roles.find(person.id)).toEqual({
      id: person.id,
      revision: 3,
      grants: [aGrant("auditor", { grantedAt }), aGrant("petugas", { grantedAt })],
    });
  });

  test("a role for a unit is given beside that for the whole agency, and taken back alone", async () => {
    const roles = await make();
    const person = someone();
    const petugas = { person, role: "petugas", ...request } as const;
    await grantRole({ roles, employees, clock }, petugas);
    await grantRole(
      { roles, employees, clock },
      { ...petugas, unitKerja: unit, until: "2027-01-31" },
    );
    await grantRole({ roles, employees, clock }, { ...petugas, unitKerja: unit });
    const grantedAt = clock.now().toISOString();
    const [whole, part] = [
      aGrant("petugas", { grantedAt }),
      aGrant("petugas", { grantedAt, unitKerja: unit }),
    ];

    expect((await roles.find(person.id)).grants).toEqual([whole, part]);
    expect(await revokeRole({ roles, clock }, { ...petugas, unitKerja: "Elsewhere" })).toBe(false);
    expect(await revokeRole({ roles, clock }, { ...petugas, unitKerja: unit })).toBe(true);
    expect((await roles.find(person.id)).grants).toEqual([whole]);
  });

  test("a role that is taken back without naming a unit is gone for all of them", async () => {
    const roles = await make();
    const person = someone();
    const petugas = { person, role: "petugas", ...request } as const;
    await grantRole({ roles, employees, clock }, petugas);
    await grantRole({ roles, employees, clock }, { ...petugas, unitKerja: unit });
    await revokeRole({ roles, clock }, petugas);

    expect((await roles.find(person.id)).grants).toEqual([]);
  });

  test("what was never given is not taken back", async () => {
    const roles = await make();
    const person = someone();
    await grantRole({ roles, employees, clock }, { person, role: "petugas", ...request });

    expect(await revokeRole({ roles, clock }, { person, role: "auditor", ...request })).toBe(false);
    expect(await revokeRole({ roles, clock }, { person, role: "petugas", ...request })).toBe(true);
    expect((await roles.find(person.id)).grants).toEqual([]);
  });

  test("of two who decide at once, the slower one is told", async () => {
    const roles = await make();
    const person = someone();
    const decisions = await Promise.allSettled([
      grantRole({ roles, employees, clock }, { person, role: "petugas", ...request }),
      grantRole({ roles, employees, clock }, { person, role: "auditor", ...request }),
    ]);

    expect(decisions.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(decisions.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "roles-changed" },
    });
    expect((await roles.find(person.id)).grants).toHaveLength(1);
  });
}
