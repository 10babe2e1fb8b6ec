import type { ApprovalAnswer } from "#shared/access/approval-answers.ts";
import { roles as text } from "../messages/roles.ts";
import { ApprovalItem } from "./approval-item.tsx";
import type { Decision } from "./decision-dialog.tsx";

interface ApprovalListProps {
  /** What others asked for and this reader decides, or what the reader asked for. */
  readonly kind: "waiting" | "own";
  readonly items: readonly ApprovalAnswer[];
  readonly decide: (decision: Decision, approval: ApprovalAnswer) => void;
}

export function ApprovalList({ kind, items, decide }: ApprovalListProps) {
  const { title, hint, none } = text.lists[kind];
  return (
    <section class="print-list" aria-labelledby={`${kind}-title`}>
      <h2 id={`${kind}-title`}>{title}</h2>
      <p class="hint">{items.length === 0 ? none : hint}</p>
      {items.length > 0 && (
        <ul>
          {items.map((approval) => (
            <ApprovalItem key={approval.id} approval={approval} decide={decide} />
          ))}
        </ul>
      )}
    </section>
  );
}
