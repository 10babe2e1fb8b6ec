import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";

/** Reads the entries that `EmployeesInMemory` keeps; runs the same contract test (audit-table-contract.ts). */
export class HistoryInMemory implements Pick<AuditTable, "history"> {
  readonly #entries: readonly AuditEntry[];

  constructor(entries: readonly AuditEntry[]) {
    this.#entries = entries;
  }

  async history(subjectId: string, limit = 50): Promise<AuditEntry[]> {
    return this.#entries
      .filter((entry) => entry.subjectId === subjectId)
      .sort((a, b) => b.revision - a.revision)
      .slice(0, limit);
  }
}
