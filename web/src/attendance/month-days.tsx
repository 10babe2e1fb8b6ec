/** A month day by day: what was expected, what machines read, and what the day was. */
import type { MonthAnswer } from "#shared/attendance/attendance-answers.ts";
import { attendance as text } from "../messages/attendance.ts";
import { dayOfMonth } from "../workday/weekday-text.ts";

type Day = MonthAnswer["days"][number];
type Pass = Day["readings"][number];

export function MonthDays({ month }: { readonly month: MonthAnswer }) {
  return (
    <section class="month" aria-labelledby="days-title">
      <h3 id="days-title">{text.days}</h3>
      <ol class="month-days">
        {month.days.map((day) => (
          <DayRow key={day.day} day={day} month={month} />
        ))}
      </ol>
    </section>
  );
}

interface DayRowProps {
  readonly day: Day;
  readonly month: MonthAnswer;
}

/** Of a day off only its name, unless somebody came. Long: markup, in the order of the page. */
function DayRow({ day, month: { machines, codes } }: DayRowProps) {
  const { status, start, end, readings, elsewhere = [] } = day;
  const notes = notesOf(day);
  const clockOf = clocksOf(day.day);
  const told = (pass: Pass | undefined) =>
    pass ? `${clockOf(pass)}${isCorrection(pass.by) ? ` (${text.byCorrection})` : ""}` : "–";
  return (
    <li>
      <strong>{dayOfMonth(day.day)}</strong>
      <span class="status-badge" data-status={lookOf(day)}>
        {text.statuses[status]} ({codes[status]})
      </span>
      {(start !== undefined || readings.length + elsewhere.length > 0) && (
        <div>
          {(day.in ?? day.out) && (
            <p>
              {text.came} {told(day.in)} · {text.went} {told(day.out)}
            </p>
          )}
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          <p class="hint">
            {start !== undefined && `${text.schedule} ${start}–${end ?? ""}. `}
            {text.readings}:{" "}
            {readings
              .map((each) => `${clockOf(each)} ${machines[each.by] ?? each.by}`)
              .join(", ") || text.noReadings}
          </p>
          {elsewhere.map((each) => (
            <p key={`${each.by} ${each.minute}`}>
              {clockOf(each)} {machines[each.by] ?? each.by}: {text.elsewhere}
            </p>
          ))}
        </div>
      )}
    </li>
  );
}

/** "07:31" of minutes since 1970; with its day where that is another one: a night ends on the next. */
function clocksOf(day: string): (pass: Pass) => string {
  return ({ minute }) => {
    const time = new Date(minute * 60_000).toISOString();
    const on = time.slice(0, 10);
    return on === day ? time.slice(11, 16) : `${time.slice(11, 16)} (${dayOfMonth(on)})`;
  };
}

/** An officer's, or one that was asked for. */
const isCorrection = (by: string) => /^(cor|req)_/.test(by);

/** Which colours its badge has; its words say the same. */
function lookOf(day: Day): string {
  const { status } = day;
  if (status === "alpa") return "ended";
  if (status === "libur" || status === "berjalan") return "off";
  if (status !== "hadir") return "away";
  return notesOf(day).length === 0 ? "active" : "noted";
}

function notesOf({ lateMinutes, lateGrade, earlyMinutes, earlyGrade, lacks }: Day) {
  return [
    ...(lateGrade === undefined ? [] : [text.lateBy(lateMinutes, lateGrade)]),
    ...(earlyGrade === undefined ? [] : [text.earlyBy(earlyMinutes, earlyGrade)]),
    ...(lacks ? [text.lacks[lacks]] : []),
  ];
}
