/** What a page and the worker that judges a file say to each other. */
import type { ImportCode } from "#shared/import/import-codes.ts";
import type { ImportProblem } from "#shared/import/import-problem.ts";

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

export type ToJudge =
  | { readonly say: "judge"; readonly file: File; readonly year: number }
  | { readonly say: "problems"; readonly ask: number; readonly query: ProblemQuery };

export type FromJudge =
  | { readonly say: "progress"; readonly rows: number }
  /** `file` has the bytes that were judged, whatever becomes of the chosen one. */
  | { readonly say: "judged"; readonly summary: JudgementSummary; readonly file: Blob }
  | { readonly say: "problems"; readonly ask: number; readonly page: ProblemPage }
  /** The device does not give the file's content. */
  | { readonly say: "unreadable" }
  /** This browser cannot open a workbook; the function that judges the stored file can. */
  | { readonly say: "unsupported"; readonly file: Blob }
  | { readonly say: "broken" };
