import { useLayoutEffect } from "preact/hooks";
import { Heading } from "../components/heading.tsx";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";

/** The end of a reset and of an enrolment: it is done, and the login comes next. */
export function DonePanel({
  title,
  message,
  login,
}: {
  title: string;
  message: string;
  login: string;
}) {
  useTitle(title);
  // The form that had the focus is gone.
  useLayoutEffect(() => document.querySelector("h1")?.focus(), []);
  return (
    <div class="narrow panel">
      <Heading>{title}</Heading>
      <p role="status">{message}</p>
      <p>
        <a class="button" href={href("/masuk")}>
          {login}
        </a>
      </p>
    </div>
  );
}
