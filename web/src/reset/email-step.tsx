import { call } from "../api/client.ts";
import { email, problemsOf } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { reset as text } from "../messages/reset.ts";
import { BackButton } from "./back-button.tsx";
import { maskedAddress } from "./masked-address.ts";
import { ofThisTab } from "./reset-tab.ts";
import { StepHeading } from "./step-heading.tsx";

/** Step 2, «Kirim»: the e-mail of the personnel record. Long: markup, in the order of the page. */
export function EmailStep({
  onDone,
  onBack,
}: {
  onDone: (email: string) => void;
  onBack: () => void;
}) {
  return (
    <div class="narrow panel">
      <StepHeading step={2}>{text.emailTitle}</StepHeading>
      <Form
        title={text.emailTitle}
        names={["email"]}
        check={(values) => problemsOf(values, { email })}
        submit={text.send}
        failures={text.failures}
        send={async (values) => {
          const address = values.email.trim();
          await call("POST /api/session/reset/email", { ...ofThisTab(), body: { email: address } });
          maskedAddress.keep(address);
          onDone(address);
        }}
      >
        <TextField
          name="email"
          type="email"
          label={text.email}
          hint={text.emailHint}
          autoComplete="email"
          spellcheck={false}
        />
      </Form>
      <details>
        <summary>{text.emailWrong}</summary>
        <ol>
          {text.emailWrongSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </details>
      <BackButton onBack={onBack}>{text.back}</BackButton>
    </div>
  );
}
