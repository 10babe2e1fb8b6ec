import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Id } from "#shared/runtime/ids.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { Approval, ApprovalId, ClosedApproval } from "./approval.ts";

/** What waits for a second person, and what became of it, for good. */
export interface Approvals {
  /** Adds one that waits, with its line of history. @throws Conflict `request-repeated` when it is there already */
  add(approval: Approval, entry: AuditEntry): Promise<void>;
  /** Strongly consistent. */
  find(id: ApprovalId): Promise<Approval | undefined>;
  /**
   * The writes that end an approval, to be part of the transaction of the change that it is about. They fail as
   * `approval-decided` when it has ended meanwhile, by a decision, a withdrawal or its time; as `standing-changed` when asker
   * or decider have other roles by now.
   */
  closing(closed: ClosedApproval): readonly JoinedWrite[];
  /** Ends one that changes nothing else. @throws Conflict `approval-decided` */
  close(closed: ClosedApproval): Promise<void>;
  /**
   * What waits in a queue (`queueOf`), the one that ends first is first; the newest can be a moment late. One that cannot be
   * read is left out and reported.
   */
  waiting(queue: string, now: Date, limit: number): Promise<Approval[]>;
  /** What somebody asked for, in every state, newest first; the newest can be a moment late, as in `waiting`. */
  askedBy(askerId: Id<"emp">, limit: number): Promise<Approval[]>;
}
