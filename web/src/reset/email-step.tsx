import { call } from "../api/client.ts";
import { email, problemsOf } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { reset as text } from "../messages/reset.ts";
import { RestartButton } from "./restart-button.tsx";
import { StepHeading } from "./step-heading.tsx";

/** Step 2, «Kirim»: the e-mail of the personnel record. */
export function EmailStep({
  onDone,
  onRestart,
}: {
  onDone: (email: string) => void;
  onRestart: () => void;
}) {
  return (
    <div class="narrow panel">
      <StepHeading step={2}>{text.emailTitle}</StepHeading>
      <Form
        title={text.emailTitle}
        names={["email"]}
        check={(values) => problemsOf(values, { email })}
        submit={text.send}
        send={async (values) => {
          const address = values.email.trim();
          await call("POST /api/session/reset/email", { body: { email: address } });
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
        <p>{text.emailWrongText}</p>
      </details>
      <RestartButton onRestart={onRestart} />
    </div>
  );
}
