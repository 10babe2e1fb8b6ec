import { calendarYears } from "#shared/workday/calendar-years.ts";
import { href } from "../language.ts";
import { workCalendar as text } from "../messages/work-calendar.ts";

/** The year before, this one and the next. @param props.path of the page, with its query */
export function Years({ year, path }: { readonly year: number; readonly path: string }) {
  const { first, last } = calendarYears;
  const years = [year - 1, year, year + 1].filter((each) => each >= first && each <= last);
  return (
    <nav class="button-row" aria-label={text.years}>
      {years.map((each) => (
        <a
          key={each}
          class="button button-quiet"
          href={href(`${path}&tahun=${each}`)}
          {...(each === year && { "aria-current": "page" })}
        >
          {each}
        </a>
      ))}
    </nav>
  );
}

/** What is asked for a page's `tahun`: a year that no calendar has is none. */
export function yearIn(tahun: string | undefined): { year?: string } {
  const year = /^\d{4}$/.test(tahun ?? "") ? Number(tahun) : 0;
  const isKept = year >= calendarYears.first && year <= calendarYears.last;
  return isKept ? { year: String(year) } : {};
}
