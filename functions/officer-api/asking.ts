import type { ApiEvent } from "#shared/http/routes.ts";
import { type AskRole, type RoleHolder, requireRole } from "#shared/session/require-session.ts";

/** Who may look at the records of the own instansi. @throws Unauthenticated, Forbidden */
export function requireReader(api: AskRole, event: ApiEvent): Promise<RoleHolder> {
  return requireRole(api, event, "petugas", "penyetuju", "auditor");
}

/** Whether nothing of the agency is changed or printed by this reader: what the pages then do not offer. */
export function isReadOnly({ roles }: RoleHolder): boolean {
  return !roles.includes("petugas");
}

/** Who may change them, and print their cards. @throws Unauthenticated, Forbidden, Conflict `other-person` */
export function requireEditor(api: AskRole, event: ApiEvent): Promise<RoleHolder> {
  return requireRole(api, event, "petugas");
}
