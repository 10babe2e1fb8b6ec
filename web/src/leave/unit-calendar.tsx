/** Who of the units is on leave in a month, for whoever decides their leave or keeps their records. */
import { useCallback } from "preact/hooks";
import type { AwayAnswer } from "#shared/leave/leave-answers.ts";
import { fileAddress } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { dayText } from "../clock-text.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { common } from "../messages/common.ts";
import { leaveDecision } from "../messages/leave-decision.ts";
import { leaveWords } from "../messages/leave-words.ts";
import { MonthSteps } from "../workday/month-steps.tsx";
import { monthOfYear } from "../workday/weekday-text.ts";

const text = leaveDecision.calendar;

/** Long: markup, in the order of the page. */
export function UnitCalendar({ month }: { readonly month: string }) {
  const load = useCallback(
    () => call("GET /api/requests/leave/away", { query: { month } }),
    [month],
  );
  const { data, failure, reload } = useLoad(load);
  const units = Map.groupBy(data?.items ?? [], ({ unitKerja }) => unitKerja);
  return (
    <>
      <h2 id="calendar-title">{text.title(monthOfYear(month))}</h2>
      <MonthSteps month={month} addressOf={addressOf} text={text} />
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && !data.reads && <p>{text.unread}</p>}
      {data?.reads && units.size === 0 && <p>{text.none}</p>}
      {[...units].map(([unit, items]) => (
        <section key={unit} class="panel" aria-label={unit}>
          <h3 translate={false}>{unit}</h3>
          <p class="hint">{mostText(items, month)}</p>
          <ul class="notifications">
            {items.map(({ request, name, from, to, isGiven }) => (
              <li key={request}>
                <span translate={false}>{name}</span>, {leaveWords.span(dayText(from), dayText(to))}
                <div class="hint">{isGiven ? leaveDecision.given : leaveDecision.askedFor}</div>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {data?.reads && (
        <p>
          <a
            class="button button-quiet"
            href={fileAddress("GET /api/requests/leave/away/file", { query: { month } })}
            download
          >
            {text.file}
          </a>
        </p>
      )}
    </>
  );
}

const addressOf = (month: string) => `/pengajuan?bagian=putusan&bulan=${month}`;

/** The day of the month on which most are away. */
function mostText(items: AwayAnswer["items"], month: string): string {
  const days = Array.from({ length: 31 }, (_, n) => `${month}-${String(n + 1).padStart(2, "0")}`);
  const count = (day: string) => items.filter(({ from, to }) => from <= day && day <= to).length;
  const [day = ""] = days.toSorted((a, b) => count(b) - count(a));
  return text.most(count(day), dayText(day));
}
