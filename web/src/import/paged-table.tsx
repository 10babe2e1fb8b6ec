import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { common } from "../messages/common.ts";
import { imports as text } from "../messages/imports.ts";
import { officer } from "../messages/officer.ts";
import { type Column, DataTable } from "../officer/data-table.tsx";
import { figure } from "./figures.ts";

/** One page of a long list. */
interface Part<Row> {
  readonly items: readonly Row[];
  /** Where the next one begins; undefined behind the last. */
  readonly next?: string | undefined;
}

interface PagedTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  /** Another function is another list, which begins at its first page. @param from undefined for the first */
  readonly read: (from: string | undefined) => Promise<Part<Row>>;
  readonly total: number;
}

/** A place in the list, and the rows before it. */
interface Place {
  readonly from: string | undefined;
  readonly before: number;
}

/**
 * A list of any length, a page at a time: many thousand rows at once would stop the browser, and a screen reader reads a table to
 * its end. Long: markup, in the order of the page.
 */
export function PagedTable<Row extends object>(props: PagedTableProps<Row>) {
  const { caption, columns, read, total } = props;
  const [places, setPlaces] = useState<readonly Place[]>([{ from: undefined, before: 0 }]);
  const place = places.at(-1) ?? { from: undefined, before: 0 };
  const load = useCallback(
    () => read(place.from).then((part) => ({ place, part })),
    [read, place.from],
  );
  const { data, failure, reload } = useLoad(load);
  const status = useRef<HTMLParagraphElement>(null);
  const isCurrent = data?.place.from === place.from;
  const turned = useRef(false);
  useEffect(() => {
    if (!isCurrent || !turned.current) return;
    turned.current = false;
    status.current?.focus();
  }, [isCurrent, place.from]);
  const turn = (next: readonly Place[]) => {
    turned.current = true;
    setPlaces(next);
  };
  const items = data?.part.items ?? [];
  const next = data?.part.next;
  const before = data?.place.before ?? 0;
  return (
    <>
      <p role="status" tabIndex={-1} ref={status}>
        {!failure &&
          (data
            ? text.shown(
                figure(Math.min(before + 1, total)),
                figure(before + items.length),
                figure(total),
              )
            : common.loading)}
      </p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {items.length > 0 && (
        <DataTable
          caption={caption}
          columns={columns}
          rows={items}
          keyOf={(row) => String(before + items.indexOf(row))}
          busy={!isCurrent}
        />
      )}
      <div class="button-row">
        {places.length > 1 && (
          <button
            class="button button-quiet"
            type="button"
            onClick={() => turn(places.slice(0, -1))}
          >
            {officer.previous}
          </button>
        )}
        {isCurrent && next !== undefined && (
          <button
            class="button button-quiet"
            type="button"
            onClick={() => turn([...places, { from: next, before: before + items.length }])}
          >
            {officer.next}
          </button>
        )}
      </div>
    </>
  );
}
