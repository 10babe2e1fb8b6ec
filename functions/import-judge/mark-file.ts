import { type ToldProblem, withErrors } from "#shared/import/file-with-errors.ts";
import type { ImportProblem } from "#shared/import/import-problem.ts";
import { id as texts } from "../../web/src/messages/id/import-problems.ts";

type Params = NonNullable<ImportProblem["params"]>;
const sentences: Readonly<Record<string, string | ((params: Params) => string)>> = texts;

/** The same file with a column of what is wrong, in Indonesian: it goes on to people who never see our pages. */
export function markFile(
  file: Blob,
  problems: AsyncIterable<ImportProblem>,
): AsyncIterable<Uint8Array> {
  return withErrors(file, told(problems));
}

async function* told(problems: AsyncIterable<ImportProblem>): AsyncGenerator<ToldProblem> {
  for await (const problem of problems) yield { ...problem, message: sentenceOf(problem) };
}

function sentenceOf({ code, params = {} }: ImportProblem): string {
  const text = sentences[code] ?? code;
  return typeof text === "string" ? text : text(params);
}
