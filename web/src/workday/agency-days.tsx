import type { Holiday } from "#shared/workday/holiday.ts";
import { agencyCalendar as text } from "../messages/agency-calendar.ts";
import type { CalendarStep } from "./calendar-step.tsx";
import { Holidays } from "./holidays.tsx";
import { weekdayText } from "./weekday-text.ts";

interface AgencyDaysProps {
  readonly holidays: readonly Holiday[];
  /** Absent: they are only read. */
  readonly open: ((step: CalendarStep) => void) | undefined;
}

/** The days off of the agency itself, in all years. */
export function AgencyDays({ holidays, open }: AgencyDaysProps) {
  return (
    <section class="panel" aria-labelledby="own-days-title">
      <h2 id="own-days-title">{text.own}</h2>
      {holidays.length === 0 && <p>{text.noOwn}</p>}
      {open && (
        <p class="button-row">
          <button class="button" type="button" onClick={() => open({ step: "add-holiday" })}>
            {text.addDay}
          </button>
        </p>
      )}
      <Holidays
        holidays={holidays}
        beside={({ day, name, source }) => {
          const called = `${name}, ${weekdayText(day)}`;
          const change = { action: "remove-holiday", day, name } as const;
          return (
            <>
              <div class="hint">{source}</div>
              {open && (
                <button
                  class="button button-quiet"
                  type="button"
                  aria-label={text.removeOf(called)}
                  onClick={() => open({ step: "remove", change, called })}
                >
                  {text.remove}
                </button>
              )}
            </>
          );
        }}
      />
    </section>
  );
}
