/** What a page and the worker that reads its file say to each other. */
import type { ImportCode } from "#shared/import/import-codes.ts";
import type { ImportProblem } from "#shared/import/import-problem.ts";
import type { SpreadsheetFormat } from "#shared/import/write-spreadsheet.ts";

/** Which part of the problems is shown. */
export interface ProblemQuery {
  /** Only these. */
  readonly code?: ImportCode | undefined;
  readonly from: number;
  readonly limit: number;
}

export interface ProblemPage {
  readonly items: readonly ImportProblem[];
  /** Of all pages. */
  readonly total: number;
}

export interface JudgementSummary {
  readonly rows: number;
  /** People who can be taken. */
  readonly people: number;
  readonly errors: number;
  readonly warnings: number;
  readonly rowsWithErrors: number;
  /** In the order of docs/impor.md: errors first. */
  readonly codes: readonly { readonly code: ImportCode; readonly count: number }[];
  /** Why nothing of the file is read. */
  readonly refusal?: ImportProblem | undefined;
}

/** `ask` is the number of a question, which its answer has too. */
export type ToWorker =
  | { readonly say: "judge"; readonly ask: number; readonly file: File; readonly year: number }
  | { readonly say: "problems"; readonly ask: number; readonly query: ProblemQuery }
  /** The judged file with what is wrong in a column of its own. */
  | { readonly say: "mark"; readonly ask: number }
  | { readonly say: "template"; readonly ask: number; readonly format: SpreadsheetFormat };

export type FromWorker = { readonly say: "progress"; readonly rows: number } | WorkerAnswer;

export type WorkerAnswer = { readonly ask: number } & (
  | Judgement
  | { readonly say: "problems"; readonly page: ProblemPage }
  | { readonly say: "file"; readonly file: Blob }
  /** An error of ours, which the console tells. */
  | { readonly say: "failed" }
);

/** What came of a file. */
export type Judgement =
  /** `file` has the bytes that were judged, whatever becomes of the chosen one. */
  | { readonly say: "judged"; readonly summary: JudgementSummary; readonly file: Blob }
  /** The device does not give the file's content. */
  | { readonly say: "unreadable" }
  /** This browser cannot open a workbook; the function that judges the stored file can. */
  | { readonly say: "unsupported"; readonly file: Blob };
