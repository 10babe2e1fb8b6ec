import { reachOf } from "#shared/access/role.ts";
import type { Unit } from "#shared/employee/employee-table.ts";
import { reaches } from "#shared/employee/officer.ts";
import type { ApiEvent } from "#shared/http/routes.ts";
import { type AskRole, type RoleHolder, requireRole } from "#shared/session/require-session.ts";

/** Who may look at the records of the own instansi, or of units of it. @throws Unauthenticated, Forbidden */
export function requireReader(api: AskRole, event: ApiEvent): Promise<RoleHolder> {
  return requireRole(api, event, "petugas", "penyetuju", "auditor");
}

/** Whether nothing of the agency is changed or printed by this reader: what the pages then do not offer. */
export function isReadOnly({ roles }: RoleHolder): boolean {
  return !roles.some(({ role }) => role === "petugas");
}

/** Whether this reader changes the records of this unit: who reads the whole instansi may edit one unit only. */
export function mayEdit(by: RoleHolder, unit: Unit): boolean {
  return !isReadOnly(by) && reaches({ ...by, units: reachOf(by.roles, ["petugas"]) }, unit);
}

/** Who may change them, and print their cards. @throws Unauthenticated, Forbidden, Conflict `other-person` */
export function requireEditor(api: AskRole, event: ApiEvent): Promise<RoleHolder> {
  return requireRole(api, event, "petugas");
}
