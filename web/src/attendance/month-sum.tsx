import type { MonthAnswer, RecapAnswer } from "#shared/attendance/attendance-answers.ts";
import { addedFigures, type Figures, nothing } from "#shared/attendance/recap.ts";
import { absenceKinds } from "#shared/attendance/statuses.ts";
import { attendance as text } from "../messages/attendance.ts";

type Row = readonly [term: string, value: string | number];

/** A month in figures, with the threshold that it reached. */
export function MonthSum({ recap, closed, lateLeave }: MonthAnswer) {
  const { reached } = recap;
  return (
    <>
      <FactList
        rows={[
          ...figureRows(recap),
          [text.absent, `${recap.absent} (${text.inYear(recap.absentInYear)})`],
          [text.state, closed ? text.locked : text.open],
        ]}
      />
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

/** A unit's month: that of its people, added. */
export function UnitSum({ people }: { readonly people: RecapAnswer["items"] }) {
  const sum = people.reduce((all, { recap }) => addedFigures(all, recap), nothing);
  const count = (is: (each: RecapAnswer["items"][number]) => unknown) => people.filter(is).length;
  return (
    <FactList
      rows={[
        [text.people, people.length],
        ...figureRows(sum),
        [text.absent, sum.absent],
        [text.overThreshold, count(({ recap }) => recap.reached)],
        [
          text.locked,
          text.ofAll(
            count(({ closed }) => closed),
            people.length,
          ),
        ],
      ]}
    />
  );
}

function figureRows({ late, early, away, worked, due, ...figures }: Figures): readonly Row[] {
  const kinds = absenceKinds.filter((kind) => away[kind] > 0);
  const days = kinds.map((kind) => `${text.statuses[kind]} ${away[kind]}`);
  return [
    [text.workdays, figures.workdays],
    [text.present, figures.present],
    [text.late, text.times(late.count, late.minutes)],
    [text.early, text.times(early.count, early.minutes)],
    [text.lacking, `${figures.noIn} / ${figures.noOut}`],
    [text.away, days.join(", ") || 0],
    [text.worked, text.ofAll(hoursOf(worked), hoursOf(due))],
  ];
}

const hoursOf = (minutes: number): string =>
  text.hours(Math.floor(minutes / 60), Math.round(minutes % 60));

function FactList({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <dl class="figures">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
