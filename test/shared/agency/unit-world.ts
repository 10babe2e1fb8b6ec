/** An agency with people, units and roles in memory, where changes of its tree are asked for, approved and carried out. */
import type { Approval } from "#shared/access/approval.ts";
import { approve } from "#shared/access/decide-approval.ts";
import { askUnitChange, unitChangeFacts, unitChanges } from "#shared/agency/decide-unit-change.ts";
import { followUnitRoles } from "#shared/agency/follow-unit-roles.ts";
import type { OrgUnit } from "#shared/agency/org-unit.ts";
import type { UnitChange } from "#shared/agency/unit-change.ts";
import { unitMoves } from "#shared/agency/unit-moves.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { type Id, newId } from "#shared/runtime/ids.ts";
import { ApprovalsInMemory } from "../../support/approvals-in-memory.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { BulksInMemory } from "../../support/bulks-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { aGrant, RolesInMemory } from "../../support/roles-in-memory.ts";
import { UnitsInMemory } from "../../support/units-in-memory.ts";

export const instansiId = "ins_contoh";
export const [petugas, penyetuju] = ["emp_budi", "emp_rina"] as const;

let requests = 0;

const somebody = (i: number, unitKerja: string): Employee =>
  anEmployee({
    id: `emp_${i}`,
    nip: aNip(`198502122010012${String(i + 1).padStart(3, "0")}`),
    email: `${i}@contoh.example`,
    unitKerja,
  });

/** @param placed the units in which people work, one after the other */
export async function unitWorld(...placed: readonly string[]) {
  const clock = new FakeClock();
  const people = placed.map((unit, i) => somebody(i, unit));
  const employees = new EmployeesInMemory(...people);
  const units = new UnitsInMemory();
  for (const unitKerja of placed) await units.join({ instansiId, unitKerja });
  const roles = new RolesInMemory();
  roles.set(petugas, aGrant("petugas"));
  roles.set(penyetuju, aGrant("penyetuju"));
  const approvals = new ApprovalsInMemory();
  const bulks = new BulksInMemory();
  const limits = new LimitsInMemory();
  const api = {
    employees,
    units,
    roles,
    approvals,
    bulks,
    clock,
    limits,
    bulkSteps: { sendFirst: async () => {} },
  };
  const kinds = { "unit-change": unitChanges(api) };
  const standingOf = async (id: Id<"emp">) => {
    const given = await roles.find(id);
    return { roles: given.grants, unchanged: roles.unchanged(given) };
  };
  const ask = (change: UnitChange, by: { units?: readonly string[] } = {}) =>
    askUnitChange(api, {
      change,
      by: { employeeId: petugas, instansiId, units: by.units },
      reason: "Perda 4/2026",
      requestId: `0b6e2f0a-0000-4000-9000-${String(requests++).padStart(12, "0")}`,
    });
  const decide = async ({ id }: Pick<Approval, "id">, by: Id<"emp"> = penyetuju) =>
    await approve(
      { approvals, clock, kinds, standingOf },
      { id, by: { employeeId: by, instansiId, roles: (await roles.find(by)).grants } },
    );
  const unit = async (name: string): Promise<OrgUnit> => {
    const found = await units.findByName(instansiId, name);
    if (!found) throw new Error(`There is no unit ${name}.`);
    return found;
  };
  return {
    ...{ clock, employees, units, roles, approvals, bulks, ask, decide, unit, kinds },
    seen: async (name: string) => {
      const { id, name: now } = await unit(name);
      return { id, name: now };
    },
    /** Asked for and approved. */
    change: async (change: UnitChange) => await decide(await ask(change)),
    tree: async () => {
      const all = await Array.fromAsync(units.all(instansiId));
      const nameOf = (id: string | undefined) => all.find((each) => each.id === id)?.name;
      return Object.fromEntries(all.map(({ name, parent }) => [name, nameOf(parent) ?? ""]));
    },
    people: async () =>
      await Promise.all(people.map(async ({ id }) => (await employees.find(id))?.unitKerja)),
  };
}

export type UnitWorld = Awaited<ReturnType<typeof unitWorld>>;

/** Does the last work to its end. @returns what was counted */
export async function finish(world: UnitWorld) {
  const { bulks, clock } = world;
  const moves = unitMoves({ ...world, roles: { follow: (each) => followUnitRoles(world, each) } });
  for (;;) {
    const bulk = bulks.all.at(-1);
    if (!bulk) throw new Error("No work was started.");
    const { done, unchanged, refused } = bulk;
    if (bulk.state !== "running") return { done, unchanged, refused };
    await bulks.move(bulk, await moves.step(bulk), clock.now());
  }
}

export const newUnit = () => newId("unt");
export const factsOf = ({ old }: Approval) => unitChangeFacts.parse(old);
