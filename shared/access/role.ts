import * as z from "zod";
import { jakartaDay } from "#shared/runtime/clock.ts";
import { type Id, idRest } from "#shared/runtime/ids.ts";

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
  return grantedRoles.some((role) => role === text);
}

/** Whose role it is, and who gave it, by their record's id. */
export const personId: z.ZodType<Id<"emp">> = z.templateLiteral(["emp_", idRest]);

/** A role, for whose records, how long: what people see of a grant. */
export const grantSpan = z.object({
  role: z.enum(grantedRoles),
  instansiId: z.string(),
  /**
   * The unit whose records the role reaches, spelt as in the records; absent: the whole agency. It is never empty, so that
   * an empty name is not read as the whole agency.
   */
  unitKerja: z.string().min(1).optional(),
  /** The last day it stands, in Jakarta; without one until it is taken back. */
  until: z.string().optional(),
});
export type GrantSpan = Readonly<z.infer<typeof grantSpan>>;

/** One role of one person, for the agency the person worked in when it was given, or for one of its units. */
const grant = grantSpan.extend({
  /** Who asked for it; from the operators' command line who decided it. */
  grantedBy: personId,
  /** The second operator; none of a grant from the operators' command line. */
  approvedBy: personId.optional(),
  /** ISO instant. */
  grantedAt: z.string(),
});
export type Grant = Readonly<z.infer<typeof grant>>;

/** What one person was given. */
export const personsRoles = z.object({
  id: personId,
  /** Counts the changes, from 1; the line of history has the same number. */
  revision: z.int(),
  grants: z.array(grant).readonly(),
});
export type PersonsRoles = Readonly<z.infer<typeof personsRoles>>;

/** The roles that count now for somebody who works in this agency. Roles of another agency do not count. */
export function standing(grants: readonly Grant[], instansiId: string, now: Date): Grant[] {
  const today = jakartaDay(now);
  return grants.filter(
    (grant) => grant.instansiId === instansiId && (!grant.until || today <= grant.until),
  );
}

/** Whether somebody who works in this agency has a role now. */
export function hasRole(
  { grants }: PersonsRoles,
  { instansiId }: { readonly instansiId: string },
  now: Date,
): boolean {
  return standing(grants, instansiId, now).length > 0;
}

/**
 * Which units these roles reach together; a role for the whole agency counts before one for a unit.
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
