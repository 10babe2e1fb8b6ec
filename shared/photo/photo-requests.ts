import type { Approval, ApprovalId } from "#shared/access/approval.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";

/**
 * Which request about a person's photo was the newest one, by the person: an index of the approvals follows its table, and a request
 * that was written a moment ago must not slip past a decision (decision 0066).
 */
export interface PhotoRequests {
  /** Strongly consistent; undefined when there was none, or its time is long over. Whether it still waits, the approval says. */
  newest(id: EmployeeId): Promise<ApprovalId | undefined>;
  /** Notes it in the transaction that adds it, in the place of the one that was read; `change-asked` when another came in between. */
  noting(asked: Approval, seen: ApprovalId | undefined): JoinedWrite;
  /** Holds a save of the record to the one that was read; `record-changed` when another came in between. */
  unchanged(id: EmployeeId, seen: ApprovalId | undefined): JoinedWrite;
}
