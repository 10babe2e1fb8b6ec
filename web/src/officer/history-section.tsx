import { useRef, useState } from "preact/hooks";
import type { ToldActor } from "#shared/audit/history-answers.ts";
import type {
  EmployeeAnswer,
  HistoryAnswer,
  HistoryEntry,
} from "#shared/employee/record-answers.ts";
import { call } from "../api/member-client.ts";
import { dayText } from "../clock-text.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { officer as text } from "../messages/officer.ts";
import { Instant } from "../session/instant.tsx";
import { type Column, DataTable } from "./data-table.tsx";
import { Doer } from "./doer.tsx";
import { EvidenceLink } from "./evidence-parts.tsx";
import { focusRow } from "./focus-row.ts";
import { fieldName, valueText } from "./value-text.ts";

const actors: Readonly<Record<string, string>> = text.actors;
const actions: Readonly<Record<string, string>> = text.actions;

const columnsOf = (nameOf: (actor: ToldActor) => string): Column<HistoryEntry>[] => [
  {
    key: "at",
    label: text.at,
    cell: ({ at }) => <Instant at={at} />,
  },
  {
    key: "by",
    class: "whole",
    label: text.by,
    cell: ({ by, approvedBy }) => <Doer name={nameOf(by)} approvedBy={approvedBy} />,
  },
  { key: "action", label: text.action, cell: ({ action }) => actions[action] ?? action },
];
const changeColumnsOf = (id: EmployeeAnswer["id"]): Column<HistoryEntry>[] => [
  ...columnsOf(actorText),
  { key: "reason", label: text.reasonColumn, cell: (entry) => <Reason {...entry} id={id} /> },
  {
    key: "changes",
    class: "whole",
    label: text.changes,
    cell: (entry) => (entry.revision === 1 ? text.firstValues : <Changes {...entry} />),
  },
];

/** Who changed what, when and why, back to the very beginning; and, when asked for, who read the record. */
export function HistorySection({ id, history }: OfPerson & { readonly history: HistoryAnswer }) {
  const read = (kind: "changes" | "reads") => (cursor: string | undefined) =>
    call("GET /api/officer/employees/{id}/history", { params: { id }, query: { kind, cursor } });
  return (
    <section class="panel wide" aria-labelledby="history-title">
      <h2 id="history-title">{text.history}</h2>
      <HistoryList
        // A change puts a new first page in place.
        key={history.items[0]?.id ?? ""}
        caption={text.history}
        columns={changeColumnsOf(id)}
        first={history}
        read={read("changes")}
      />
      <h3>{text.readings}</h3>
      <p class="hint">{text.readingsHint}</p>
      <HistoryList caption={text.readings} columns={readingColumns} read={read("reads")} />
    </section>
  );
}

interface HistoryListProps {
  readonly caption: string;
  readonly columns: readonly Column<HistoryEntry>[];
  /** The newest entries, where they are known already. */
  readonly first?: HistoryAnswer;
  readonly read: (cursor: string | undefined) => Promise<HistoryAnswer>;
}

function HistoryList({ caption, columns, first, read }: HistoryListProps) {
  const [pages, setPages] = useState(first ? [first] : []);
  const { failure, busy, run } = useReading();
  const box = useRef<HTMLDivElement>(null);
  const items = pages.flatMap((page) => page.items);
  const cursor = pages.at(-1)?.cursor;
  const isComplete = pages.length > 0 && cursor === undefined;
  const more = () =>
    run(async () => {
      const page = await read(cursor);
      setPages([...pages, page]);
      // After the new rows are there: reading goes on at the first of them.
      requestAnimationFrame(() => focusRow(box.current, items.length));
    });
  return (
    <div ref={box} tabIndex={-1}>
      {items.length > 0 && (
        <DataTable caption={caption} columns={columns} rows={items} keyOf={(entry) => entry.id} />
      )}
      {failure && <FailureNotice failure={failure} retry={more} />}
      {isComplete ? (
        <p class="hint">{items.length === 0 ? text.noHistory : text.allHistory(items.length)}</p>
      ) : (
        <button class="button button-quiet" type="button" aria-disabled={busy} onClick={more}>
          {pages.length === 0 ? text.showReadings : text.older}
        </button>
      )}
    </div>
  );
}

/** Petugas, penyetuju and auditors read records; which of them it was is not noted. */
const readingColumns = columnsOf((actor) => actor.name ?? actorText(actor));

function actorText({ role, name }: ToldActor): string {
  const kind = actors[role] ?? role;
  return name ? `${name} (${kind})` : kind;
}

interface OfPerson {
  readonly id: EmployeeAnswer["id"];
}

/** Why, and by which decree. */
function Reason({ id, reason, source, erased }: HistoryEntry & OfPerson) {
  return (
    <>
      {reason ?? (erased?.includes("reason") ? text.valueErased : text.none)}
      {source && (
        <span class="fact-hint" translate={false}>
          {source.number}
          {source.day && `, ${dayText(source.day)}`}
        </span>
      )}
      {source?.file && <EvidenceLink id={id} file={source.file} />}
    </>
  );
}

/** A photo's id says nothing to a person. */
function oldText(field: string, value: string | undefined): string {
  return field === "photoId" && value ? text.photo.old : valueText(field, value);
}

/** For investigations, or told elsewhere: the page's part about the photo and the agency's name tell a reader all there is to tell. */
const untold = /^(photo(?!Id)|smallPhoto|instansiId)/;

function Changes({ action, changes, erased }: HistoryEntry) {
  // What went with the record itself is told by the names of its fields alone.
  const isErased = action === "record-erased" || erased?.includes("changes");
  const told = changes.filter(({ field }) => !untold.test(field));
  if (told.length === 0) return <>{text.none}</>;
  return (
    <ul class="changes">
      {told.map(({ field, from, to }) => (
        <li key={field}>
          {fieldName(field)}:{" "}
          {isErased ? (
            text.valueErased
          ) : (
            <>
              <del>{oldText(field, from)}</del> → <ins>{valueText(field, to)}</ins>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
