/**
 * The lists after what this page did. They are not read again for it: the indexes follow the table a moment later, and would
 * still show what has just been decided.
 */
import type { ApprovalAnswer, ApprovalListAnswer } from "#shared/access/approval-answers.ts";

export function afterAsking(
  { waiting, own }: ApprovalListAnswer,
  asked: ApprovalAnswer,
): ApprovalListAnswer {
  return { waiting, own: [asked, ...own.filter(({ id }) => id !== asked.id)] };
}

export function afterDecision(
  { waiting, own }: ApprovalListAnswer,
  decided: ApprovalAnswer,
): ApprovalListAnswer {
  return {
    waiting: waiting.filter(({ id }) => id !== decided.id),
    own: own.map((each) => (each.id === decided.id ? decided : each)),
  };
}
