import type { AccountApprovalAnswer } from "#shared/account/account-answers.ts";
import { call } from "../api/member-client.ts";
import { Approvals } from "../approval/approvals.tsx";
import type { Decision, DecisionWords } from "../approval/words.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { accountApprovals as text } from "../messages/account-approvals.ts";
import { common } from "../messages/common.ts";
import { AccountChange } from "../officer/account-change.tsx";

/** What penyetuju of an agency decide: changes of accounts that a petugas asked for. */
export function ApprovalsPage() {
  useTitle(common.pages.approvals);
  const { data, failure, reload, replace } = useLoad(readPage);
  return (
    <div class="fills-screen">
      <Heading>{common.pages.approvals}</Heading>
      <p class="lead">{text.lead}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <Approvals
          lists={data}
          words={{ ...text, decision: wordsOf }}
          change={(approval) => <AccountChange change={approval.change} />}
          carryOut={carryOut}
          reload={reload}
          replace={replace}
        />
      )}
    </div>
  );
}

const readPage = () => call("GET /api/accounts/approvals");

function wordsOf(decision: Decision, { change }: AccountApprovalAnswer): DecisionWords {
  if (decision !== "approve") return text.decisions[decision];
  const { question, effect, done } = text.decisions.approve;
  return {
    question: question[change.kind],
    effect: effect[change.kind === "mfa-reset" ? change.mode : change.kind],
    done,
  };
}

function carryOut(
  decision: Decision,
  { id }: AccountApprovalAnswer,
  reason: string,
): Promise<AccountApprovalAnswer> {
  const params = { id };
  switch (decision) {
    case "approve":
      return call("POST /api/accounts/approvals/{id}/approve", { params });
    case "refuse":
      return call("POST /api/accounts/approvals/{id}/refuse", { params, body: { reason } });
    case "withdraw":
      return call("POST /api/accounts/approvals/{id}/withdraw", { params });
  }
}
