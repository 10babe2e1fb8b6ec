import type { Actor, AuditEntry, FieldChange } from "#shared/audit/audit-entry.ts";
import { cardDiffers, type Employee } from "./employee.ts";

/** A change of a record, ready to be saved: the record after it, and the line of history that tells of it. */
export interface Revision {
  /** The revision the change was made on; saving is refused when it is no longer the newest. */
  readonly seen: number;
  readonly before: Employee;
  readonly after: Employee;
  /** Whether the card must follow; the stream's filter reads it. */
  readonly cardChanged: boolean;
  readonly entry: AuditEntry;
}

type Change = Partial<Omit<Employee, "id" | "revision" | "updatedAt" | "cardChangedAt">>;

/** @returns the next revision of `before`; undefined when nothing would change. */
export function revise(
  before: Employee,
  change: Change,
  { at, actor, action, reason }: { at: Date; actor: Actor; action: string; reason?: string },
): Revision | undefined {
  const changes = differences(before, change);
  if (changes.length === 0) return undefined;
  const changed = { ...before, ...change };
  const cardChanged = cardDiffers(before, changed);
  const updatedAt = at.toISOString();
  const after: Employee = {
    ...changed,
    revision: before.revision + 1,
    updatedAt,
    cardChangedAt: cardChanged ? updatedAt : before.cardChangedAt,
  };
  return {
    seen: before.revision,
    before,
    after,
    cardChanged,
    entry: {
      subjectId: before.id,
      revision: after.revision,
      at: after.updatedAt,
      actor,
      action,
      ...(reason === undefined ? {} : { reason }),
      changes,
    },
  };
}

function differences(before: Employee, change: Change): FieldChange[] {
  return (Object.keys(change) as (keyof Change)[])
    .filter((field) => before[field] !== change[field])
    .map((field) => ({ field, from: asText(before[field]), to: asText(change[field]) }));
}

/** History is read by people: a number stands in it as they read it. */
function asText(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
