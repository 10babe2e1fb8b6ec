import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { Transfer } from "./transfer.ts";

/** The newest transfer of each person. */
export interface Transfers {
  /** Strongly consistent. */
  find(person: EmployeeId): Promise<Transfer | undefined>;
  /**
   * The write of the next revision, for a transaction: the first one, or in the place of the one before. It fails as `transfer-over` when
   * there is another one by now.
   */
  writing(next: Transfer): JoinedWrite;
  /**
   * Holds a transaction to the transfer that was read, or to there being none: it fails as `decision-raced` when it is another one by now.
   */
  unchanged(person: EmployeeId, seen: Transfer | undefined): JoinedWrite;
  /** Writes the next revision with lines of history. @throws Conflict `transfer-over` */
  save(next: Transfer, entries: readonly AuditEntry[]): Promise<void>;
  /** Who may be taken in by an agency, what ends first is first, at most `limit`; the newest can be missing for a moment. */
  arriving(to: string, query: { readonly now: Date; readonly limit: number }): Promise<Transfer[]>;
}
