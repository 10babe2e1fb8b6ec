/** What was found in a file, in pages: problems, and people who are new, changed or gone. A table of contents binds them (decision 0039). */
import { createHash } from "node:crypto";
import * as z from "zod";
import { employeeId, nipSchema } from "#shared/employee/employee.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { piecesOf } from "./file-pieces.ts";
import type { Judgement } from "./import.ts";
import { problemFields } from "./import-answers.ts";
import type { ImportProblem } from "./import-problem.ts";
import type { ImportFiles } from "./imports.ts";

export const storedProblem = z.object(problemFields);
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

const gonePerson = z.object({
  id: employeeId,
  nip: nipSchema,
  name: z.string(),
  /** Missing in results from before it was kept. */
  unitKerja: z.string().optional(),
});
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

interface Items {
  readonly problems: ImportProblem;
  readonly new: NewPerson;
  readonly changed: ChangedPerson;
  readonly gone: GonePerson;
}

/** SHA-256 of each page's text. */
const contents = z.object(keyed(parts, () => z.array(z.string())));
type Contents = Readonly<z.infer<typeof contents>>;

/** Some 100 KB. */
const pageSize = 200;

const contentsKey = (folder: string) => `${folder}/contents.json`;
const pageKey = (folder: string, part: Part, i: number) => `${folder}/${part}/${i}.json`;

/** Stores what was found, page by page as it is found: of each part one page at most is in memory. */
export class ResultWriter {
  readonly #files: Pick<ImportFiles, "put">;
  readonly #folder: string;
  readonly #pending: { readonly [P in Part]: Items[P][] } = {
    problems: [],
    new: [],
    changed: [],
    gone: [],
  };
  readonly #digests = keyed(parts, (): string[] => []);

  /** @param folder of this judgement alone: another one of the same file has another one */
  constructor(files: Pick<ImportFiles, "put">, folder: string) {
    this.#files = files;
    this.#folder = folder;
  }

  async add<P extends Part>(part: P, items: readonly Items[P][]): Promise<void> {
    const pending: Items[P][] = this.#pending[part];
    pending.push(...items);
    while (pending.length >= pageSize) await this.#put(part, pending.splice(0, pageSize));
  }

  /** @returns the digest of the table of contents */
  async end(): Promise<string> {
    for (const part of parts) {
      const rest: readonly unknown[] = this.#pending[part].splice(0);
      if (rest.length > 0) await this.#put(part, rest);
    }
    const text = JSON.stringify(this.#digests);
    await this.#files.put(contentsKey(this.#folder), text);
    return digestOf(text);
  }

  async #put(part: Part, items: readonly unknown[]): Promise<void> {
    const text = JSON.stringify(items);
    const digests = this.#digests[part];
    await this.#files.put(pageKey(this.#folder, part, digests.length), text);
    digests.push(digestOf(text));
  }
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
  const items = await findItems(files, judgement.folder, { part, schema, i, digest: digests?.[i] });
  return items && digests && { items, isLast: i + 1 >= digests.length };
}

async function findItems<T>(
  files: Pick<ImportFiles, "read">,
  folder: string,
  {
    part,
    schema,
    i,
    digest,
  }: Pages<T> & { readonly i: number; readonly digest: string | undefined },
): Promise<readonly T[] | undefined> {
  const text = digest && (await files.read(pageKey(folder, part, i)));
  return text && digestOf(text) === digest ? schema.parse(JSON.parse(text)) : undefined;
}

/** All problems, in the order of the rows; a page at a time is in memory. @throws Error when one is not there */
export async function* everyProblem(
  files: Pick<ImportFiles, "read">,
  judgement: Pick<Judgement, "folder" | "resultsDigest">,
): AsyncGenerator<ImportProblem> {
  const digests = (await findContents(files, judgement))?.problems ?? [];
  for (const [i, digest] of digests.entries()) {
    const items = await findItems(files, judgement.folder, { ...problemPages, i, digest });
    if (!items) throw new Error("A page of problems is gone.");
    yield* items;
  }
}

/** SHA-256 of a file, in hex. */
export async function fileDigestOf(file: Blob): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of piecesOf(file)) hash.update(piece);
  return hash.digest("hex");
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
