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

/** Above what any field takes. Two hundred problems are one answer of Lambda's, which has 6 MB («Lambda quotas»); a cell may have a million characters. */
const mostTold = 1_000;

/** @returns a problem whose texts are short, whatever the file says */
export function importProblem({
  row,
  column = "",
  code,
  value = "",
  example = "",
  params,
}: Partial<ImportProblem> & Pick<ImportProblem, "row" | "code">): ImportProblem {
  const told = { column: shortened(column, mostShown), value: shortened(value, mostShown) };
  const short = params && {
    params: Object.fromEntries(
      Object.entries(params).map(([name, each]) => [
        name,
        typeof each === "string" ? shortened(each, mostTold) : each,
      ]),
    ),
  };
  return {
    row,
    ...told,
    code,
    severity: severityOf(code),
    example: shortened(example, mostTold),
    ...short,
  };
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
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
