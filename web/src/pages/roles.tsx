import { useEffect, useRef, useState } from "preact/hooks";
import type { ApprovalAnswer, ApprovalListAnswer } from "#shared/access/approval-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { common } from "../messages/common.ts";
import { roles as text } from "../messages/roles.ts";
import { nameOf } from "../operator/approval-item.tsx";
import { ApprovalList } from "../operator/approval-list.tsx";
import { afterAsking, afterDecision } from "../operator/approval-lists.ts";
import { AskRoleChange, type Found, findBegun } from "../operator/ask-role-change.tsx";
import { type Decision, DecisionDialog } from "../operator/decision-dialog.tsx";

interface Deciding {
  readonly decision: Decision;
  readonly approval: ApprovalAnswer;
}

/** Two operators give and take roles: what waits for this one, a form to ask with, and what became of the own requests. */
export function RolesPage() {
  useTitle(common.pages.roles);
  const { data, failure, reload, replace } = useLoad(readPage);
  return (
    <div class="fills-screen">
      <Heading>{common.pages.roles}</Heading>
      <p class="lead">{text.lead}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <Approvals {...data} reload={reload} replace={(lists) => replace({ ...data, lists })} />
      )}
    </div>
  );
}

interface PageData {
  readonly lists: ApprovalListAnswer;
  readonly begun: Found | undefined;
}

/** Both at once, so that nothing moves when the second one comes. Whose page it is, and so whose draft, the first one tells. */
async function readPage(): Promise<PageData> {
  const lists = await call("GET /api/operator/approvals");
  return { lists, begun: await findBegun() };
}

interface ApprovalsProps extends PageData {
  readonly reload: () => void;
  readonly replace: (lists: ApprovalListAnswer) => void;
}

function Approvals({ lists, begun, reload, replace }: ApprovalsProps) {
  const [deciding, setDeciding] = useState<Deciding>();
  const [done, tell] = useDone();
  const decide = (decision: Decision, approval: ApprovalAnswer) =>
    setDeciding({ decision, approval });
  return (
    <>
      <div role="status">{done && <Done key={done.count} message={done.message} />}</div>
      <ApprovalList kind="waiting" items={lists.waiting} decide={decide} />
      <AskRoleChange
        begun={begun}
        onAsked={(asked) => {
          tell(text.asked(nameOf(asked)));
          replace(afterAsking(lists, asked));
        }}
      />
      <ApprovalList kind="own" items={lists.own} decide={decide} />
      {deciding && (
        <DecisionDialog
          key={`${deciding.decision} ${deciding.approval.id}`}
          {...deciding}
          close={() => {
            setDeciding(undefined);
            // Somebody else may have decided meanwhile: what can still be done is read anew.
            reload();
          }}
          onDecided={(decided) => {
            setDeciding(undefined);
            tell(text.decisions[deciding.decision].done(nameOf(decided)));
            replace(afterDecision(lists, decided));
          }}
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
