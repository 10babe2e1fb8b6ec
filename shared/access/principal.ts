/** Who is asking, and what that person may do: rules of roles that know neither session nor record. */
import type { Id } from "#shared/runtime/ids.ts";
import { type Grant, reachOf } from "./role.ts";
import { type Officer, reaches, type Unit } from "./scope.ts";

/** Who is asking, as of this request. */
export interface Principal {
  readonly employeeId: Id<"emp">;
  readonly instansiId: string;
}

/** …and what that person may do now. The scope is that of the roles asked for. */
export interface RoleHolder extends Principal, Officer {
  /** All roles that stand. */
  readonly roles: readonly Grant[];
}

/** Whether nothing of the agency is changed or printed by this reader: what the pages then do not offer. */
export function isReadOnly({ roles }: Pick<RoleHolder, "roles">): boolean {
  return !roles.some(({ role }) => role === "petugas");
}

/** What an answer tells of that. */
export function readOnlyOf(by: Pick<RoleHolder, "roles">): { readonly readOnly?: true } {
  return isReadOnly(by) ? { readOnly: true } : {};
}

/** Whether this reader changes the records of this unit: who reads the whole instansi may edit one unit only. */
export function mayEdit(by: RoleHolder, unit: Unit): boolean {
  return !isReadOnly(by) && reaches({ ...by, units: reachOf(by.roles, ["petugas"]) }, unit);
}
