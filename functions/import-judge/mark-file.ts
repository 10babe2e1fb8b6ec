import { type ToldProblem, withErrors } from "#shared/import/file-with-errors.ts";
import type { ImportProblem } from "#shared/import/import-problem.ts";
import { sentenceIn } from "#shared/import/sentence-in.ts";
import { id as texts } from "../../web/src/messages/id/import-problems.ts";

/** The same file with a column of what is wrong, in Indonesian: it goes on to people who never see our pages. */
export function markFile(
  file: Blob,
  problems: AsyncIterable<ImportProblem>,
): AsyncIterable<Uint8Array> {
  return withErrors(file, told(problems));
}

async function* told(problems: AsyncIterable<ImportProblem>): AsyncGenerator<ToldProblem> {
  for await (const problem of problems) yield { ...problem, message: sentenceIn(texts, problem) };
}
