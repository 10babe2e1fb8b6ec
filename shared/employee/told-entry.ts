/** Entries of a record's history, as they are answered. Fields that are not named here are never sent. */
import type { AuditEntry, FieldChange, Reading } from "#shared/audit/audit-entry.ts";
import type { HistoryAnswer, HistoryEntry } from "./record-answers.ts";
import type { Told } from "./tell-history.ts";

export function historyAnswerOf<T>(
  { items, next }: { readonly items: readonly T[]; readonly next?: string | undefined },
  entry: (item: T) => HistoryEntry,
): HistoryAnswer {
  return { items: items.map(entry), ...(next ? { cursor: next } : {}) };
}

export function changeEntry(entry: Told<AuditEntry>): HistoryEntry {
  const { revision, at, actor, name, approvedBy, approverName, action, reason, source, changes } =
    entry;
  const { erased } = entry;
  return {
    id: `change-${revision}`,
    revision,
    at,
    by: { role: actor.role, ...(name ? { name } : {}) },
    ...(approvedBy !== undefined && { approvedBy: approverName ? { name: approverName } : {} }),
    action,
    ...(reason === undefined ? {} : { reason }),
    ...(source && { source }),
    changes: changes.map(fieldChange),
    ...(erased && { erased }),
  };
}

export function readEntry({ at, actor, purpose, name }: Told<Reading>): HistoryEntry {
  return {
    id: `read-${at}-${purpose}-${actor.id}`,
    at,
    by: { role: actor.role, ...(name ? { name } : {}) },
    action: purpose,
    changes: [],
  };
}

function fieldChange({ field, from, to }: FieldChange): HistoryEntry["changes"][number] {
  return {
    field,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}
