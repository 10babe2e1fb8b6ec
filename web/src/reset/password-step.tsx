import { useState } from "preact/hooks";
import { call } from "../api/client.ts";
import { digitsOf, problemsOf, sixDigits } from "../forms/checks.ts";
import { CodeField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { PasswordField } from "../forms/password-field.tsx";
import { reset as text } from "../messages/reset.ts";
import { resetPage } from "../messages/reset-page.ts";
import { BackButton } from "./back-button.tsx";
import { maskedAddress } from "./masked-address.ts";
import { newPasswordProblems, PasswordRules } from "./password-rules.tsx";
import { ResendButton } from "./resend-button.tsx";
import { ofThisTab } from "./reset-tab.ts";
import { StepHeading } from "./step-heading.tsx";

const names = ["code", "newPassword", "repeat"] as const;

interface PasswordStepProps {
  /** Both empty when they are no longer known. */
  readonly nip: string;
  readonly email: string;
  readonly onDone: (next: "login" | "enrolment") => void;
  /** To the address, to type another one. */
  readonly onBack: () => void;
  readonly onRestart: () => void;
}

/** Step 3, «Cek surel Anda»: the mailed code and a new password. Long: markup, in the order of the page. */
export function PasswordStep({ nip, email, onDone, onBack, onRestart }: PasswordStepProps) {
  const [typed, setTyped] = useState("");
  const address = maskedAddress.read();
  return (
    <div class="narrow panel">
      <StepHeading step={3}>{text.mailTitle}</StepHeading>
      <p class="lead">{text.mailText}</p>
      {address && (
        <p>
          {text.sentTo} <strong translate={false}>{address}</strong>{" "}
          <button class="link-button" type="button" onClick={onBack}>
            {text.notThis}
          </button>
        </p>
      )}
      <Form
        title={text.mailTitle}
        names={names}
        check={(values) => [
          ...problemsOf(values, { code: sixDigits }),
          ...newPasswordProblems(values, nip),
        ]}
        submit={text.submit}
        failures={text.failures}
        send={async ({ code, newPassword }) => {
          const { next } = await call("POST /api/session/reset/password", {
            ...ofThisTab(),
            body: { code: digitsOf(code), newPassword },
          });
          maskedAddress.forget();
          onDone(next);
        }}
      >
        {nip && <UserNameForManagers nip={nip} />}
        <CodeField name="code" label={text.code} hint={text.codeHint} />
        <PasswordField
          name="newPassword"
          label={text.newPassword}
          autoComplete="new-password"
          onInput={setTyped}
        />
        <PasswordRules password={typed} nip={nip} />
        <PasswordField name="repeat" label={text.repeat} autoComplete="new-password" />
      </Form>
      <details>
        <summary>{text.noMail}</summary>
        <p>{text.noMailText}</p>
      </details>
      {email && <ResendButton email={email} />}
      <BackButton onBack={onRestart}>{resetPage.restart}</BackButton>
    </div>
  );
}

/** Password managers keep a password under the name they find in its form. */
function UserNameForManagers({ nip }: { nip: string }) {
  return (
    <span class="visually-hidden" aria-hidden="true">
      <input
        type="text"
        name="username"
        autoComplete="username"
        value={nip}
        readOnly
        tabIndex={-1}
      />
    </span>
  );
}
