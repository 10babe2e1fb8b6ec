import { useLayoutEffect } from "preact/hooks";
import { RecoveryCodes } from "../account/recovery-codes.tsx";
import { Heading } from "../components/heading.tsx";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { recovery as text } from "../messages/recovery.ts";

/** The end of an enrolment: the codes, and then the login. */
export function CodesPanel({ codes }: { codes: readonly string[] }) {
  useTitle(text.title);
  // The form that had the focus is gone.
  useLayoutEffect(() => document.querySelector("h1")?.focus(), []);
  return (
    <div class="narrow panel">
      <Heading>{text.title}</Heading>
      <p role="status">{text.keep}</p>
      <RecoveryCodes codes={codes} />
      <p class="screen-only">{text.nextText}</p>
      <p class="screen-only">
        <a class="button" href={href("/masuk")}>
          {text.next}
        </a>
      </p>
    </div>
  );
}
