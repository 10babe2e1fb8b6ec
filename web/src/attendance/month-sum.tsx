import type { MonthAnswer } from "#shared/attendance/attendance-answers.ts";
import { attendance as text } from "../messages/attendance.ts";

/** A month in figures, with the threshold that it reached. */
export function MonthSum({ recap, closed, lateLeave }: MonthAnswer) {
  const { late, early, away, reached } = recap;
  const awayDays = Object.values(away).reduce((sum, days) => sum + days, 0);
  const rows: readonly (readonly [string, string | number])[] = [
    [text.workdays, recap.workdays],
    [text.present, recap.present],
    [text.late, text.times(late.count, late.minutes)],
    [text.early, text.times(early.count, early.minutes)],
    [text.lacking, recap.noIn + recap.noOut],
    [text.away, awayDays],
    [text.absent, `${recap.absent} (${text.inYear(recap.absentInYear)})`],
    [text.state, closed ? text.locked : text.open],
  ];
  return (
    <>
      <dl class="facts">
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {reached && (
        <p class="notice notice-info">
          {text.threshold}: {text.reached(text.measures[reached.measure], reached.source)}.{" "}
          {text.thresholdNote}
        </p>
      )}
      {lateLeave && <p class="notice notice-warning">{text.lateLeave}</p>}
    </>
  );
}
