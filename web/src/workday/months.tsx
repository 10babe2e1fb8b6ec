import type { OwnCalendarAnswer } from "#shared/workday/work-calendar-answers.ts";
import { workCalendar as text } from "../messages/work-calendar.ts";
import { Holidays } from "./holidays.tsx";
import { monthText } from "./weekday-text.ts";

/** The months of a year, each with its working days and what takes days away, and who says so. */
export function Months({ year, months, holidays }: OwnCalendarAnswer) {
  const sources = [...new Set(holidays.map(({ source }) => source))];
  return (
    <section class="panel" aria-labelledby="months-title">
      <h2 id="months-title">{text.months(year)}</h2>
      <p>
        {text.all(
          year,
          months.reduce((sum, count) => sum + count, 0),
        )}
      </p>
      {months.map((count, i) => {
        const month = `${year}-${String(i + 1).padStart(2, "0")}`;
        const its = holidays.filter(({ day }) => day.startsWith(month));
        return (
          <section key={month} aria-labelledby={`month-${i}`}>
            <h3 id={`month-${i}`}>
              {monthText(month)}: {text.workingDays(count)}
            </h3>
            {its.length === 0 ? <p class="hint">{text.none}</p> : <Holidays holidays={its} />}
          </section>
        );
      })}
      {sources.length > 0 && (
        <p class="hint">
          {text.sources} {sources.join("; ")}
        </p>
      )}
    </section>
  );
}
