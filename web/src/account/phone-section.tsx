import { useRef, useState } from "preact/hooks";
import type { ContactAnswer } from "#shared/session/contact-answers.ts";
import { call } from "../api/member-client.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { contact } from "../messages/contact.ts";
import { IdentityForm } from "./identity-form.tsx";
import { WaitingChange } from "./waiting-change.tsx";

const text = contact.phone;

/** The own telephone number, and the way to another one. @param first what the page was told when it opened */
export function PhoneSection({ first }: { first: ContactAnswer }) {
  const [{ phone, phoneChange }, setContact] = useState(first);
  const [told, setTold] = useState("");
  const title = useRef<HTMLHeadingElement>(null);
  const tell = (next: ContactAnswer, words: string) => {
    setContact(next);
    setTold(words);
    // What had the focus is gone.
    title.current?.focus();
  };
  return (
    <section class="panel" aria-labelledby="phone-title">
      <h2 id="phone-title" tabIndex={-1} ref={title}>
        {text.title}
      </h2>
      <p>{phone ? <strong translate={false}>{phone}</strong> : text.none}</p>
      <p class="hint">{text.hint}</p>
      <p role="status">{told}</p>
      {phoneChange ? (
        <WaitingChange
          change={phoneChange}
          words={text}
          stop={async () => tell(await call("POST /api/account/phone/cancel"), text.cancelled)}
        />
      ) : (
        <details>
          <summary>{text.change}</summary>
          <NewNumber onAsked={(next) => tell(next, text.asked)} />
        </details>
      )}
    </section>
  );
}

function NewNumber({ onAsked }: { onAsked: (next: ContactAnswer) => void }) {
  return (
    <IdentityForm
      about="phone"
      names={["phone"]}
      check={(values) => problemsOf(values, { phone: required })}
      submit={text.send}
      send={async (proof, { phone }) =>
        onAsked(await call("POST /api/account/phone", { body: { phone: phone.trim(), ...proof } }))
      }
    >
      <p>{text.changeHint}</p>
      <TextField name="phone" type="tel" label={text.number} autoComplete="tel" />
    </IdentityForm>
  );
}
