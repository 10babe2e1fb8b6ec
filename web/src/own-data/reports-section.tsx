import type { ComponentChildren } from "preact";
import type { OwnCorrectionsAnswer } from "#shared/correction/correction-answers.ts";
import { ownData } from "../messages/own-data.ts";
import { fieldName, valueText } from "../officer/value-text.ts";
import { Instant } from "../session/instant.tsx";

const text = ownData.reports;
type Report = OwnCorrectionsAnswer["items"][number];

/** What was reported, newest first, each with its clock or its answer. */
export function ReportsSection({ items }: { items: readonly Report[] }) {
  return (
    <section class="panel" aria-labelledby="reports-title">
      <h2 id="reports-title">{text.title}</h2>
      {items.map((report) => (
        <ReportItem key={report.id} report={report} />
      ))}
    </section>
  );
}

function ReportItem({ report }: { report: Report }) {
  const { field, stood, right, note, reportedAt, dueAt, overdue, answer } = report;
  return (
    <article>
      <h3>{fieldName(field)}</h3>
      <dl class="own-record">
        <Fact term={text.stood}>{valueText(field, stood)}</Fact>
        <Fact term={text.right}>{right}</Fact>
        {note && <Fact term={text.note}>{note}</Fact>}
        <Fact term={text.reported}>
          <Instant at={reportedAt} />
        </Fact>
        {answer ? (
          <Fact term={text.reason}>{answer.reason}</Fact>
        ) : (
          <Fact term={text.due}>
            <Instant at={dueAt} />
          </Fact>
        )}
      </dl>
      {answer ? (
        <p>
          <strong>{text.answered[answer.outcome]}</strong>, <Instant at={answer.at} />
        </p>
      ) : (
        <p class={overdue ? "notice notice-warning" : "notice notice-info"}>
          {overdue ? text.overdue : text.waits}
        </p>
      )}
    </article>
  );
}

export function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd translate={false}>{children}</dd>
    </div>
  );
}
