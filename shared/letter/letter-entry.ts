/** What the history says of a letter: how far it is, by whom and why; never what it says. */
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Letter, LetterState } from "./letter.ts";
import type { LetterProfile } from "./letter-profile.ts";

interface Said {
  readonly by: EmployeeId;
  readonly at: Date;
  readonly reason?: string;
}

/** A letter that goes to a state, with its step. */
export function movedTo(letter: Letter, to: LetterState, { by, at, reason }: Said): Letter {
  const step = { to, by, at: at.toISOString(), ...(reason !== undefined && { reason }) };
  return { ...letter, state: to, steps: [...letter.steps, step], revision: letter.revision + 1 };
}

/** The line of its newest step. */
export function letterEntry({ id, revision, steps }: Letter, before?: LetterState): AuditEntry {
  const last = steps.at(-1);
  if (!last) throw new Error("A letter has no step.");
  const { to, by, at, reason } = last;
  return {
    ...{ subjectId: `letter#${id}`, revision, at, actor: { role: "officer", id: by } },
    action: revision === 1 ? "registered" : "changed",
    ...(reason !== undefined && { reason }),
    changes: [{ field: "state", ...(before !== undefined && { from: before }), to }],
  };
}

/** The line of an agency's ways of writing letters. */
export function profileEntry(
  { instansiId, revision, pattern, unit, place }: LetterProfile,
  { by, at, reason }: Said,
): AuditEntry {
  return {
    ...{ subjectId: `letter-profile#${instansiId}`, revision, at: at.toISOString() },
    ...{ actor: { role: "officer", id: by }, ...(reason !== undefined && { reason }) },
    action: revision === 1 ? "registered" : "changed",
    changes: Object.entries({ pattern, unit, place }).map(([field, to]) => ({ field, to })),
  };
}
