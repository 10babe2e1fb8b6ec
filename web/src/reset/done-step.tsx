import { useLayoutEffect } from "preact/hooks";
import { Heading } from "../components/heading.tsx";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { reset as text } from "../messages/reset.ts";

/** The end of a reset: the login comes next. */
export function DoneStep() {
  useTitle(text.done);
  // The form that had the focus is gone.
  useLayoutEffect(() => document.querySelector("h1")?.focus(), []);
  return (
    <div class="narrow panel">
      <Heading>{text.done}</Heading>
      <p role="status">{text.doneText}</p>
      <p>
        <a class="button" href={href("/masuk")}>
          {text.login}
        </a>
      </p>
    </div>
  );
}
