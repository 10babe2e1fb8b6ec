/** What was found in a file, in pages: problems, and people who are new, changed or gone. A table of contents binds them (decision 0039). */
import { createHash } from "node:crypto";
import * as z from "zod";
import { employeeId, nipSchema } from "#shared/employee/employee.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import type { Judgement } from "./import.ts";
import { importCodes } from "./import-codes.ts";
import type { ImportFiles } from "./imports.ts";

export const storedProblem = z.object({
  row: z.int(),
  column: z.string(),
  code: z.enum(importCodes),
  severity: z.enum(["error", "warning"]),
  value: z.string(),
  example: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
});
const storedProblems = z.array(storedProblem);

const newPerson = z.object({
  row: z.int(),
  nip: nipSchema,
  kind: z.enum(employeeKinds),
  /** The heading of the address that counts, for a refusal. */
  emailColumn: z.string(),
  /** The fields of the record that the file says. */
  said: z.record(z.string(), z.string()),
});
export type NewPerson = Readonly<z.infer<typeof newPerson>>;

const changedPerson = z.object({
  row: z.int(),
  id: employeeId,
  nip: nipSchema,
  name: z.string(),
  emailColumn: z.string(),
  /** What the record said when the file was judged, and what the file says. */
  changes: z
    .array(z.object({ field: z.string(), from: z.string().optional(), to: z.string() }))
    .readonly(),
});
export type ChangedPerson = Readonly<z.infer<typeof changedPerson>>;

const gonePerson = z.object({ id: employeeId, nip: nipSchema, name: z.string() });
export type GonePerson = Readonly<z.infer<typeof gonePerson>>;

const parts = ["problems", "new", "changed", "gone"] as const;
type Part = (typeof parts)[number];

/** The pages of one part, and what is on them. */
interface Pages<T> {
  readonly part: Part;
  readonly schema: z.ZodType<T[]>;
}
export const problemPages = { part: "problems", schema: storedProblems } as const;
export const newPages = { part: "new", schema: z.array(newPerson) } as const;
export const changedPages = { part: "changed", schema: z.array(changedPerson) } as const;
export const gonePages = { part: "gone", schema: z.array(gonePerson) } as const;

export interface Results extends Readonly<Record<Part, readonly unknown[]>> {
  readonly problems: readonly z.input<typeof storedProblems>[number][];
  readonly new: readonly NewPerson[];
  readonly changed: readonly ChangedPerson[];
  readonly gone: readonly GonePerson[];
}

/** SHA-256 of each page's text. */
const contents = z.object(keyed(parts, () => z.array(z.string())));
type Contents = Readonly<z.infer<typeof contents>>;

/** Some 100 KB. */
const pageSize = 200;

const contentsKey = (folder: string) => `${folder}/contents.json`;
const pageKey = (folder: string, part: Part, i: number) => `${folder}/${part}/${i}.json`;

/**
 * Stores what was found in pages.
 * @param folder of this judgement alone: another one of the same file has another one
 * @returns the digest of the table of contents
 */
export async function writeResults(
  files: Pick<ImportFiles, "put">,
  folder: string,
  results: Results,
): Promise<string> {
  const stored = new Map<Part, string[]>();
  for (const part of parts) stored.set(part, await writePages(files, folder, part, results[part]));
  const text = JSON.stringify(Object.fromEntries(stored));
  await files.put(contentsKey(folder), text);
  return digestOf(text);
}

async function writePages(
  files: Pick<ImportFiles, "put">,
  folder: string,
  part: Part,
  all: readonly unknown[],
): Promise<string[]> {
  const starts = Array.from({ length: Math.ceil(all.length / pageSize) }, (_, i) => i * pageSize);
  return sideBySide(starts, async (start) => {
    const text = JSON.stringify(all.slice(start, start + pageSize));
    await files.put(pageKey(folder, part, start / pageSize), text);
    return digestOf(text);
  });
}

/** How many pages each part has. @returns undefined when the results are gone, or are not those of the judgement */
async function findContents(
  files: Pick<ImportFiles, "read">,
  { folder, resultsDigest }: Pick<Judgement, "folder" | "resultsDigest">,
): Promise<Contents | undefined> {
  const text = await files.read(contentsKey(folder));
  if (text === undefined || digestOf(text) !== resultsDigest) return undefined;
  return contents.parse(JSON.parse(text));
}

/** A page. @returns undefined when there is none, it is gone, or is not the one that was stored */
export async function readPage<T>(
  files: Pick<ImportFiles, "read">,
  judgement: Pick<Judgement, "folder" | "resultsDigest">,
  { part, schema }: Pages<T>,
  i: number,
): Promise<{ readonly items: readonly T[]; readonly isLast: boolean } | undefined> {
  const digests = (await findContents(files, judgement))?.[part];
  const text = digests?.[i] && (await files.read(pageKey(judgement.folder, part, i)));
  if (!digests || !text || digestOf(text) !== digests[i]) return undefined;
  return { items: schema.parse(JSON.parse(text)), isLast: i + 1 >= digests.length };
}

export function digestOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
