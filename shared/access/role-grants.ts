import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Id } from "#shared/runtime/ids.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { PersonsRoles } from "./role.ts";

/** Who may do what, asked at every request that needs a role. */
export interface RoleGrants {
  /** Strongly consistent, so that a role that was taken back is gone at once. */
  find(id: Id<"emp">): Promise<PersonsRoles>;
  /**
   * Holds a transaction to the roles that were read: it fails as `decision-raced` when somebody has changed them since.
   */
  unchanged(roles: PersonsRoles): JoinedWrite;
}

/** The roles, to be given and taken: by two operators, by the operators' command line (decision 0024), and where a unit is renamed or merged (0042). */
export interface WritableRoleGrants extends RoleGrants {
  /**
   * Roles, their line of history and what belongs to the same decision in one transaction.
   * @param roles the next revision of what was found
   * @param others the end of the pending approval that the change rests on; none at the operators' command line
   * @throws Conflict `roles-changed` when somebody else was faster, or what the others say
   */
  save(roles: PersonsRoles, entry: AuditEntry, ...others: readonly JoinedWrite[]): Promise<void>;
  /** Who has roles for units of an agency; the newest can be missing for a moment. */
  ofUnits(instansiId: string): AsyncIterable<Id<"emp">>;
}
