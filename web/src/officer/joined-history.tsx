import { useRef, useState } from "preact/hooks";
import type { HistoryAnswer, HistoryEntry } from "#shared/employee/record-answers.ts";
import { dayText } from "../clock-text.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { joins } from "../messages/joins.ts";
import { officer as text } from "../messages/officer.ts";
import { Instant } from "../session/instant.tsx";
import { type Column, DataTable } from "./data-table.tsx";
import { Doer } from "./doer.tsx";
import { focusRow } from "./focus-row.ts";
import { sourceText } from "./source-fields.tsx";
import { fieldName, valueText } from "./value-text.ts";

interface JoinedHistoryProps {
  /** As the section is named. */
  readonly id: string;
  readonly nip: string;
  /** ISO instant. */
  readonly at: string;
  readonly read: (cursor: string | undefined) => Promise<HistoryAnswer>;
}

/** Who changed what in a record before it was joined into another one; it is read when it is asked for, which is noted. */
export function JoinedHistory({ id, nip, at, read }: JoinedHistoryProps) {
  const [pages, setPages] = useState<readonly HistoryAnswer[]>([]);
  const { failure, busy, run } = useReading();
  const rows = pages.flatMap(({ items }) => items);
  const cursor = pages.at(-1)?.cursor;
  const box = useRef<HTMLElement>(null);
  const more = () =>
    run(async () => {
      setPages([...pages, await read(cursor)]);
      // After the new rows are there: reading goes on at the first of them.
      requestAnimationFrame(() => focusRow(box.current, rows.length));
    });
  const title = joins.joinedOf(nip, dayText(at.slice(0, 10)));
  return (
    <section class="panel wide" aria-labelledby={id} ref={box} tabIndex={-1}>
      <h4 id={id}>{title}</h4>
      {rows.length > 0 && (
        <DataTable caption={title} columns={columns} rows={rows} keyOf={(entry) => entry.id} />
      )}
      {failure && <FailureNotice failure={failure} retry={more} />}
      {pages.length > 0 && cursor === undefined ? (
        <p class="hint">{text.allHistory(rows.length)}</p>
      ) : (
        <button class="button button-quiet" type="button" aria-disabled={busy} onClick={more}>
          {pages.length === 0 ? joins.showHistory : text.older}
        </button>
      )}
    </section>
  );
}

const actors: Readonly<Record<string, string>> = text.actors;
const actions: Readonly<Record<string, string>> = text.actions;

/** For investigations: they say nothing to a reader, as in the history of a record that goes on. */
const untold: ReadonlySet<string> = new Set(["photoDigest", "smallPhotoDigest", "instansiId"]);

const columns: readonly Column<HistoryEntry>[] = [
  { key: "at", label: text.at, cell: ({ at }) => <Instant at={at} /> },
  {
    key: "by",
    class: "whole",
    label: text.by,
    cell: ({ by, approvedBy }) => (
      <Doer name={by.name ?? actors[by.role]} approvedBy={approvedBy} />
    ),
  },
  { key: "action", label: text.action, cell: ({ action }) => actions[action] ?? action },
  {
    key: "reason",
    label: text.reasonColumn,
    cell: ({ reason, source }) => (
      <>
        {reason ?? text.none}
        {source && (
          <span class="fact-hint" translate={false}>
            {sourceText(source)}
          </span>
        )}
      </>
    ),
  },
  {
    key: "changes",
    class: "whole",
    label: text.changes,
    cell: ({ changes, revision }) =>
      revision === 1 ? (
        text.firstValues
      ) : (
        <ul class="changes">
          {changes
            .filter(({ field }) => !untold.has(field))
            .map(({ field, from, to }) => (
              <li key={field}>
                {fieldName(field)}: <del>{valueText(field, from)}</del> →{" "}
                <ins>{valueText(field, to)}</ins>
              </li>
            ))}
        </ul>
      ),
  },
];
