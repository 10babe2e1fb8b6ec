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

/** A place in the list: the part that was read, how many of its rows are skipped, and all rows before it. */
interface Place {
  readonly from: string | undefined;
  readonly skipped: number;
  readonly before: number;
}

const first: Place = { from: undefined, skipped: 0, before: 0 };

/** As many rows as are scrolled through: where the table is blocks, each of them is some hundred pixels high. */
const shownOnPhone = 10;
const shownAtOnce = 50;
const mostShown = () => (matchMedia("(width < 62rem)").matches ? shownOnPhone : shownAtOnce);

/** The place behind the rows that are shown; undefined behind the last. */
export function placeBehind(
  { from, skipped, before }: Place,
  { items, next }: Part<unknown>,
  most: number,
): Place | undefined {
  if (skipped + most < items.length)
    return { from, skipped: skipped + most, before: before + most };
  if (next === undefined) return undefined;
  return { from: next, skipped: 0, before: before + items.length - skipped };
}

/**
 * A list of any length, a page at a time: many thousand rows at once would stop the browser, and a screen reader reads a table to
 * its end. Long: markup, in the order of the page.
 */
export function PagedTable<Row extends object>(props: PagedTableProps<Row>) {
  const { caption, columns, read, total } = props;
  const [places, setPlaces] = useState<readonly Place[]>([first]);
  const [most] = useState(mostShown);
  const place = places.at(-1) ?? first;
  const load = useCallback(
    () => read(place.from).then((part) => ({ from: place.from, part })),
    [read, place.from],
  );
  const { data, failure, reload } = useLoad(load);
  const status = useRef<HTMLParagraphElement>(null);
  const isCurrent = data?.from === place.from;
  const turned = useRef(false);
  useEffect(() => {
    if (!isCurrent || !turned.current) return;
    turned.current = false;
    status.current?.focus();
  }, [isCurrent, place]);
  const turn = (next: readonly Place[]) => {
    turned.current = true;
    setPlaces(next);
  };
  // Until the next part is there, the rows before it stay.
  const shown = useRef(place);
  if (isCurrent) shown.current = place;
  const { skipped, before } = shown.current;
  const items = data?.part.items.slice(skipped, skipped + most) ?? [];
  const next = data && placeBehind(shown.current, data.part, most);
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
        {isCurrent && next && (
          <button class="button button-quiet" type="button" onClick={() => turn([...places, next])}>
            {officer.next}
          </button>
        )}
      </div>
    </>
  );
}
