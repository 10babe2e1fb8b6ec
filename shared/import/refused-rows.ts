/** Who was refused when an import was applied: stored step by step, and told with row, NIP and name. */
import * as z from "zod";
import { groupNip, type Nip } from "#shared/employee/nip.ts";
import type { Judgement } from "./import.ts";
import type { ProblemsAnswer } from "./import-answers.ts";
import type { ImportProblem } from "./import-problem.ts";
import { storedProblem } from "./import-results.ts";
import type { ImportFiles } from "./imports.ts";

/** With degrees, where the file says them. */
export type RefusedRow = ImportProblem & { readonly nip: Nip; readonly name: string };

const stored = z.array(
  storedProblem.extend({
    /** In 8-6-1-3 groups; those of before stored neither. */
    nip: z.string().exactOptional(),
    name: z.string().exactOptional(),
  }),
);

const refusedFolder = (folder: string) => `${folder}/refused/`;

/**
 * Stores who was refused in a step, before it counts. A step that is done again writes the same over it.
 * @param place of the step; places are read in the order of their texts
 */
export async function noteRefused(
  files: Pick<ImportFiles, "put">,
  { folder }: Judgement,
  { place, refused }: { readonly place: string; readonly refused: readonly RefusedRow[] },
): Promise<void> {
  if (refused.length === 0) return;
  const rows = refused.map((each) => ({ ...each, nip: groupNip(each.nip) }));
  await files.put(`${refusedFolder(folder)}${place}`, JSON.stringify(rows));
}

/** Who was refused, step by step. @param from `next` of the part before */
export async function readRefused(
  files: Pick<ImportFiles, "read" | "nextKey">,
  { folder }: Judgement,
  from: string | undefined,
): Promise<ProblemsAnswer> {
  const prefix = refusedFolder(folder);
  const key = await files.nextKey(prefix, from && `${prefix}${from}`);
  const text = key && (await files.read(key));
  if (!key || !text) return { items: [] };
  return { items: stored.parse(JSON.parse(text)), next: key.slice(prefix.length) };
}
