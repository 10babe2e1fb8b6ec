import { expect, test } from "vitest";
import type { AuditEntry, Reading } from "#shared/audit/audit-entry.ts";
import type { AuditTrail, HistoryPage } from "#shared/audit/audit-trail.ts";

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

export function aReading(change: Partial<Reading> = {}): Reading {
  return {
    subjectId: "emp_siti",
    at: "2026-11-21T03:10:00.000Z",
    actor: { role: "officer", id: "emp_budi" },
    purpose: "record-read",
    ...change,
  };
}

export interface HistoryUnderTest {
  readonly table: AuditTrail;
  /** Writes an entry as a save does. */
  tell(entry: AuditEntry): Promise<void>;
}

const subjectId = "emp_siti";

/** What every history does, the fake and the real one. `make` gives an empty table each time. */
export function auditTableContract(make: () => Promise<HistoryUnderTest>): void {
  test("a history is one record's, newest first", async () => {
    const { table, tell } = await make();
    for (const revision of [9, 10, 2]) await tell(anEntry({ revision }));
    await tell(anEntry({ subjectId: "emp_budi" }));

    const { items, next } = await table.history({ subjectId, limit: 9 });
    expect(items.map(({ revision }) => revision)).toEqual([10, 9, 2]);
    expect(next).toBeUndefined();
  });

  test("an entry is read as it was written", async () => {
    const { table, tell } = await make();
    await tell(anEntry());

    expect((await table.history({ subjectId, limit: 9 })).items).toEqual([anEntry()]);
  });

  test("an entry that is added by itself is read as it was written, and is never written over", async () => {
    const { table } = await make();
    const entry = anEntry({
      subjectId: "account#emp_siti",
      revision: Date.parse("2026-11-21T03:00:00.000Z"),
      action: "signed-in-by-qr",
      changes: [],
      origin: { browser: "chrome", system: "android", country: "ID", region: "Jawa Barat" },
      holderTold: true,
    });

    expect(await table.add(entry)).toBe(true);
    expect(await table.add({ ...entry, action: "signed-out" })).toBe(false);
    const { items } = await table.history({ subjectId: entry.subjectId, limit: 9 });
    expect(items).toEqual([entry]);
  });

  test("a history of 51 entries is read to its beginning, page by page, and no page is empty", async () => {
    const { table, tell } = await make();
    for (let revision = 1; revision <= 51; revision++) await tell(anEntry({ revision }));

    const pages = await allPages((from) => table.history({ subjectId, limit: 17, from }));
    expect(pages.map(({ length }) => length)).toEqual([17, 17, 17]);
    const revisions = pages.flat().map(({ revision }) => revision);
    expect(revisions).toEqual(Array.from({ length: 51 }, (_, i) => 51 - i));
  });

  test("readings are one record's, newest first, page by page, and no changes", async () => {
    const { table, tell } = await make();
    await tell(anEntry());
    const noted = [
      aReading({ at: "2026-11-20T03:00:00.000Z" }),
      aReading({ at: "2026-11-21T03:10:00.000Z", purpose: "card-printed" }),
      aReading({ at: "2026-11-21T03:10:00.000Z" }),
      aReading({ at: "2026-11-21T04:00:00.000Z", actor: { role: "officer", id: "emp_rahayu" } }),
    ];
    for (const reading of [...noted, aReading({ subjectId: "emp_budi" })])
      await table.noteReading(reading);

    const pages = await allPages((from) => table.readings({ subjectId, limit: 2, from }));
    expect(pages).toEqual([
      [noted[3], noted[2]],
      [noted[1], noted[0]],
    ]);
    expect((await table.history({ subjectId, limit: 9 })).items).toEqual([anEntry()]);
  });

  test("the same reader, purpose and record are noted once an hour", async () => {
    const { table } = await make();
    for (const at of ["03:00:00.000", "03:59:59.999", "04:00:00.000"])
      await table.noteReading(aReading({ at: `2026-11-21T${at}Z` }));

    const { items } = await table.readings({ subjectId, limit: 9 });
    expect(items.map(({ at }) => at.slice(11, 19))).toEqual(["04:00:00", "03:00:00"]);
  });
}

async function allPages<T>(
  read: (from: string | undefined) => Promise<HistoryPage<T>>,
): Promise<(readonly T[])[]> {
  const pages = [await read(undefined)];
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) pages.push(await read(next));
  return pages.map(({ items }) => items);
}
