import { useRef } from "preact/hooks";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { call } from "../api/member-client.ts";
import { email as emailCheck, problemsOf } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { accountForms } from "../messages/account-forms.ts";
import { common } from "../messages/common.ts";
import { officer } from "../messages/officer.ts";
import { reasonProblem } from "./employee-change.ts";
import { StepTitle } from "./step-title.tsx";
import { WayOut } from "./way-out.tsx";

const text = accountForms.email;

interface EmailCorrectionSectionProps {
  readonly employee: EmployeeAnswer;
  readonly leave: () => void;
  readonly onAsked: (message: string) => void;
}

/**
 * Asks a penyetuju for the right address of an account that was never activated.
 * Long: markup, in the order of the page.
 */
export function EmailCorrectionSection({ employee, leave, onAsked }: EmailCorrectionSectionProps) {
  const requestId = useRef(crypto.randomUUID());
  const { id, revision } = employee;
  return (
    <section class="panel" aria-labelledby="email-title">
      <StepTitle id="email-title">{text.title}</StepTitle>
      <p class="hint">{text.hint}</p>
      <div class="narrow-form">
        <Form
          title={text.title}
          names={["email", "reason"]}
          check={(values) => problemsOf(values, { email: emailCheck, reason: reasonProblem })}
          submit={text.submit}
          failures={accountForms.failures}
          send={async ({ email, reason }) => {
            const asked = { email: email.trim(), reason: reason.trim() };
            const body = { ...asked, revision, requestId: requestId.current };
            await call("POST /api/accounts/{id}/email-correction", { params: { id }, body });
            onAsked(text.done);
          }}
        >
          <TextField
            name="email"
            label={`${text.field} *`}
            type="email"
            maxLength={254}
            autoComplete="off"
          />
          <TextField
            name="reason"
            label={`${officer.reason} *`}
            hint={text.reasonHint}
            maxLength={500}
            autoComplete="off"
          />
        </Form>
      </div>
      <WayOut leave={leave}>{common.cancel}</WayOut>
    </section>
  );
}
