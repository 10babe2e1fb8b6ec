import { hasRole, type PersonsRoles } from "#shared/access/role.ts";
import { weakensHolder } from "#shared/employee/change-employee.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { type Revision, revise } from "#shared/employee/revision.ts";
import { type Decreed, isAsDecided, type Obstacle, problemsOfDecreed, valuesOf } from "./decree.ts";

/** Why a decree cannot act on this record now; undefined when it can. */
export function obstacleOf(
  person: Employee,
  decreed: Decreed,
  given: PersonsRoles,
  now: Date,
): Obstacle | undefined {
  if (!isAsDecided(person, decreed)) return "record-changed";
  if (problemsOfDecreed(person, decreed).length > 0) return "refused";
  const next = nextOf(person, decreed, now);
  if (!next) return "record-changed";
  return weakensHolder(next, now) && hasRole(given, person, now) ? "role" : undefined;
}

function nextOf(person: Employee, { kind, to }: Decreed, at: Date): Revision | undefined {
  return revise(person, valuesOf(kind, to), { at, actor: { role: "system" }, action: "changed" });
}
