import { call } from "../api/member-client.ts";
import type { AgencyApproval } from "../approval/agency-approval.ts";
import { Approvals } from "../approval/approvals.tsx";
import { viewOf } from "../approval/change-view.ts";
import type { Decision, DecisionWords } from "../approval/words.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { accountApprovals as text } from "../messages/account-approvals.ts";
import { common } from "../messages/common.ts";

/** What penyetuju of an agency decide: what a petugas asked for. */
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
          words={{ ...text, subject: (approval) => viewOf(approval).subject, decision: wordsOf }}
          change={(approval) => viewOf(approval).facts}
          carryOut={carryOut}
          reload={reload}
          replace={replace}
        />
      )}
    </div>
  );
}

const readPage = () => call("GET /api/accounts/approvals");

function wordsOf(decision: Decision, approval: AgencyApproval): DecisionWords {
  if (decision !== "approve") return text.decisions[decision];
  const { question, effect } = viewOf(approval);
  return { question, effect, done: text.approve.done };
}

function carryOut(
  decision: Decision,
  { id }: AgencyApproval,
  reason: string,
): Promise<AgencyApproval> {
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
