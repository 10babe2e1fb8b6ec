import type { ApiEvent } from "#shared/http/routes.ts";
import { type AskRole, type Principal, requireRole } from "#shared/session/require-session.ts";

/** Who may look at the records of the own instansi. @throws Unauthenticated, Forbidden */
export function requireReader(api: AskRole, event: ApiEvent): Promise<Principal> {
  return requireRole(api, event, "petugas", "penyetuju", "auditor");
}

/** Who may change them, and print their cards. @throws Unauthenticated, Forbidden, Conflict `other-person` */
export function requireEditor(api: AskRole, event: ApiEvent): Promise<Principal> {
  return requireRole(api, event, "petugas");
}
