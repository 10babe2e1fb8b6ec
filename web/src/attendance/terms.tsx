import type { AttendanceTerm, AttendanceTerms } from "#shared/attendance/attendance-terms.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { dayText } from "../clock-text.ts";
import { agencyCalendar } from "../messages/agency-calendar.ts";
import { rulesText as text } from "../messages/attendance-rules.ts";
import { termText } from "./rule-text.ts";
import type { RuleStep } from "./rules-part.tsx";

interface TermsProps {
  /** As they are today. */
  readonly now: AttendanceTerms;
  /** Those that the agency has said, of whatever days. */
  readonly own: readonly AttendanceTerm[];
  readonly open: ((step: RuleStep) => void) | undefined;
}

/** Numbers by which days are judged. Long: markup, in the order of the page. */
export function Terms({ now, own, open }: TermsProps) {
  return (
    <section aria-labelledby="terms-title">
      <h2 id="terms-title">{text.termsTitle}</h2>
      <p class="hint">{text.termsHint}</p>
      <dl class="record-facts">
        {keysOf(now).map((name) => (
          <div key={name}>
            <dt id={`term-${name}`}>{text.terms[name]}</dt>
            <dd>
              {termText(now[name]).split("\n").join(", ")}
              {open && (
                <>
                  {" "}
                  <button
                    class="link-button"
                    type="button"
                    aria-label={`${text.change}: ${text.terms[name]}`}
                    onClick={() => open({ step: "change-term", term: name })}
                  >
                    {text.change}
                  </button>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {own.length > 0 && (
        <>
          <h3>{text.ownTerms}</h3>
          <ul class="notifications">
            {own.map((term, at) => (
              <li key={JSON.stringify(term)}>
                <span id={`own-term-${at}`}>
                  {text.terms[term.term]}: {termText(term.value).split("\n").join(", ")},{" "}
                  {agencyCalendar.span(dayText(term.from), term.until && dayText(term.until))}
                </span>
                <div class="hint">{term.source}</div>
                {open && (
                  <button
                    class="button button-quiet"
                    type="button"
                    aria-describedby={`own-term-${at}`}
                    onClick={() => open({ step: "remove-term", at })}
                  >
                    {text.removeTerm}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
