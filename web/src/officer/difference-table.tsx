import { officer as text } from "../messages/officer.ts";
import { DataTable } from "./data-table.tsx";
import { fieldName, valueText } from "./value-text.ts";

interface FieldDifference {
  /** Of a record; others are told as they are called. */
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** Old and new side by side, or one above the other where there is no room. */
export function DifferenceTable(props: {
  caption: string;
  differences: readonly FieldDifference[];
}) {
  return (
    <DataTable
      caption={props.caption}
      rows={props.differences}
      keyOf={({ field }) => field}
      columns={[
        { key: "field", label: text.field, cell: ({ field }) => fieldName(field) },
        {
          key: "from",
          class: "long",
          label: text.before,
          cell: ({ field, from }) => <del>{valueText(field, from)}</del>,
        },
        {
          key: "to",
          class: "long",
          label: text.after,
          cell: ({ field, to }) => <ins>{valueText(field, to)}</ins>,
        },
      ]}
    />
  );
}
