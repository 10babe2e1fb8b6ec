import type { ImportProblem } from "#shared/import/import-problem.ts";
import { imports as text } from "../messages/imports.ts";
import type { Column } from "../officer/data-table.tsx";
import { sentenceOf } from "./problem-text.ts";

type ShownProblem = Pick<
  ImportProblem,
  "row" | "column" | "code" | "severity" | "value" | "example"
> & { readonly params?: ImportProblem["params"]; readonly nip?: string; readonly name?: string };

const { columns, severities } = text;

/** A cell's text as it stands there, whatever direction its letters run in. */
function CellText({ children }: { children: string }) {
  if (children === "") return <span class="hint">{text.blank}</span>;
  return (
    <bdi class="code cell-text" translate={false}>
      {children}
    </bdi>
  );
}

const row: Column<ShownProblem> = {
  key: "row",
  label: columns.row,
  cell: ({ row: line }) => text.rowName(line),
};
const problem: Column<ShownProblem> = {
  key: "problem",
  class: "long",
  label: columns.problem,
  cell: (each) => (
    <>
      <strong>{severities[each.severity]}:</strong> {sentenceOf(each)}{" "}
      <span class="code hint">{each.code}</span>
    </>
  ),
};
const value: Column<ShownProblem> = {
  key: "value",
  class: "long",
  label: columns.value,
  cell: (each) => <CellText>{each.value}</CellText>,
};

/** Who was refused when it was applied, and why. */
export const refusedColumns: readonly Column<ShownProblem>[] = [
  row,
  { key: "name", label: columns.name, cell: ({ name }) => <bdi translate={false}>{name}</bdi> },
  { key: "nip", class: "number", label: columns.nip, cell: ({ nip }) => nip },
  problem,
  value,
];

/** Row, column, what is wrong, what stands there and what would be right. */
export const problemColumns: readonly Column<ShownProblem>[] = [
  row,
  {
    key: "column",
    label: columns.column,
    cell: ({ column }) => <bdi translate={false}>{column}</bdi>,
  },
  problem,
  value,
  {
    key: "example",
    class: "long",
    label: columns.example,
    cell: ({ example }) => example && <CellText>{example}</CellText>,
  },
];
