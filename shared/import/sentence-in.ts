import type { ImportCode } from "./import-codes.ts";
import type { ImportProblem } from "./import-problem.ts";

type Params = NonNullable<ImportProblem["params"]>;
/** What each problem is called in one language. */
export type ProblemTexts = Readonly<Record<ImportCode, string | ((params: Params) => string)>>;

/** Of a problem what its sentence needs. */
export interface ToldProblem {
  readonly code: ImportCode;
  readonly params?: Params | undefined;
}

/** What is wrong, and the mend: a sentence that begins small, because a heading or a row stands before it. */
export function sentenceIn(texts: ProblemTexts, { code, params = {} }: ToldProblem): string {
  const text = texts[code];
  return typeof text === "string" ? text : text(params);
}
