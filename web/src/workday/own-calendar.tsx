/** On which days whoever is signed in works. */
import { useCallback } from "preact/hooks";
import type { OwnCalendarAnswer } from "#shared/workday/work-calendar-answers.ts";
import { call } from "../api/member-client.ts";
import { dayText } from "../clock-text.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { workCalendar as text } from "../messages/work-calendar.ts";
import type { PageQuery } from "../officer/page-query.ts";
import { saveFile } from "../save-file.ts";
import { icsOf } from "./ics.ts";
import { Months } from "./months.tsx";
import { Today } from "./today.tsx";
import { Years, yearIn } from "./years.tsx";

/** Without `tahun` this year's. Long: markup, in the order of the page. */
export function OwnCalendar({ query: { tahun } }: { query: PageQuery }) {
  useTitle(text.title);
  const read = useCallback(() => call("GET /api/me/calendar", { query: yearIn(tahun) }), [tahun]);
  const { data, failure, reload } = useLoad(read);
  return (
    <div class="account fills-screen">
      <p>
        {/* Another element than the one in the page's file, whose address would stay. */}
        <span>
          <a href={href("/kartu")}>{common.pages.card}</a>
        </span>
      </p>
      <Heading>{text.title}</Heading>
      <p class="lead">{text.lead}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <>
          <Years year={data.year} path="/akun/data?bagian=kalender" />
          {!data.isKnown && <p class="notice notice-warning">{text.unknown(data.year)}</p>}
          {data.today && <Today today={data.today} next={data.next} />}
          <section class="panel" aria-labelledby="patterns-title">
            <h2 id="patterns-title">{text.patterns}</h2>
            <ul class="notifications">
              {data.patterns.map(({ from, daysPerWeek, source }) => (
                <li key={from}>
                  {text.daysPerWeek[daysPerWeek]}
                  {data.patterns.length > 1 && `, ${text.since(dayText(from))}`}
                  <div class="hint">{source}</div>
                </li>
              ))}
            </ul>
          </section>
          <Months {...data} />
          {data.holidays.length > 0 && <Download {...data} />}
        </>
      )}
    </div>
  );
}

/** For the calendar of a phone. */
function Download({ year, holidays }: Pick<OwnCalendarAnswer, "year" | "holidays">) {
  const save = () => {
    const file = icsOf(holidays, { at: new Date(), kinds: text.kinds });
    saveFile(`kalender-kerja-${year}.ics`, new Blob([file], { type: "text/calendar" }));
  };
  return (
    <p class="button-row">
      <button class="button button-quiet" type="button" onClick={save}>
        {text.download(year)}
      </button>
    </p>
  );
}
