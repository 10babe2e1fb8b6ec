import { sentenceIn, type ToldProblem } from "#shared/import/sentence-in.ts";
import { importProblems } from "../messages/import-problems.ts";

/** In the page's language. */
export function sentenceOf(problem: ToldProblem): string {
  return sentenceIn(importProblems, problem);
}
