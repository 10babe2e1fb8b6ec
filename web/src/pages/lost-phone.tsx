import { useEffect, useState } from "preact/hooks";
import { Heading } from "../components/heading.tsx";
import { useTitle } from "../components/use-title.ts";
import { common } from "../messages/common.ts";
import { lostPhone as text } from "../messages/lost-phone.ts";

/** For holders: how to get in again without the phone. */
export function LostPhonePage() {
  return <Steps title={common.pages.lostPhone} {...text.holder} />;
}

/** For officers: what they do about it. */
export function LostPhoneDeskPage() {
  return <Steps title={text.deskTitle} {...text.desk} />;
}

interface StepsProps {
  readonly title: string;
  readonly lead: string;
  readonly parts: readonly { readonly title: string; readonly steps: readonly string[] }[];
  readonly contact: string;
  /** What the agency writes by hand on the printed page. */
  readonly fields: readonly string[];
}

/** It can be read and printed without the script; only its button needs one. */
function Steps({ title, lead, parts, contact, fields }: StepsProps) {
  useTitle(title);
  const [canPrint, setCanPrint] = useState(false);
  useEffect(() => setCanPrint(true), []);
  return (
    <div class="printed-steps fills-screen">
      <Heading>{title}</Heading>
      <p class="lead">{lead}</p>
      {parts.map((part) => (
        <section key={part.title}>
          <h2>{part.title}</h2>
          <ol>
            {part.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      ))}
      <section class="to-fill-in">
        <h2>{contact}</h2>
        {fields.map((field) => (
          <p key={field}>{field}:</p>
        ))}
      </section>
      {canPrint && (
        <p class="screen-only">
          <button class="button button-quiet" type="button" onClick={() => print()}>
            {text.print}
          </button>
        </p>
      )}
    </div>
  );
}
