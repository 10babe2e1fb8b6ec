import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Id } from "#shared/runtime/ids.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { Approval, ApprovalId, ClosedApproval } from "./approval.ts";

export interface ApprovalQuery {
  /** As many that fit, however many do not. */
  readonly limit: number;
  readonly fits: (approval: Approval) => boolean;
}

/** What waits for a second person, and what became of it, for good. */
export interface Approvals {
  /**
   * Adds one that waits, with the lines of history that tell of it and what else is noted of it.
   * @throws Conflict `request-repeated` when it is there already, or what the others say
   */
  add(
    approval: Approval,
    entries: readonly AuditEntry[],
    ...others: readonly JoinedWrite[]
  ): Promise<void>;
  /** Strongly consistent. */
  find(id: ApprovalId): Promise<Approval | undefined>;
  /**
   * The writes that end an approval, to be part of the transaction of the change that it is about. They fail as
   * `approval-decided` when it has ended meanwhile, by a decision, a withdrawal or its time; as `decision-raced` when asker
   * or decider have other roles by now.
   */
  closing(closed: ClosedApproval): readonly JoinedWrite[];
  /**
   * Ends one, with what else is written of its end. @throws Conflict `approval-decided`, `decision-raced`, or what the others say
   */
  close(closed: ClosedApproval, ...others: readonly JoinedWrite[]): Promise<void>;
  /**
   * What waits in a queue (`queueOf`) and fits, the one that ends first is first; the newest can be a moment late. One that cannot
   * be read is left out and reported.
   */
  waiting(queue: string, query: ApprovalQuery & { readonly now: Date }): Promise<Approval[]>;
  /** What was asked about a person and fits, in every state, newest first; the newest can be a moment late, as in `waiting`. */
  about(personId: Id<"emp">, query: ApprovalQuery): Promise<Approval[]>;
  /** What somebody asked for that fits, in every state, newest first; the newest can be a moment late, as in `waiting`. */
  askedBy(askerId: Id<"emp">, query: ApprovalQuery): Promise<Approval[]>;
}
