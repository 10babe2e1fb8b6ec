import { useEffect, useRef } from "preact/hooks";
import type { ApprovalAnswer } from "#shared/access/approval-answers.ts";
import { call } from "../api/member-client.ts";
import { closeDialog, openDialog } from "../components/open-dialog.ts";
import { problemsOf } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { common } from "../messages/common.ts";
import { operator } from "../messages/operator.ts";
import { roles as text } from "../messages/roles.ts";
import { reasonProblem } from "../officer/employee-change.ts";
import { WayOut } from "../officer/way-out.tsx";
import { nameOf } from "./approval-item.tsx";
import { RoleChangeList } from "./role-change-list.tsx";

export type Decision = keyof typeof text.decisions;

interface DecisionDialogProps {
  readonly decision: Decision;
  readonly approval: ApprovalAnswer;
  /** Left without a decision. */
  readonly close: () => void;
  /** It removes the dialog, which by that is closed without a word: nothing is read anew (approval-lists.ts). */
  readonly onDecided: (decided: ApprovalAnswer) => void;
}

/** Asks once more before something is approved, refused or withdrawn: whose roles, old and new, and what will come of it. */
export function DecisionDialog(props: DecisionDialogProps) {
  const { decision, approval, close, onDecided } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current) openDialog(dialog.current);
  }, []);
  const leave = () => dialog.current && closeDialog(dialog.current);
  return (
    <dialog ref={dialog} aria-labelledby="decision-title" onClose={close}>
      <h2 id="decision-title" translate={false}>
        {text.decisions[decision].question(nameOf(approval))}
      </h2>
      <RoleChangeList approval={approval} />
      <p>
        <strong>{text.reason}:</strong> {approval.reason}
      </p>
      <p>{text.decisions[decision].effect}</p>
      <DecisionForm decision={decision} approval={approval} onDecided={onDecided} />
      <WayOut leave={leave}>{common.cancel}</WayOut>
    </dialog>
  );
}

/** Only a refusal has a reason of its own. */
function DecisionForm({ decision, approval, onDecided }: Omit<DecisionDialogProps, "close">) {
  const words = text.decisions[decision];
  const isRefusal = decision === "refuse";
  return (
    <Form
      title={words.question(nameOf(approval))}
      names={["refusalReason"]}
      check={(values) => (isRefusal ? problemsOf(values, { refusalReason: reasonProblem }) : [])}
      submit={words.submit}
      failures={operator.failures}
      send={async ({ refusalReason }) => {
        onDecided(await carryOut(decision, approval.id, refusalReason.trim()));
      }}
    >
      {isRefusal && (
        <TextField
          name="refusalReason"
          label={`${text.reason} *`}
          maxLength={500}
          autoComplete="off"
        />
      )}
    </Form>
  );
}

function carryOut(
  decision: Decision,
  id: ApprovalAnswer["id"],
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
