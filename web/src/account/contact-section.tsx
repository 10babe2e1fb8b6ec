import { useRef, useState } from "preact/hooks";
import type { ContactAnswer } from "#shared/session/contact-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { digitsOf, email, problemsOf } from "../forms/checks.ts";
import { CodeField, TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { mailedCodeProblems } from "../forms/mailed-code.ts";
import { common } from "../messages/common.ts";
import { contact as text } from "../messages/contact.ts";
import { identity } from "../messages/identity.ts";
import { Instant } from "../session/instant.tsx";
import { IdentityForm } from "./identity-form.tsx";
import { WaitingChange } from "./waiting-change.tsx";

type Tell = (contact: ContactAnswer, told?: string) => void;

/** The own e-mail address, and the way to another one. @param first what the page was told when it opened */
export function ContactSection({ first }: { first: ContactAnswer }) {
  const [contact, setContact] = useState(first);
  const [told, setTold] = useState("");
  const title = useRef<HTMLHeadingElement>(null);
  const tell: Tell = (next, words = "") => {
    setContact(next);
    setTold(words);
    // What had the focus is gone.
    title.current?.focus();
  };
  return (
    <section class="panel" aria-labelledby="contact-title">
      <h2 id="contact-title" tabIndex={-1} ref={title}>
        {text.title}
      </h2>
      <p>
        <strong translate={false}>{contact.email}</strong>
      </p>
      {contact.emailCodesFrom ? (
        <p class="hint">
          {text.hintNew} <Instant at={contact.emailCodesFrom} />. {text.formerHears}
        </p>
      ) : (
        <p class="hint">{text.hint}</p>
      )}
      {contact.emailFailed && <p class="notice notice-warning">{text.failed}</p>}
      <p role="status">{told}</p>
      <NextStep contact={contact} tell={tell} />
    </section>
  );
}

function NextStep({ contact, tell }: { contact: ContactAnswer; tell: Tell }) {
  const { change, codeAt } = contact;
  if (codeAt !== undefined) return <CodeStep contact={contact} address={codeAt} tell={tell} />;
  return change ? (
    <WaitingChange
      change={change}
      words={text}
      stop={async () => tell(await call("POST /api/account/email/cancel"), text.cancelled)}
    />
  ) : (
    <details>
      <summary>{text.change}</summary>
      <NewAddress contact={contact} tell={tell} />
    </details>
  );
}

function NewAddress({ contact, tell }: { contact: ContactAnswer; tell: Tell }) {
  return (
    <IdentityForm
      about="email"
      names={["email"]}
      check={(values) => problemsOf(values, { email })}
      submit={text.send}
      send={async (proof, { email: typed }) => {
        const to = typed.trim();
        await call("POST /api/account/email", { body: { email: to, ...proof } });
        tell({ ...contact, codeAt: to });
      }}
    >
      <p>{text.changeHint}</p>
      <TextField
        name="email"
        type="email"
        label={text.email}
        autoComplete="email"
        spellcheck={false}
      />
    </IdentityForm>
  );
}

/** Long: markup, in the order of the page. */
function CodeStep({
  contact,
  address,
  tell,
}: {
  contact: ContactAnswer;
  address: string;
  tell: Tell;
}) {
  const { failure, run } = useReading();
  const again = () =>
    run(async () => {
      await call("POST /api/account/email/code");
      tell(contact, text.sentAgain);
    });
  const { codeAt: _, ...without } = contact;
  return (
    <>
      <Form
        title={common.pages.account}
        names={["mailedCode"]}
        check={({ mailedCode }) => mailedCodeProblems(mailedCode)}
        submit={text.confirm}
        failures={identity.failures}
        send={async ({ mailedCode }) =>
          tell(
            await call("POST /api/account/email/confirm", {
              body: { code: digitsOf(mailedCode) },
            }),
          )
        }
      >
        <p>
          {text.sentTo} <strong translate={false}>{address}</strong>.
        </p>
        <CodeField name="mailedCode" label={text.code} hint={text.codeHint} />
      </Form>
      <p class="after-form hint">{text.sentHint}</p>
      {failure && <FailureNotice failure={failure} retry={again} />}
      <p>
        <button class="button button-quiet" type="button" onClick={again}>
          {text.again}
        </button>
      </p>
      <p>
        <button class="button button-quiet" type="button" onClick={() => tell(without)}>
          {text.other}
        </button>
      </p>
    </>
  );
}
