import type { ImportProblem } from "#shared/import/import-problem.ts";
import { importProblems } from "../messages/import-problems.ts";

/** What is wrong, and the mend: a sentence that begins small, because a heading or a row stands before it. */
export function sentenceOf({
  code,
  params = {},
}: Pick<ImportProblem, "code"> & { readonly params?: ImportProblem["params"] }): string {
  const text = importProblems[code];
  return typeof text === "string" ? text : text(params);
}
