import type { AuditEntry, Reading } from "./audit-entry.ts";

/** A part of a history, newest first. What cannot be read is left out and reported. */
export interface HistoryPage<T> {
  readonly items: readonly T[];
  /** Where the next page begins; undefined on the last. */
  readonly next?: string | undefined;
}

export interface HistoryQuery {
  readonly subjectId: string;
  readonly limit: number;
  /** `next` of the page before. */
  readonly from?: string | undefined;
}

/** The history of all records: who changed them, and who read them. */
export interface AuditTrail {
  /** The changes of one record; every one is on some page. */
  history(query: HistoryQuery): Promise<HistoryPage<AuditEntry>>;
  /**
   * Adds an entry by itself, of something that is no save of a record.
   * @returns false when its revision has an entry already; then nothing was added
   */
  add(entry: AuditEntry): Promise<boolean>;
  /**
   * Notes that a record was read. The same reader, purpose and record within one hour of the clock is noted once.
   */
  noteReading(reading: Reading): Promise<void>;
  /** Who read one record; the newest reading can be a moment late (the index follows the table). */
  readings(query: HistoryQuery): Promise<HistoryPage<Reading>>;
}

/** The history, for who erases what must not be kept any longer. That something was changed, by whom and when stays, and still proves itself. */
export interface ErasableEntries {
  /**
   * Erases all values of one subject's history, with reasons and origins. What is gone already, and what has no proof that would hold without its
   * values, stays as it is.
   */
  eraseValues(subjectId: string): Promise<void>;
}
