import { useLayoutEffect, useRef } from "preact/hooks";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { session } from "../messages/session.ts";
import { type Failure, failureText } from "./failure.ts";

export interface SummaryLine {
  /** Id of the input to go to; absent when the problem is of no field on this page. */
  readonly field: string | undefined;
  readonly text: string;
}

/** Takes the focus after each error, so that nobody overlooks it. */
export function ErrorSummary({
  lines,
  failure,
  attempt,
}: {
  lines: readonly SummaryLine[];
  failure: Failure | undefined;
  /** Of sending the form, counted. */
  attempt: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  // Also after the same error again. Otherwise the button would seem to do nothing.
  useLayoutEffect(() => box.current?.focus(), [attempt, failure]);
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{common.errorTitle}</h2>
      {failure && (lines.length === 0 || failure.code !== "invalid-input") && (
        <p>{failureText(failure)}</p>
      )}
      {lines.length > 0 && (
        <ul>
          {lines.map(({ field, text }) => (
            <li key={text}>{field ? <a href={`#${field}`}>{text}</a> : text}</li>
          ))}
        </ul>
      )}
      {failure?.code === "session-ended" && (
        <p>
          <a href={href("/masuk")} target="_blank" rel="noopener">
            {session.loginInNewTab}
          </a>
        </p>
      )}
      {failure?.reference && <p class="reference">{common.reference(failure.reference)}</p>}
    </div>
  );
}
