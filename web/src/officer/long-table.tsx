import { useRef, useState } from "preact/hooks";
import { type Column, DataTable } from "./data-table.tsx";
import { focusRow } from "./focus-row.ts";

interface LongTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** On the button that shows the others. */
  readonly all: (rows: number) => string;
}

const shownAtFirst = 50;

/** A table that shows the others when somebody asks for them; reading goes on at the first of those. */
export function LongTable<Row>({ rows, all, ...table }: LongTableProps<Row>) {
  const [isWhole, setWhole] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const showAll = () => {
    setWhole(true);
    // After the new rows are there.
    requestAnimationFrame(() => focusRow(box.current, shownAtFirst));
  };
  return (
    <div ref={box} tabIndex={-1}>
      <DataTable {...table} rows={isWhole ? rows : rows.slice(0, shownAtFirst)} />
      {!isWhole && rows.length > shownAtFirst && (
        <button class="button button-quiet" type="button" onClick={showAll}>
          {all(rows.length)}
        </button>
      )}
    </div>
  );
}
