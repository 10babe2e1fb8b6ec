import { useEffect, useRef } from "preact/hooks";
import type { ToldApproval } from "#shared/access/approval-answers.ts";
import { closeDialog, openDialog } from "../components/open-dialog.ts";
import { problemsOf } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { approvals as text } from "../messages/approvals.ts";
import { common } from "../messages/common.ts";
import { reasonProblem } from "../officer/employee-change.ts";
import { WayOut } from "../officer/way-out.tsx";
import type { ApprovalKindProps } from "./approvals.tsx";
import { type Decision, nameOf } from "./words.ts";

interface DecisionDialogProps<A extends ToldApproval> extends ApprovalKindProps<A> {
  readonly decision: Decision;
  readonly approval: A;
  /** Left without a decision. */
  readonly close: () => void;
  /** It removes the dialog, which by that is closed without a word: nothing is read anew (approval-lists.ts). */
  readonly onDecided: (decided: A) => void;
}

/** Asks once more before something is approved, refused or withdrawn: about whom, old and new, and what will come of it. It is read from its question on. */
export function DecisionDialog<A extends ToldApproval>(props: DecisionDialogProps<A>) {
  const { decision, approval, words, change, close } = props;
  const { question, effect } = words.decision(decision, approval);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current) openDialog(dialog.current);
  }, []);
  const leave = () => dialog.current && closeDialog(dialog.current);
  return (
    <dialog ref={dialog} aria-labelledby="decision-title" onClose={close}>
      <h2 id="decision-title" tabIndex={-1} autofocus translate={false}>
        {question(nameOf(approval, words))}
      </h2>
      {change(approval)}
      <p>
        <strong>{text.reason}:</strong> {approval.reason}
      </p>
      <p>{effect}</p>
      <DecisionForm {...props} />
      <WayOut leave={leave}>{common.cancel}</WayOut>
    </dialog>
  );
}

/** Only a refusal has a reason of its own. */
function DecisionForm<A extends ToldApproval>(props: DecisionDialogProps<A>) {
  const { decision, approval, words, carryOut, onDecided } = props;
  const isRefusal = decision === "refuse";
  return (
    <Form
      title={words.decision(decision, approval).question(nameOf(approval, words))}
      names={["refusalReason"]}
      check={(values) => (isRefusal ? problemsOf(values, { refusalReason: reasonProblem }) : [])}
      submit={text.decisions[decision].submit}
      failures={text.failures}
      send={async ({ refusalReason }) => {
        onDecided(await carryOut(decision, approval, refusalReason.trim()));
      }}
    >
      {isRefusal && (
        <TextField name="refusalReason" label={`${text.reason} *`} autoComplete="off" />
      )}
    </Form>
  );
}
