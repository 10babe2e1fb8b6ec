import type { Role } from "#shared/access/role.ts";

const recordRoles: readonly Role[] = ["petugas", "penyetuju", "auditor"];

/** Whether one of the roles opens the records of the own agency. */
export function worksWithRecords(roles: readonly Role[]): boolean {
  return roles.some((role) => recordRoles.includes(role));
}

/** Where a login leads: to the work one has, or to the own card. */
export function firstPage(roles: readonly Role[]): string {
  if (worksWithRecords(roles)) return "/petugas/beranda";
  return roles.includes("operator") ? "/operator/beranda" : "/kartu";
}
