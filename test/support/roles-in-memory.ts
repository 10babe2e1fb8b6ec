import type { Grant, GrantedRole, PersonsRoles } from "#shared/access/role.ts";
import type { WritableRoleGrants } from "#shared/access/role-grants.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";

import type { Id } from "#shared/runtime/ids.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { stepInMemory, writeInMemory } from "./steps-in-memory.ts";

/** The role table without DynamoDB; runs the same contract test (role-table-contract.ts). */
export class RolesInMemory implements WritableRoleGrants {
  readonly history: AuditEntry[] = [];
  readonly #people = new Map<string, PersonsRoles>();

  async find(id: Id<"emp">): Promise<PersonsRoles> {
    return this.#people.get(id) ?? { id, revision: 0, grants: [] };
  }

  unchanged({ id, revision }: PersonsRoles): JoinedWrite {
    return stepInMemory("decision-raced", {
      holds: () => (this.#people.get(id)?.revision ?? 0) === revision,
      write: () => {},
    });
  }

  async save(
    roles: PersonsRoles,
    entry: AuditEntry,
    ...others: readonly JoinedWrite[]
  ): Promise<void> {
    const step = stepInMemory("roles-changed", {
      holds: () => (this.#people.get(roles.id)?.revision ?? 0) === roles.revision - 1,
      write: () => {
        this.#people.set(roles.id, roles);
        this.history.push(entry);
      },
    });
    writeInMemory([step, ...others]);
  }

  async *ofUnits(instansiId: string): AsyncGenerator<Id<"emp">> {
    const scoped = [...this.#people.values()].filter(({ grants }) =>
      grants.some((each) => each.instansiId === instansiId && each.unitKerja !== undefined),
    );
    yield* scoped.map(({ id }) => id);
  }

  /** Puts roles there, whatever was there before. */
  set(id: Id<"emp">, ...grants: readonly Grant[]): void {
    this.#people.set(id, { id, revision: 1, grants });
  }
}

export function aGrant(role: GrantedRole, change: Partial<Grant> = {}): Grant {
  return {
    role,
    instansiId: "ins_contoh",
    grantedBy: "emp_oka",
    grantedAt: "2026-11-01T02:00:00.000Z",
    ...change,
  };
}

/** For whom posts decide nothing. */
export const actsInNone = async () => ({ posts: [], unchanged: [] });
