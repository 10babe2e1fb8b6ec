import type { ApprovalAnswer } from "#shared/access/approval-answers.ts";
import { call } from "../api/member-client.ts";
import type { ApprovalLists } from "../approval/approval-lists.ts";
import { Approvals } from "../approval/approvals.tsx";
import { type Decision, type DecisionWords, nameOf } from "../approval/words.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { officePages } from "../messages/office-pages.ts";
import { operatorPages } from "../messages/operator-pages.ts";
import { roles as text } from "../messages/roles.ts";
import { AskRoleChange, type Found, findBegun } from "../operator/ask-role-change.tsx";
import { OperatorChange } from "../operator/operator-change.tsx";

/** Two operators give and take roles, and freeze accounts: what waits for this one, a form to ask with, and what became of the own requests. */
export function RolesPage() {
  useTitle(operatorPages.roles);
  const { data, failure, reload, replace } = useLoad(readPage);
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/operator/instansi")}>{officePages.agency}</a>
      </p>
      <Heading>{operatorPages.roles}</Heading>
      <p class="lead">{text.lead}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <Approvals
          lists={data.lists}
          words={{ ...text, decision: wordsOf }}
          change={(approval) => <OperatorChange approval={approval} />}
          carryOut={carryOut}
          reload={reload}
          replace={(lists) => replace({ ...data, lists })}
          form={(onAsked) => (
            <AskRoleChange
              begun={data.begun}
              onAsked={(asked) => onAsked(asked, askedText(asked))}
            />
          )}
        />
      )}
    </div>
  );
}

function askedText(asked: ApprovalAnswer): string {
  const words = asked.change.kind === "roles" ? text.asked : text.freezeAsked;
  return words(nameOf(asked));
}

function wordsOf(decision: Decision, { change }: ApprovalAnswer): DecisionWords {
  const isFreeze = decision === "approve" && change.kind === "account-freeze";
  return text.decisions[isFreeze ? "freeze" : decision];
}

interface PageData {
  readonly lists: ApprovalLists<ApprovalAnswer>;
  readonly begun: Found | undefined;
}

/** Both at once, so that nothing moves when the second one comes. Whose page it is, and so whose draft, the first one tells. */
async function readPage(): Promise<PageData> {
  const lists = await call("GET /api/operator/approvals");
  return { lists, begun: await findBegun() };
}

function carryOut(
  decision: Decision,
  { id }: ApprovalAnswer,
  reason: string,
): Promise<ApprovalAnswer> {
  const params = { id };
  switch (decision) {
    case "approve":
      return call("POST /api/operator/approvals/{id}/approve", { params });
    case "refuse":
      return call("POST /api/operator/approvals/{id}/refuse", { params, body: { reason } });
    case "withdraw":
      return call("POST /api/operator/approvals/{id}/withdraw", { params });
  }
}
