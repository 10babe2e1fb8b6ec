import type { AccountAnswer } from "#shared/account/account-answers.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { call } from "../api/member-client.ts";
import { problemsOf } from "../forms/checks.ts";
import { accountForms as text } from "../messages/account-forms.ts";
import { type AccountAction, accountActions, accountSteps } from "./account-step.ts";
import { ConfirmedForm } from "./confirmed-form.tsx";
import { reasonProblem } from "./employee-change.ts";
import { askDraft } from "./form-draft.ts";
import { KeptForm } from "./kept-form.tsx";
import { StepTitle } from "./step-title.tsx";

interface AccountSectionProps {
  readonly employee: EmployeeAnswer;
  readonly action: AccountAction;
  readonly leave: () => void;
  readonly onDone: (account: AccountAnswer, message: string) => void;
}

/** What one officer does alone, with a reason, and asked once more. */
export function AccountSection({ employee, action, leave, onDone }: AccountSectionProps) {
  const words = text.actions[accountActions[action]];
  return (
    <section class="panel" aria-labelledby="account-step-title">
      <StepTitle id="account-step-title">{accountSteps[action]}</StepTitle>
      <p class="hint">{words.hint}</p>
      <KeptForm draft={askDraft} id={`${action} ${employee.id}`}>
        {(begun) => (
          <ConfirmedForm
            begun={begun.accountReason}
            title={accountSteps[action]}
            names={["accountReason"]}
            reason="accountReason"
            reasonHint={text.reasonHint}
            check={(values) => problemsOf(values, { accountReason: reasonProblem })}
            requestOf={({ accountReason }) => ({
              requestId: crypto.randomUUID(),
              reason: accountReason.trim(),
            })}
            question={words.question(employee.name)}
            effect={() => <p>{words.effect}</p>}
            confirm={() => ({ label: words.confirm, takesAway: action === "bekukan" })}
            failures={text.failures}
            send={async ({ reason }) => {
              const account = await carryOut(action, employee.id, reason);
              return () => askDraft.over(onDone)(account, words.done);
            }}
            cancel={askDraft.over(leave)}
          />
        )}
      </KeptForm>
    </section>
  );
}

function carryOut(action: AccountAction, id: string, reason: string): Promise<AccountAnswer> {
  const parts = { params: { id }, body: { reason } };
  switch (action) {
    case "buka-kunci":
      return call("POST /api/accounts/{id}/unlock", parts);
    case "bekukan":
      return call("POST /api/accounts/{id}/freeze", parts);
    case "cairkan":
      return call("POST /api/accounts/{id}/unfreeze", parts);
    case "kirim-aktivasi":
      return call("POST /api/accounts/{id}/activation-mail", parts);
    case "hentikan-surel":
      return call("POST /api/accounts/{id}/email-change/cancel", parts);
    case "hentikan-telepon":
      return call("POST /api/accounts/{id}/phone-change/cancel", parts);
    case "batalkan-reset":
      return call("POST /api/accounts/{id}/mfa-reset/cancel", parts);
  }
}
