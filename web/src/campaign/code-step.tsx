import { call } from "../api/client.ts";
import { digitsOf } from "../forms/checks.ts";
import { CodeField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { mailedCodeProblems } from "../forms/mailed-code.ts";
import { campaignSteps as text } from "../messages/campaign-steps.ts";
import { identity } from "../messages/identity.ts";
import { StepFrame } from "./step-frame.tsx";

interface CodeStepProps {
  readonly form: `frm_${string}`;
  /** Unknown after the phone has dropped this tab. */
  readonly email: string | undefined;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** The mailed code: it shows that whoever typed the address reads its mail. */
export function CodeStep({ form, email, onDone, onBack }: CodeStepProps) {
  return (
    <StepFrame step={4} title={text.code} onBack={onBack}>
      {email && (
        <p>
          {text.codeSent} <strong translate={false}>{email}</strong>.
        </p>
      )}
      <Form
        title={text.code}
        names={["mailedCode"]}
        check={(values) => mailedCodeProblems(values.mailedCode)}
        submit={text.confirm}
        failures={identity.failures}
        send={async (values) => {
          const body = { form, code: digitsOf(values.mailedCode) };
          await call("POST /api/session/campaigns/forms/confirm", { body });
          onDone();
        }}
      >
        <CodeField name="mailedCode" label={text.code} hint={text.codeHint} />
      </Form>
    </StepFrame>
  );
}
