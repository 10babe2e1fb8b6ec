import { expect, test } from "vitest";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";

export function anEntry(change: Partial<AuditEntry> = {}): AuditEntry {
  return {
    subjectId: "emp_siti",
    revision: 2,
    at: "2026-11-21T03:00:00.000Z",
    actor: { role: "officer", id: "emp_budi" },
    action: "changed",
    reason: "SK 12/2026",
    changes: [{ field: "golongan", from: "III/a", to: "III/b" }],
    ...change,
  };
}

export interface HistoryUnderTest {
  readonly table: Pick<AuditTable, "history">;
  /** Writes an entry as a save does. */
  tell(entry: AuditEntry): Promise<void>;
}

/** What every history does, the fake and the real one. `make` gives an empty table each time. */
export function auditTableContract(make: () => Promise<HistoryUnderTest>): void {
  test("a history is one record's, newest first", async () => {
    const { table, tell } = await make();
    for (const revision of [9, 10, 2]) await tell(anEntry({ revision }));
    await tell(anEntry({ subjectId: "emp_budi" }));

    const revisions = (await table.history("emp_siti")).map(({ revision }) => revision);
    expect(revisions).toEqual([10, 9, 2]);
  });

  test("an entry is read as it was written", async () => {
    const { table, tell } = await make();
    await tell(anEntry());

    expect(await table.history("emp_siti")).toEqual([anEntry()]);
  });

  test("a long history shows its newest entries", async () => {
    const { table, tell } = await make();
    for (const revision of [1, 2, 3]) await tell(anEntry({ revision }));

    const revisions = (await table.history("emp_siti", 2)).map(({ revision }) => revision);
    expect(revisions).toEqual([3, 2]);
  });
}
