/** Whom roles are given by two operators, and by whom, on tables that a test brings. */
import { type Approval, stateOf } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { askRoleChange, type RoleChangeRequest, roleChanges } from "#shared/access/change-roles.ts";
import { approve, refuse, withdraw } from "#shared/access/decide-approval.ts";
import type { WritableRoleGrants } from "#shared/access/role-grants.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { aNip, anEmployee } from "./builders.ts";
import { EmployeesInMemory } from "./employees-in-memory.ts";
import { FakeClock } from "./fake-clock.ts";
import { LimitsInMemory } from "./limits-in-memory.ts";
import { aGrant } from "./roles-in-memory.ts";

export interface RoleChangeTables {
  readonly roles: WritableRoleGrants;
  readonly approvals: Approvals;
  /** All lines of a history, newest first. */
  readonly linesOf: (subjectId: string) => Promise<readonly AuditEntry[]>;
}

export type RoleChangeWorld = Awaited<ReturnType<typeof roleChangeWorld>>;

let requests = 0;
/** A UUID that nobody had before. */
export const newRequest = () => `0b6e2f0a-0000-4000-8000-${String(requests++).padStart(12, "0")}`;

export const siti = anEmployee({ unitKerja: "Bagian Umum" });
export const [oka, putu, agus] = [
  anEmployee({ id: "emp_oka", nip: aNip("197205052009031906"), email: "oka@contoh.example" }),
  anEmployee({ id: "emp_putu", nip: aNip("197205052009031905"), email: "putu@contoh.example" }),
  anEmployee({ id: "emp_agus", nip: aNip("197205052009031904"), email: "agus@contoh.example" }),
];

/** A petugas-to-be and three operators, who ask and decide. @param make empty tables each time */
export async function roleChangeWorld(make: () => Promise<RoleChangeTables>) {
  const tables = await make();
  const clock = new FakeClock();
  const employees = new EmployeesInMemory(siti, oka, putu, agus);
  const { instansiId } = siti;
  const operators = [oka.id, putu.id, agus.id];
  for (const id of operators) await give(tables.roles, id);
  const rolesNow = async (id: Id<"emp">) => (await tables.roles.find(id)).grants;
  const dependencies = {
    ...{ ...tables, clock, employees, limits: new LimitsInMemory() },
    standingOf: async (id: Id<"emp">) => {
      const given = await tables.roles.find(id);
      return { roles: given.grants, unchanged: tables.roles.unchanged(given) };
    },
  };
  const deciding = { ...dependencies, kinds: { roles: roleChanges(dependencies) } };
  const decider = async (id: Id<"emp">) => ({
    employeeId: id,
    instansiId,
    roles: await rolesNow(id),
  });
  const ask = async (change: Partial<RoleChangeRequest> = {}) =>
    await askRoleChange(dependencies, {
      person: siti,
      revision: (await tables.roles.find(change.person?.id ?? siti.id)).revision,
      action: "grant",
      role: "petugas",
      requestId: newRequest(),
      reason: "SK 7/2026",
      by: oka.id,
      ...change,
    });
  return {
    ...{ tables, clock, employees, ask },
    approveAs: async (by: Id<"emp">, { id }: Pick<Approval, "id">) =>
      await approve(deciding, { id, by: await decider(by) }),
    refuseAs: async (by: Id<"emp">, { id }: Pick<Approval, "id">) =>
      await refuse(deciding, { id, by: await decider(by), reason: "Belum ada SK" }),
    withdrawAs: async (by: Id<"emp">, { id }: Pick<Approval, "id">) =>
      await withdraw(deciding, { id, by: await decider(by) }),
    rolesOf: async (id: Id<"emp">) => (await tables.roles.find(id)).grants.map(({ role }) => role),
    stateNow: async ({ id }: Pick<Approval, "id">) => {
      const approval = await tables.approvals.find(id);
      return approval && stateOf(approval, clock.now());
    },
  };
}

async function give(roles: RoleChangeTables["roles"], id: Id<"emp">) {
  const { revision } = await roles.find(id);
  const grants = [aGrant("operator")];
  await roles.save({ id, revision: revision + 1, grants }, lineOfGrant(id, revision + 1));
}

function lineOfGrant(id: Id<"emp">, revision: number): AuditEntry {
  return {
    subjectId: `roles#${id}`,
    revision,
    at: "2026-11-01T02:00:00.000Z",
    actor: { role: "operator" },
    action: "role-granted",
    changes: [],
  };
}
