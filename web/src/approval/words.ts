/** What a page says of the approvals it shows; what is said of all stands in messages/approvals.ts. */
import type { ToldApproval } from "#shared/access/approval-answers.ts";
import { approvals as text } from "../messages/approvals.ts";

export type Decision = keyof typeof text.decisions;

export interface DecisionWords {
  readonly question: (name: string) => string;
  /** What comes of it. */
  readonly effect: string;
  readonly done: (name: string) => string;
}

interface ListWords {
  readonly title: string;
  readonly hint: string;
  readonly none: string;
}

export interface ApprovalWords<A extends ToldApproval> {
  readonly lists: Readonly<Record<"waiting" | "own", ListWords>>;
  /** Told to whom an approval is about, who cannot decide it. */
  readonly aboutYou: string;
  readonly decision: (decision: Decision, approval: A) => DecisionWords;
  /** What it is about, where that is nobody who has a record. */
  readonly subject?: (approval: A) => string | undefined;
}

export function nameOf<A extends ToldApproval>(
  approval: A,
  { subject }: Pick<ApprovalWords<A>, "subject"> = {},
): string {
  return approval.subject.name ?? subject?.(approval) ?? text.nameless;
}
