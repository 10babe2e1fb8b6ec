import { useEffect, useRef, useState } from "preact/hooks";
import type { AgencyHistoryAnswer } from "#shared/agency/agency-answers.ts";
import type { ToldActor } from "#shared/audit/history-answers.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { agency } from "../messages/agency.ts";
import { agencyDetail as text } from "../messages/agency-detail.ts";
import { officer } from "../messages/officer.ts";
import { type Column, DataTable } from "../officer/data-table.tsx";
import { Doer } from "../officer/doer.tsx";
import { focusRow } from "../officer/focus-row.ts";
import { Instant } from "../session/instant.tsx";

type Entry = AgencyHistoryAnswer["items"][number];

interface AgencyHistoryProps {
  readonly read: (cursor: string | undefined) => Promise<AgencyHistoryAnswer>;
}

/** Who changed what of the agency, why, and who approved it, back to its beginning. */
export function AgencyHistory({ read }: AgencyHistoryProps) {
  const [pages, setPages] = useState<readonly AgencyHistoryAnswer[]>([]);
  const { failure, busy, run } = useReading();
  const box = useRef<HTMLElement>(null);
  const items = pages.flatMap((page) => page.items);
  const cursor = pages.at(-1)?.cursor;
  const more = () =>
    run(async () => {
      const page = await read(cursor);
      setPages([...pages, page]);
      // After the new rows are there: reading goes on at the first of them.
      if (pages.length > 0) requestAnimationFrame(() => focusRow(box.current, items.length));
    });
  useEffect(() => void more(), []);
  return (
    <section class="panel wide" aria-labelledby="history-title" ref={box} tabIndex={-1}>
      <h2 id="history-title">{officer.history}</h2>
      {items.length > 0 && (
        <DataTable
          caption={officer.history}
          columns={columns}
          rows={items}
          keyOf={({ revision }) => String(revision)}
        />
      )}
      {failure && <FailureNotice failure={failure} retry={more} />}
      {cursor !== undefined && (
        <button class="button button-quiet" type="button" aria-disabled={busy} onClick={more}>
          {officer.older}
        </button>
      )}
      {pages.length > 0 && cursor === undefined && (
        <p class="hint">
          {items.length === 0 ? officer.noHistory : officer.allHistory(items.length)}
        </p>
      )}
    </section>
  );
}

const columns: readonly Column<Entry>[] = [
  { key: "at", label: officer.at, cell: ({ at }) => <Instant at={at} /> },
  {
    key: "by",
    class: "whole",
    label: officer.by,
    cell: ({ by, approvedBy }) => <Doer name={actorText(by)} approvedBy={approvedBy} />,
  },
  { key: "reason", label: officer.reasonColumn, cell: ({ reason }) => reason ?? officer.none },
  {
    key: "changes",
    class: "whole",
    label: officer.changes,
    cell: ({ isAdded, changes }) => (
      <>
        {isAdded && text.added}
        <ul class="changes">
          {changes.map(({ field, from, to }) => (
            <li key={field}>
              {fieldNames[field] ?? field}:{" "}
              {!isAdded && (
                <>
                  <del>{from ?? agency.none}</del> →{" "}
                </>
              )}
              <ins>{to ?? agency.none}</ins>
            </li>
          ))}
        </ul>
      </>
    ),
  },
];

const fieldNames: Readonly<Record<string, string>> = agency.fields;
const actors: Readonly<Record<string, string>> = officer.actors;

function actorText({ role, name }: ToldActor): string {
  const kind = actors[role] ?? role;
  return name ? `${name} (${kind})` : kind;
}
