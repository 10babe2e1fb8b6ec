import { withErrors } from "#shared/import/file-with-errors.ts";
import type { ImportProblem } from "#shared/import/import-problem.ts";
import { id as texts } from "../../web/src/messages/id/import-problems.ts";

type Params = NonNullable<ImportProblem["params"]>;
const sentences: Readonly<Record<string, string | ((params: Params) => string)>> = texts;

/** The same file with a column of what is wrong, in Indonesian: it goes on to people who never see our pages. */
export function markFile(
  bytes: Uint8Array<ArrayBuffer>,
  problems: readonly ImportProblem[],
): AsyncIterable<Uint8Array> {
  return withErrors(
    bytes,
    problems.map((problem) => ({ ...problem, message: sentenceOf(problem) })),
  );
}

function sentenceOf({ code, params = {} }: ImportProblem): string {
  const text = sentences[code] ?? code;
  return typeof text === "string" ? text : text(params);
}
