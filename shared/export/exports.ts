import type { ApprovalId } from "#shared/access/approval.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { Export, ExportId, ExportProgress } from "./export.ts";

/** Exports, stored for a day, or for as long as a second person may take. */
export interface Exports {
  /** An existing export stays as it is. */
  add(item: Export): Promise<void>;
  /** Strongly consistent. One that is over may still be found: see `isOver`. */
  find(id: ExportId): Promise<Export | undefined>;
  /** Those of an officer that are not over, newest first; the newest can be missing for a moment. Unreadable ones are left out. */
  ofOfficer(officerId: EmployeeId, now: Date, limit: number): Promise<Export[]>;
  /**
   * Notes the progress of one that is being written, or is sent to be. What is ready stays ready, and what waits for a second person
   * goes on by `agreeing` alone.
   */
  advance(id: ExportId, progress: Partial<ExportProgress>, now: Date): Promise<void>;
  /** Sends one on its way again. @returns false when it is not as it was seen */
  restart(seen: Export, now: Date): Promise<boolean>;
  /** The write that notes what a second person is asked; it fails as `record-changed` when it is not as it was seen. */
  asking(
    seen: Export,
    asked: { readonly approvalId: ApprovalId; readonly endsAt: string },
    now: Date,
  ): JoinedWrite;
  /** The write that notes that the second person agrees; it fails as `approval-subject-changed`. */
  agreeing(
    id: ExportId,
    agreed: { readonly approvalId: ApprovalId; readonly by: EmployeeId; readonly at: Date },
  ): JoinedWrite;
}

/** Files of lists, for a day. */
export interface ExportFiles {
  /** Stores a file while it is being written. @throws what `pieces` throws, with nothing stored */
  put(item: Export, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  /** A link to download the file, valid for a minute. */
  link(item: Export, fileName: string): Promise<string>;
}

/** Exports that wait to be written. */
export interface ExportsToWrite {
  send(id: ExportId): Promise<void>;
}
