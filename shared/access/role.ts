import { jakartaDay } from "#shared/runtime/clock.ts";
import type { Id } from "#shared/runtime/ids.ts";

/**
 * What a person may do besides holding a card. `petugas` enters and edits records, `penyetuju` approves, `auditor` reads
 * all of the agency with its history and changes nothing, `operator` runs the system.
 */
export const grantedRoles = ["petugas", "penyetuju", "auditor", "operator"] as const;
export type GrantedRole = (typeof grantedRoles)[number];

/** Everybody signed in is a holder; the others are given by name and for one agency. */
export const roles = ["holder", ...grantedRoles] as const;
export type Role = (typeof roles)[number];

export function isGrantedRole(text: string): text is GrantedRole {
  return (grantedRoles as readonly string[]).includes(text);
}

/** One role of one person, for the agency the person worked in when it was given, or for one of its units. */
export interface Grant {
  readonly role: GrantedRole;
  readonly instansiId: string;
  /** The only unit whose records it is for, exactly as it stands in them; without one, the whole agency. */
  readonly unitKerja?: string | undefined;
  /** The record of the person who gave it. */
  readonly grantedBy: Id<"emp">;
  /** ISO instant. */
  readonly grantedAt: string;
  /** The last day it stands, in Jakarta; without one until it is taken back. */
  readonly until?: string | undefined;
}

/** What stands now for someone who works in this agency: who moved on leaves it behind. */
export function standing(grants: readonly Grant[], instansiId: string, now: Date): Grant[] {
  const today = jakartaDay(now);
  return grants.filter(
    (grant) => grant.instansiId === instansiId && (!grant.until || today <= grant.until),
  );
}

/**
 * How far these roles reach together: the wider wins.
 * @returns the units; undefined for the whole agency
 */
export function reachOf(
  grants: readonly Grant[],
  roles: readonly GrantedRole[],
): readonly string[] | undefined {
  const units = grants.filter(({ role }) => roles.includes(role)).map(({ unitKerja }) => unitKerja);
  const named = units.filter((unit) => unit !== undefined);
  return named.length < units.length ? undefined : [...new Set(named)];
}
