/**
 * The lists after what this page did. They are not read again for it: the indexes follow the table a moment later, and would
 * still show what has just been decided.
 */
import type { ToldApproval } from "#shared/access/approval-answers.ts";

export interface ApprovalLists<A extends ToldApproval> {
  /** Of others, what this reader decides. */
  readonly waiting: readonly A[];
  /** What the reader asked for. */
  readonly own: readonly A[];
}

export function afterAsking<A extends ToldApproval>(
  { waiting, own }: ApprovalLists<A>,
  asked: A,
): ApprovalLists<A> {
  return { waiting, own: [asked, ...own.filter(({ id }) => id !== asked.id)] };
}

export function afterDecision<A extends ToldApproval>(
  { waiting, own }: ApprovalLists<A>,
  decided: A,
): ApprovalLists<A> {
  return {
    waiting: waiting.filter(({ id }) => id !== decided.id),
    own: own.map((each) => (each.id === decided.id ? decided : each)),
  };
}
