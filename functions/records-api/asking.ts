import { reachOf } from "#shared/access/role.ts";
import { reaches, type Unit } from "#shared/access/scope.ts";
import { type AskRole, type RoleHolder, roleHolder } from "#shared/session/require-session.ts";

/** Who may look at the records of the own instansi, or of units of it. */
export const reader = (api: AskRole) => roleHolder(api, "petugas", "penyetuju", "auditor");

/** Who may change them, and print their cards. */
export const editor = (api: AskRole) => roleHolder(api, "petugas");

/** Whether nothing of the agency is changed or printed by this reader: what the pages then do not offer. */
export function isReadOnly({ roles }: RoleHolder): boolean {
  return !roles.some(({ role }) => role === "petugas");
}

/** Whether this reader changes the records of this unit: who reads the whole instansi may edit one unit only. */
export function mayEdit(by: RoleHolder, unit: Unit): boolean {
  return !isReadOnly(by) && reaches({ ...by, units: reachOf(by.roles, ["petugas"]) }, unit);
}
