import type { AriaRole, ComponentChildren } from "preact";

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
  readonly class?: string;
}

interface DataTableProps<Row> {
  readonly caption: string;
  /** The first names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly busy?: boolean;
}

/**
 * Gives an element its role. For a screen reader a table that is laid out as blocks is no table any more, and these pages'
 * tables are blocks where their columns do not fit.
 */
const as = (role: AriaRole) => ({ role });

/** A table where its columns fit, and else a block for each row, each value below its name: nothing is scrolled sideways. */
export function DataTable<Row>({ caption, columns, rows, keyOf, busy }: DataTableProps<Row>) {
  return (
    <div class="data-table" aria-busy={busy}>
      <table {...as("table")}>
        <caption class="visually-hidden">{caption}</caption>
        <thead {...as("rowgroup")}>
          <tr {...as("row")}>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col" {...as("columnheader")}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as("rowgroup")}>
          {rows.map((row) => (
            <tr key={keyOf(row)} {...as("row")}>
              {columns.map((column, i) => (
                <Cell key={column.key} column={column} row={row} names={i === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>(props: { column: Column<Row>; row: Row; names: boolean }) {
  const { column, row, names } = props;
  const content = column.cell(row);
  if (names)
    return (
      <th scope="row" class={column.class} {...as("rowheader")}>
        {content}
      </th>
    );
  return (
    <td class={column.class} {...as("cell")}>
      <span class="cell-name" aria-hidden="true">
        {column.label}
      </span>
      {content}
    </td>
  );
}
