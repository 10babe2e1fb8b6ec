import type { MonthAnswer } from "#shared/attendance/attendance-answers.ts";
import { dayText } from "../clock-text.ts";
import { attendance as text } from "../messages/attendance.ts";
import { correctionText } from "./correction-text.ts";

interface CorrectionsProps {
  readonly corrections: MonthAnswer["corrections"];
  readonly withdraw?: ((id: string) => void) | undefined;
}

/** What was put right, with its reason; one that was taken back stays in the list. */
export function Corrections({ corrections, withdraw }: CorrectionsProps) {
  const gone = new Set(corrections.map(({ withdraws }) => withdraws));
  const entered = corrections.filter(({ withdraws }) => withdraws === undefined);
  return (
    <section aria-labelledby="corrections-title">
      <h3 id="corrections-title">{text.corrections}</h3>
      {entered.length === 0 && <p>{text.noCorrections}</p>}
      {entered.length > 0 && (
        <ul>
          {entered.map((each) => (
            <li key={each.id}>
              {correctionText(each)}. <span translate={false}>{each.reason}</span>
              {gone.has(each.id) && <strong> {text.withdrawn}</strong>}
              {!gone.has(each.id) && withdraw && (
                <>
                  {" "}
                  <button
                    class="button button-quiet"
                    type="button"
                    aria-label={`${text.withdraw}: ${dayText(each.day)}`}
                    onClick={() => withdraw(each.id)}
                  >
                    {text.withdraw}
                  </button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
