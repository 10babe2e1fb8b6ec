import type { ImportProblem } from "#shared/import/import-problem.ts";
import { imports as text } from "../messages/imports.ts";
import type { Column } from "../officer/data-table.tsx";
import { sentenceOf } from "./problem-text.ts";

type ShownProblem = Pick<
  ImportProblem,
  "row" | "column" | "code" | "severity" | "value" | "example"
> & { readonly params?: ImportProblem["params"] };

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

/** Row, column, what is wrong, what stands there and what would be right. */
export const problemColumns: readonly Column<ShownProblem>[] = [
  { key: "row", label: columns.row, cell: ({ row }) => text.rowName(row) },
  {
    key: "column",
    label: columns.column,
    cell: ({ column }) => <bdi translate={false}>{column}</bdi>,
  },
  {
    key: "problem",
    class: "long",
    label: columns.problem,
    cell: (problem) => (
      <>
        <strong>{severities[problem.severity]}:</strong> {sentenceOf(problem)}{" "}
        <span class="code hint">{problem.code}</span>
      </>
    ),
  },
  {
    key: "value",
    class: "long",
    label: columns.value,
    cell: ({ value }) => <CellText>{value}</CellText>,
  },
  {
    key: "example",
    class: "long",
    label: columns.example,
    cell: ({ example }) => example && <CellText>{example}</CellText>,
  },
];
