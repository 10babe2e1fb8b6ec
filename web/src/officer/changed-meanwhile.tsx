import type { EmployeeAnswer, HistoryEntry } from "#shared/employee/record-answers.ts";
import { officer as text } from "../messages/officer.ts";
import { Instant } from "../session/instant.tsx";
import { DifferenceTable } from "./difference-table.tsx";
import { Doer } from "./doer.tsx";

/** What others changed since this revision, newest first. */
export function changesSince(
  { history }: EmployeeAnswer,
  revision: number,
): readonly HistoryEntry[] {
  return history.items.filter((each) => (each.revision ?? 0) > revision);
}

/** What others changed while this officer was at it, and who it was. */
export function ChangedMeanwhile({
  employee,
  since,
}: {
  readonly employee: EmployeeAnswer;
  readonly since: number;
}) {
  const entries = changesSince(employee, since);
  if (entries.length === 0) return null;
  return (
    <div class="notice notice-warning">
      <h3>{text.changedMeanwhile}</h3>
      <p>{text.changedMeanwhileText}</p>
      {entries.map(({ id, at, by, approvedBy, reason, changes }) => (
        <div key={id}>
          <p>
            <Doer name={by.name ?? text.actors[by.role]} approvedBy={approvedBy} />,{" "}
            <Instant at={at} />
            {reason && `: ${reason}`}
          </p>
          <DifferenceTable
            caption={text.changedMeanwhile}
            differences={changes.map(({ field, from = "", to = "" }) => ({ field, from, to }))}
          />
        </div>
      ))}
    </div>
  );
}
