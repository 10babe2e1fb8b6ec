import { useState } from "preact/hooks";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { ownData } from "../messages/own-data.ts";
import { privacyPath } from "../verify/address.ts";

const text = ownData.copy;

/** Few ask for a copy, so its form comes when it is opened. */
const CopyForm = lazyPart(() => import("./copy-form.tsx").then((part) => part.CopyForm));

/** A copy of all that is held, after both factors. */
export function CopySection() {
  const [isOpen, setOpen] = useState(false);
  const [told, setTold] = useState("");
  return (
    <section class="panel" aria-labelledby="copy-title">
      <h2 id="copy-title">{text.title}</h2>
      <p>{text.hint}</p>
      <p role="status">{told}</p>
      <details onToggle={({ currentTarget }) => currentTarget.open && setOpen(true)}>
        <summary>{text.open}</summary>
        {isOpen && <CopyForm onTaken={() => setTold(text.taken)} />}
      </details>
      <p>
        {/* With a target the router leaves it to the browser: that page is none of the application's. */}
        <a href={href(privacyPath)} target="_top">
          {text.privacy}
        </a>
      </p>
    </section>
  );
}
