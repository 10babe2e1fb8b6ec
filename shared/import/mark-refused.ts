/** The file back of an import that was applied: it also tells who was refused then. */
import type { ImportId, Judgement } from "./import.ts";
import type { ImportProblem } from "./import-problem.ts";
import { digestOf, problemPages, readPage } from "./import-results.ts";
import type { ImportFiles, Imports } from "./imports.ts";
import type { JudgeImport } from "./judge-import.ts";
import { readRefused } from "./refused-rows.ts";

export interface MarkRefused extends Pick<JudgeImport, "markFile"> {
  readonly imports: Pick<Imports, "find" | "noteMarked">;
  readonly files: Pick<ImportFiles, "read" | "nextKey" | "readUpload" | "putMarked">;
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
  const bytes = await files.readUpload(id);
  if (!bytes || digestOf(bytes) !== judgement.fileDigest) return "vanished";
  const refused = await allRefused(files, judgement);
  const problems = [...(await allJudged(files, judgement)), ...refused];
  await files.putMarked(judgement.folder, markFile(bytes, problems));
  await imports.noteMarked(id, refused.length);
  return "marked";
}

async function allJudged(
  files: Pick<ImportFiles, "read">,
  judgement: Judgement,
): Promise<readonly ImportProblem[]> {
  const found: ImportProblem[] = [];
  for (let i = 0; ; i++) {
    const page = await readPage(files, judgement, problemPages, i);
    found.push(...(page?.items ?? []));
    if (page?.isLast !== false) return found;
  }
}

async function allRefused(
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
