import type { Role } from "#shared/http/contract.ts";

/** Where a login leads: to the work one has, or to the own card. */
export function firstPage(roles: readonly Role[]): string {
  if (roles.includes("officer")) return "/petugas";
  return roles.includes("operator") ? "/operator/pratinjau" : "/kartu";
}
