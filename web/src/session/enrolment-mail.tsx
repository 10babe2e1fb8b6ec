import { useState } from "preact/hooks";
import { call } from "../api/client.ts";
import { digitsOf } from "../forms/checks.ts";
import { type Failure, failureOf, failureText } from "../forms/failure.ts";
import { CodeField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { mailedCodeProblems } from "../forms/mailed-code.ts";
import { common } from "../messages/common.ts";
import { enrolment as text } from "../messages/enrolment.ts";
import { identity } from "../messages/identity.ts";

/** Before an authenticator is registered in a browser that used no mailed code lately. */
export function EnrolmentMail({ onDone }: { onDone: () => void }) {
  return (
    <>
      <p>{text.mailText}</p>
      <Form
        title={common.pages.enrolment}
        names={["mailedCode"]}
        check={({ mailedCode }) => mailedCodeProblems(mailedCode)}
        submit={text.mailSubmit}
        failures={identity.failures}
        send={async ({ mailedCode }) => {
          const body = { mailedCode: digitsOf(mailedCode) };
          await call("POST /api/session/enrolment/mailed-code", { body });
          onDone();
        }}
      >
        <CodeField name="mailedCode" label={text.mailCode} hint={text.mailHint} />
      </Form>
      <MailAgain />
    </>
  );
}

function MailAgain() {
  const [sent, setSent] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const send = async () => {
    setSent(false);
    setFailure(undefined);
    try {
      await call("POST /api/session/enrolment/mail");
      setSent(true);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <p class="after-form">
      <button class="link-button" type="button" onClick={send}>
        {text.mailAgain}
      </button>{" "}
      <span role="status">
        {sent && text.mailSent}
        {failure && failureText(failure)}
      </span>
    </p>
  );
}
