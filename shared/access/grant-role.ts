import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import type { Id } from "#shared/runtime/ids.ts";
import type { Grant, GrantedRole, GrantSpan } from "./role.ts";
import type { WritableRoleGrants } from "./role-grants.ts";
import type { Unit } from "./scope.ts";

interface Dependencies {
  readonly roles: Pick<WritableRoleGrants, "find" | "save">;
  readonly clock: Clock;
}

/** What a role needs to know of the records: whether anybody works in a unit. */
export interface Workplaces {
  inUnit(unit: Unit): AsyncIterator<unknown>;
}

interface RoleRequest {
  readonly person: { readonly id: Id<"emp">; readonly instansiId: string };
  readonly role: GrantedRole;
  /** One unit of the person's agency, exactly as it stands in the records. */
  readonly unitKerja?: string | undefined;
  /** The operator who decides it. */
  readonly by: Id<"emp">;
  readonly reason: string;
}

/**
 * Gives a role at one operator's word, for the agency the person works in or for one unit of it. The operators' command line
 * does so: for the first operators, and where there are no two. In the product two decide (change-roles.ts). A role that the
 * person has already is replaced: this `until` counts, and without one it has no end. The same role for other units stays; the
 * widest one counts.
 * @param request.until the last day, in Jakarta
 * @throws InvalidInput on `unitKerja`: `unit-unknown` (nobody works there), `not-for-operator`; Conflict `roles-changed`
 */
export async function grantRole(
  { roles, employees, clock }: Dependencies & { employees: Workplaces },
  {
    person,
    role,
    unitKerja,
    by,
    reason,
    until,
  }: RoleRequest & { readonly until?: string | undefined },
): Promise<void> {
  const { instansiId } = person;
  if (unitKerja !== undefined) await requireUnit(employees, { role, instansiId, unitKerja });
  const before = await roles.find(person.id);
  const grantedAt = clock.now().toISOString();
  const grant: Grant = {
    role,
    instansiId,
    ...(unitKerja !== undefined && { unitKerja }),
    grantedBy: by,
    grantedAt,
    ...(until && { until }),
  };
  const grants = grantsAfter(before.grants, grant);
  const after = { id: person.id, revision: before.revision + 1, grants };
  const changes = [{ field: "role", to: inWords(grant) }];
  await roles.save(
    after,
    roleLine(after, { at: grantedAt, by, reason, action: "granted", changes }),
  );
}

/**
 * Takes a role back, for one unit or, without a unit, for all of them. The person's next request is refused already.
 * @returns whether there was one
 * @throws Conflict `roles-changed`
 */
export async function revokeRole(
  { roles, clock }: Dependencies,
  { person, role, unitKerja, by, reason }: RoleRequest,
): Promise<boolean> {
  const before = await roles.find(person.id);
  const grants = grantsWithout(before.grants, { role, unitKerja });
  const taken = before.grants.filter((each) => !grants.includes(each));
  if (taken.length === 0) return false;
  const after = { id: person.id, revision: before.revision + 1, grants };
  const changes = taken.map((grant) => ({ field: "role", from: inWords(grant) }));
  const at = clock.now().toISOString();
  await roles.save(after, roleLine(after, { at, by, reason, action: "revoked", changes }));
  return true;
}

/** The subject of the history of a person's roles. It is not the record's id, because roles count their own revisions. */
export function rolesSubject(id: Id<"emp">): string {
  return `roles#${id}`;
}

/** What there is once one more is given. */
export function grantsAfter<T extends GrantSpan>(grants: readonly T[], added: T): T[] {
  return [...grants.filter((each) => !isReplacedBy(each, added)), added];
}

/** What is left once a role is taken back, for a unit or altogether. */
export function grantsWithout<T extends GrantSpan>(
  grants: readonly T[],
  { role, unitKerja }: Pick<GrantSpan, "role"> & { readonly unitKerja?: string | undefined },
): T[] {
  const isTaken = (each: T) =>
    each.role === role && (unitKerja === undefined || each.unitKerja === unitKerja);
  return grants.filter((each) => !isTaken(each));
}

/**
 * An operator has no unit. A misspelt unit is refused, because the role would reach no record.
 * @throws InvalidInput on `unitKerja`: `unit-unknown`, `not-for-operator`
 */
export async function requireUnit(
  employees: Workplaces,
  { role, ...unit }: Unit & Pick<Grant, "role">,
): Promise<void> {
  if (role === "operator") throw new InvalidInput({ field: "unitKerja", code: "not-for-operator" });
  const isEmpty = unit.unitKerja === "" || (await employees.inUnit(unit).next()).done;
  if (isEmpty) throw new InvalidInput({ field: "unitKerja", code: "unit-unknown" });
}

/** Whether it is the same role for the same unit, or the same role in an agency that the person has left. */
function isReplacedBy(old: GrantSpan, { role, instansiId, unitKerja }: GrantSpan): boolean {
  return old.role === role && (old.instansiId !== instansiId || old.unitKerja === unitKerja);
}

/** A role in the words of the history. */
export function inWords({ role, instansiId, unitKerja, until }: GrantSpan): string {
  const unit = unitKerja && `unit «${unitKerja}»`;
  return [role, instansiId, unit, until].filter((part) => part !== undefined).join(", ");
}

/** The line of history of a change of somebody's roles. */
export function roleLine(
  { id, revision }: { readonly id: Id<"emp">; readonly revision: number },
  what: {
    readonly at: string;
    readonly by: Id<"emp">;
    readonly reason: string;
    readonly action: "granted" | "revoked";
    readonly changes: AuditEntry["changes"];
  },
): AuditEntry {
  return {
    subjectId: rolesSubject(id),
    revision,
    at: what.at,
    actor: { role: "operator", id: what.by },
    action: `role-${what.action}`,
    reason: what.reason,
    changes: what.changes,
  };
}
