import type { ImportCode } from "#shared/import/import-codes.ts";
import { sentenceIn, type ToldProblem } from "#shared/import/sentence-in.ts";
import { importProblems } from "../messages/import-problems.ts";

/** In the page's language. */
export function sentenceOf(problem: ToldProblem): string {
  return sentenceIn(importProblems, problem);
}

/** What each problem says of its own row is left open. */
const open = Object.fromEntries(
  ["row", "column", "read", "right", "character", "place", "max", "list"].map((name) => [
    name,
    "…",
  ]),
);

/** What all problems of a code have in common: the first sentence, with no row's own values and no mend. */
export function gistOf(code: ImportCode): string {
  const [gist = code] = sentenceOf({ code, params: open }).split(/[.?](?:\s|$)/);
  return gist;
}
