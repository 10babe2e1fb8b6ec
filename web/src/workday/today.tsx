import type { OwnCalendarAnswer } from "#shared/workday/work-calendar-answers.ts";
import { workCalendar as text } from "../messages/work-calendar.ts";
import { weekdayText } from "./weekday-text.ts";

type Day = NonNullable<OwnCalendarAnswer["today"]>;

/** Whether today is a working day, how long, and which one comes next. */
export function Today({ today, next }: { readonly today: Day; readonly next: Day | undefined }) {
  const { hours } = today;
  return (
    <section class="panel" aria-labelledby="today-title">
      <h2 id="today-title">{text.today}</h2>
      <p>
        {weekdayText(today.day)}: <strong>{today.isWorking ? text.working : text.off}</strong>.
      </p>
      {hours && <Hours hours={hours} />}
      {next && (
        <p>
          {text.next} <time dateTime={next.day}>{weekdayText(next.day)}</time>
        </p>
      )}
    </section>
  );
}

function Hours({ hours }: { readonly hours: NonNullable<Day["hours"]> }) {
  const { start, end, breakMinutes, minutesPerWeek, source, isRamadan } = hours;
  const week = text.weekLength(Math.floor(minutesPerWeek / 60), minutesPerWeek % 60);
  return (
    <>
      <p>
        {isRamadan && `${text.ramadan} `}
        {end ? text.hours(start, end, breakMinutes) : text.openHours(start)}
      </p>
      <p class="hint">
        {text.week(week, source)} {text.ownHours}
      </p>
    </>
  );
}
