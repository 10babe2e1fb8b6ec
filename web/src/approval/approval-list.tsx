import type { ToldApproval } from "#shared/access/approval-answers.ts";
import { ApprovalItem } from "./approval-item.tsx";
import type { ApprovalKindProps } from "./approvals.tsx";
import type { Decision } from "./words.ts";

interface ApprovalListProps<A extends ToldApproval> extends ApprovalKindProps<A> {
  readonly kind: "waiting" | "own";
  readonly items: readonly A[];
  readonly decide: (decision: Decision, approval: A) => void;
  readonly refuseOutdated: (approval: A) => void;
}

export function ApprovalList<A extends ToldApproval>(props: ApprovalListProps<A>) {
  const { kind, items, words } = props;
  const { title, hint, none } = words.lists[kind];
  return (
    <section class="print-list" aria-labelledby={`${kind}-title`}>
      <h2 id={`${kind}-title`}>{title}</h2>
      <p class="hint">{items.length === 0 ? none : hint}</p>
      {items.length > 0 && (
        <ul>
          {items.map((approval) => (
            <ApprovalItem {...props} key={approval.id} approval={approval} />
          ))}
        </ul>
      )}
    </section>
  );
}
