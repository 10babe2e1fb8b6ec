import { type FileCode, type ImportCode, type Severity, severityOf } from "./import-codes.ts";

/** One thing that is wrong with a file, and where. */
export interface ImportProblem {
  /** Line of the file, as a spreadsheet numbers it: the headings are usually 1. 0 is the file itself. */
  readonly row: number;
  /** The file's own heading; empty where the row or the file is meant. */
  readonly column: string;
  readonly code: ImportCode;
  readonly severity: Severity;
  /** What stands there, shortened. */
  readonly value: string;
  /** What would be right there. */
  readonly example: string;
  /** Figures that the text needs. */
  readonly params?: Readonly<Record<string, string | number>>;
}

const mostShown = 100;

export function importProblem({
  row,
  column = "",
  code,
  value = "",
  example = "",
  params,
}: Partial<ImportProblem> & Pick<ImportProblem, "row" | "code">): ImportProblem {
  const shown = value.length > mostShown ? `${value.slice(0, mostShown)}…` : value;
  const severity = severityOf(code);
  return { row, column, code, severity, value: shown, example, ...(params && { params }) };
}

/** Nothing of the file is read. */
export class FileRefused extends Error {
  readonly code: FileCode;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(code: FileCode, params: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}
