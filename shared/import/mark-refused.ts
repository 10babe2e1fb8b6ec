/** The file back of an import that was applied: it also tells who was refused then. */
import type { ImportId, Judgement } from "./import.ts";
import type { ImportProblem } from "./import-problem.ts";
import { everyProblem, fileDigestOf } from "./import-results.ts";
import type { ImportFiles, Imports } from "./imports.ts";
import type { JudgeImport } from "./judge-import.ts";
import { readRefused } from "./refused-rows.ts";

export interface MarkRefused extends Pick<JudgeImport, "markFile"> {
  readonly imports: Pick<Imports, "find" | "noteMarked">;
  readonly files: Pick<ImportFiles, "read" | "nextKey" | "withUpload" | "putMarked">;
}

/** "known": it was not judged; "vanished": the file is gone, or is not the one that was judged. */
export type MarkOutcome = "marked" | "known" | "vanished";

/** Makes the file back anew. It may be done twice, also at the same time, and writes the same. */
export async function markRefused(
  { imports, files, markFile }: MarkRefused,
  id: ImportId,
): Promise<MarkOutcome> {
  const each = await imports.find(id);
  if (!each?.judgement) return "known";
  const { judgement } = each;
  const outcome = await files.withUpload(id, async (file): Promise<MarkOutcome> => {
    if ((await fileDigestOf(file)) !== judgement.fileDigest) return "vanished";
    const refused = await allRefused(files, judgement);
    const problems = byRow(everyProblem(files, judgement), refused);
    await files.putMarked(judgement.folder, markFile(file, problems));
    await imports.noteMarked(id, refused.length);
    return "marked";
  });
  return outcome ?? "vanished";
}

/** Newcomers are refused first: in the file they stand among the others. */
async function* byRow(
  judged: AsyncIterable<ImportProblem>,
  refused: readonly ImportProblem[],
): AsyncGenerator<ImportProblem> {
  const waiting = refused.toSorted((a, b) => a.row - b.row).values();
  let next = waiting.next();
  for await (const problem of judged) {
    for (; !next.done && next.value.row < problem.row; next = waiting.next()) yield next.value;
    yield problem;
  }
  for (; !next.done; next = waiting.next()) yield next.value;
}

/** Who was refused when it was applied. */
export async function allRefused(
  files: Pick<ImportFiles, "read" | "nextKey">,
  judgement: Judgement,
): Promise<readonly ImportProblem[]> {
  const found: ImportProblem[] = [];
  let from: string | undefined;
  do {
    const part = await readRefused(files, judgement, from);
    found.push(...part.items);
    from = part.next;
  } while (from !== undefined);
  return found;
}
