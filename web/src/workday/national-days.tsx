import type { OfficerCalendarAnswer } from "#shared/workday/agency-calendar-answers.ts";
import { agencyCalendar as text } from "../messages/agency-calendar.ts";
import { workCalendar } from "../messages/work-calendar.ts";
import { Holidays } from "./holidays.tsx";
import { weekdayText } from "./weekday-text.ts";
import { Years } from "./years.tsx";

/** What operators keep for the whole country: one year's days off, and its fast. */
export function NationalDays({
  year,
  isKnown,
  holidays,
  ramadan,
}: OfficerCalendarAnswer["national"]) {
  const sources = [...new Set(holidays.map(({ source }) => source))];
  return (
    <section class="panel" aria-labelledby="national-title">
      <h2 id="national-title">{text.national(year)}</h2>
      <Years year={year} path="/petugas/instansi?bagian=kalender" />
      {!isKnown && <p class="notice notice-warning">{workCalendar.unknown(year)}</p>}
      <Holidays holidays={holidays} />
      {ramadan.map(({ from, until, source }) => (
        <p key={from}>
          {text.ramadan(weekdayText(from), weekdayText(until))} <span class="hint">{source}</span>
        </p>
      ))}
      {sources.length > 0 && (
        <p class="hint">
          {workCalendar.sources} {sources.join("; ")}
        </p>
      )}
    </section>
  );
}
