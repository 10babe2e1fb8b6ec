import { useState } from "preact/hooks";
import type { MailWish } from "#shared/notification/mail-plan.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { call } from "../api/member-client.ts";
import { Form } from "../forms/form.tsx";
import { common } from "../messages/common.ts";
import { mails as text } from "../messages/mails.ts";

/** What the holder is mailed of what is not about security. @param first as it was when the page opened */
export function MailsSection({ first }: { first: MailWish }) {
  const [wish, setWish] = useState(first);
  const [told, setTold] = useState("");
  return (
    <section class="panel" aria-labelledby="mails-title">
      <h2 id="mails-title">{text.title}</h2>
      <p class="hint">{text.hint}</p>
      <p role="status">{told}</p>
      <Form
        title={common.pages.account}
        names={[]}
        submit={text.save}
        look="button button-quiet"
        check={() => []}
        send={async () => {
          setTold("");
          await call("POST /api/account/mails", { body: { wish } });
          setTold(text.saved);
        }}
      >
        <fieldset>
          <legend>{text.legend}</legend>
          {keysOf<MailWish>(text.wishes).map((each) => (
            <div key={each} class="check-row">
              <input
                type="radio"
                id={`wish-${each}`}
                name="wish"
                value={each}
                checked={wish === each}
                onChange={() => setWish(each)}
              />
              <label for={`wish-${each}`}>{text.wishes[each]}</label>
            </div>
          ))}
        </fieldset>
      </Form>
    </section>
  );
}
