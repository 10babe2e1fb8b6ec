import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { Id } from "#shared/runtime/ids.ts";
import type { Grant, GrantedRole } from "./role.ts";
import type { WritableRoleTable } from "./writable-role-table.ts";

interface Collaborators {
  readonly roles: Pick<WritableRoleTable, "find" | "save">;
  readonly clock: Clock;
}

interface Wish {
  readonly person: { readonly id: Id<"emp">; readonly instansiId: string };
  readonly role: GrantedRole;
  /** The operator who decides it. */
  readonly by: Id<"emp">;
  readonly reason: string;
}

/**
 * Gives a role, for the agency the person works in. Given again, it is given anew: with this `until`, or for good.
 * @param wish.until the last day, in Jakarta
 * @throws Conflict `roles-changed`
 */
export async function grantRole(
  { roles, clock }: Collaborators,
  { person, role, by, reason, until }: Wish & { readonly until?: string | undefined },
): Promise<void> {
  const before = await roles.find(person.id);
  const grantedAt = clock.now().toISOString();
  const { instansiId } = person;
  const grant: Grant = { role, instansiId, grantedBy: by, grantedAt, ...(until && { until }) };
  const after = {
    id: person.id,
    revision: before.revision + 1,
    grants: [...before.grants.filter((each) => each.role !== role), grant],
  };
  const to = `${role}, ${instansiId}${until ? `, ${until}` : ""}`;
  const change = { field: "role", to };
  await roles.save(after, lineOf(after, { at: grantedAt, by, reason, action: "granted", change }));
}

/**
 * Takes a role back, from the next request on. One that was never given is nothing to take back.
 * @returns whether there was one
 * @throws Conflict `roles-changed`
 */
export async function revokeRole(
  { roles, clock }: Collaborators,
  { person, role, by, reason }: Wish,
): Promise<boolean> {
  const before = await roles.find(person.id);
  const grants = before.grants.filter((each) => each.role !== role);
  if (grants.length === before.grants.length) return false;
  const after = { id: person.id, revision: before.revision + 1, grants };
  const change = { field: "role", from: role };
  const at = clock.now().toISOString();
  await roles.save(after, lineOf(after, { at, by, reason, action: "revoked", change }));
  return true;
}

/** Under which the history of a person's roles is kept: its revisions are not those of the record. */
export function rolesSubject(id: Id<"emp">): string {
  return `roles#${id}`;
}

function lineOf(
  { id, revision }: { readonly id: Id<"emp">; readonly revision: number },
  what: {
    readonly at: string;
    readonly by: Id<"emp">;
    readonly reason: string;
    readonly action: string;
    readonly change: AuditEntry["changes"][number];
  },
): AuditEntry {
  return {
    subjectId: rolesSubject(id),
    revision,
    at: what.at,
    actor: { role: "operator", id: what.by },
    action: `role-${what.action}`,
    reason: what.reason,
    changes: [what.change],
  };
}
