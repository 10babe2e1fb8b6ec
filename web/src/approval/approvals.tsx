import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ToldApproval } from "#shared/access/approval-answers.ts";
import { approvals as text } from "../messages/approvals.ts";
import { ApprovalList } from "./approval-list.tsx";
import { type ApprovalLists, afterAsking, afterDecision } from "./approval-lists.ts";
import { DecisionDialog } from "./decision-dialog.tsx";
import { type ApprovalWords, type Decision, nameOf } from "./words.ts";

/** What a page does with the approvals of its kinds. */
export interface ApprovalKindProps<A extends ToldApproval> {
  readonly words: ApprovalWords<A>;
  /** Old and new, in the shape of the kind. */
  readonly change: (approval: A) => ComponentChildren;
  readonly carryOut: (decision: Decision, approval: A, reason: string) => Promise<A>;
}

interface ApprovalsProps<A extends ToldApproval> extends ApprovalKindProps<A> {
  readonly lists: ApprovalLists<A>;
  readonly reload: () => void;
  readonly replace: (lists: ApprovalLists<A>) => void;
  /** Between the two lists: what asks for another one. */
  readonly form?: (onAsked: (asked: A, message: string) => void) => ComponentChildren;
}

interface Deciding<A> {
  readonly decision: Decision;
  readonly approval: A;
}

/** What waits for this reader, and what became of the own requests; each decision is asked once more. Long: markup, in the order of the page. */
export function Approvals<A extends ToldApproval>(props: ApprovalsProps<A>) {
  const { lists, words, carryOut, reload, replace, form } = props;
  const [deciding, setDeciding] = useState<Deciding<A>>();
  const [done, tell] = useDone();
  const decide = (decision: Decision, approval: A) => setDeciding({ decision, approval });
  const onDecided = (decision: Decision, decided: A) => {
    setDeciding(undefined);
    tell(words.decision(decision, decided).done(nameOf(decided, words)));
    replace(afterDecision(lists, decided));
  };
  /** With one press: there is nothing to weigh. Whatever goes wrong, the lists as they are now tell. */
  const refuseOutdated = (approval: A) =>
    void carryOut("refuse", approval, text.outdatedReason).then(
      (decided) => onDecided("refuse", decided),
      reload,
    );
  const deciders = { ...props, decide, refuseOutdated };
  return (
    <>
      <div role="status">{done && <Done key={done.count} message={done.message} />}</div>
      <ApprovalList {...deciders} kind="waiting" items={lists.waiting} />
      {form?.((asked, message) => {
        tell(message);
        replace(afterAsking(lists, asked));
      })}
      <ApprovalList {...deciders} kind="own" items={lists.own} />
      {deciding && (
        <DecisionDialog
          {...props}
          key={`${deciding.decision} ${deciding.approval.id}`}
          {...deciding}
          close={() => {
            setDeciding(undefined);
            // Somebody else may have decided meanwhile: what can still be done is read anew.
            reload();
          }}
          onDecided={(decided) => onDecided(deciding.decision, decided)}
        />
      )}
    </>
  );
}

/** What was done last; the same again is told again. */
function useDone() {
  const [done, setDone] = useState<{ readonly message: string; readonly count: number }>();
  const tell = (message: string) =>
    setDone((before) => ({ message, count: (before?.count ?? 0) + 1 }));
  return [done, tell] as const;
}

/** It has the focus, so that the page is at it. */
function Done({ message }: { message: string }) {
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    <p class="notice notice-good" tabIndex={-1} ref={notice}>
      {message}
    </p>
  );
}
