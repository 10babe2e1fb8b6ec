import type { AuditEntry, Reading } from "#shared/audit/audit-entry.ts";
import type { AuditTrail, HistoryPage, HistoryQuery } from "#shared/audit/audit-trail.ts";

/** Reads the entries that `EmployeesInMemory` keeps; runs the same contract test (audit-table-contract.ts). */
export class HistoryInMemory implements AuditTrail {
  readonly noted: Reading[] = [];
  readonly #entries: AuditEntry[];

  constructor(entries: AuditEntry[] = []) {
    this.#entries = entries;
  }

  async add(entry: AuditEntry): Promise<boolean> {
    const { subjectId, revision } = entry;
    if (this.#entries.some((e) => e.subjectId === subjectId && e.revision === revision))
      return false;
    this.#entries.push(entry);
    return true;
  }

  async history({ subjectId, limit, from }: HistoryQuery): Promise<HistoryPage<AuditEntry>> {
    const before = from ? Number(from) : Number.POSITIVE_INFINITY;
    const all = this.#entries
      .filter((entry) => entry.subjectId === subjectId && entry.revision < before)
      .sort((a, b) => b.revision - a.revision);
    return page(all, limit, ({ revision }) => String(revision));
  }

  async noteReading(reading: Reading): Promise<void> {
    if (!this.noted.some((known) => slotOf(known) === slotOf(reading))) this.noted.push(reading);
  }

  async readings({ subjectId, limit, from }: HistoryQuery): Promise<HistoryPage<Reading>> {
    const all = this.noted
      .filter((known) => known.subjectId === subjectId && (!from || orderOf(known) < from))
      .sort((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1));
    return page(all, limit, orderOf);
  }
}

const slotOf = ({ subjectId, actor, purpose, at }: Reading) =>
  [subjectId, actor.id, purpose, at.slice(0, 13)].join("#");
const orderOf = ({ at, actor, purpose }: Reading) => `${at}#${actor.id}#${purpose}`;

function page<T>(all: readonly T[], limit: number, key: (item: T) => string): HistoryPage<T> {
  const items = all.slice(0, limit);
  const last = items.at(-1);
  return { items, next: last && all.length > limit ? key(last) : undefined };
}
