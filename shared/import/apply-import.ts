/** An import that was approved, as bulk work: each step applies some people of one page of what was found. */
import * as z from "zod";
import type { Agencies } from "#shared/agency/agencies.ts";
import { type Bulk, BulkMissing, type Stepped } from "#shared/bulk/bulk.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import {
  type Applying,
  type ApplyPerson,
  applyChange,
  applyNewcomer,
  type PersonOutcome,
} from "./apply-person.ts";
import { type Import, importId, isJudged, type Judgement } from "./import.ts";
import type { ProblemsAnswer } from "./import-answers.ts";
import { type ImportProblem, importProblem } from "./import-problem.ts";
import { changedPages, newPages, readPage, storedProblems } from "./import-results.ts";
import type { ImportFiles, Imports } from "./imports.ts";

export interface ApplyImport extends ApplyPerson {
  readonly imports: Pick<Imports, "find">;
  readonly files: Pick<ImportFiles, "read" | "put">;
  readonly agencies: Pick<Agencies, "find">;
}

/** What the bulk work of an import is told. */
export const importParameters = z.object({ importId, reason: z.string() });

/** People of a step: some hundred writes, a second or two. */
const stepSize = 50;

/** Where a step begins: in which part, on which page, behind how many people. */
const cursorShape = z
  .string()
  .regex(/^(new|changed)\.\d+\.\d+$/)
  .transform((text) => {
    const [part, page, offset] = text.split(".");
    return {
      part: part === "new" ? "new" : "changed",
      page: Number(page),
      offset: Number(offset),
    } as const;
  });
type Cursor = z.infer<typeof cursorShape>;

const first: Cursor = { part: "new", page: 0, offset: 0 };
const textOf = ({ part, page, offset }: Cursor) => `${part}.${page}.${offset}`;

/** The kind of bulk work that applies imports. A row that cannot be applied is reported, and the others go on. */
export function importsToApply(dependencies: ApplyImport): {
  readonly step: (bulk: Bulk) => Promise<Stepped>;
} {
  return {
    step: async (bulk) => {
      const { importId: id, reason } = importParameters.parse(bulk.parameters);
      const each = await dependencies.imports.find(id);
      if (!each || !isJudged(each) || each.bulkId !== bulk.id)
        throw new BulkMissing("The import is kept no longer.");
      const { judgement } = each;
      const cursor = bulk.cursor === "" ? first : cursorShape.parse(bulk.cursor);
      const { people, next } = await peopleAt(dependencies, { ...each, judgement }, cursor);
      // The agency may have another name since the file was brought. One that no operator has added is called as then.
      const { name } = (await dependencies.agencies.find(bulk.instansiId)) ?? {
        name: each.instansi,
      };
      const applying = { bulk, reason, instansi: name, broughtBy: each.askedBy };
      const outcomes = await sideBySide(people, async ({ row, apply }) => ({
        row,
        outcome: await apply(applying),
      }));
      const refused = outcomes.flatMap(({ row, outcome }) =>
        typeof outcome === "string" ? [] : [importProblem({ row, ...outcome })],
      );
      await noteRefused(dependencies.files, judgement, { cursor, refused });
      const count = (wanted: PersonOutcome) =>
        outcomes.filter(({ outcome }) => outcome === wanted).length;
      return {
        next: next && textOf(next),
        ...{ done: count("done"), unchanged: count("unchanged"), refused: refused.length },
      };
    },
  };
}

interface StepPerson {
  readonly row: number;
  readonly apply: (applying: Applying) => Promise<PersonOutcome>;
}

interface Step {
  readonly people: readonly StepPerson[];
  readonly next: Cursor | undefined;
}

/** @throws BulkMissing when what was found is gone, or is not what was approved */
async function peopleAt(
  dependencies: ApplyImport,
  { judgement }: Import & { readonly judgement: Judgement },
  { part, page, offset }: Cursor,
): Promise<Step> {
  const { counts } = judgement;
  const isEmpty = counts[part] === 0;
  if (isEmpty) return { people: [], next: part === "new" ? nextPart(counts) : undefined };
  const { items, isLast } = await pageAt(dependencies, judgement, { part, page });
  const people = items.slice(offset, offset + stepSize);
  const isPageOver = offset + stepSize >= items.length;
  if (!isPageOver) return { people, next: { part, page, offset: offset + stepSize } };
  if (!isLast) return { people, next: { part, page: page + 1, offset: 0 } };
  return { people, next: part === "new" ? nextPart(counts) : undefined };
}

function nextPart({ changed }: Judgement["counts"]): Cursor | undefined {
  return changed > 0 ? { part: "changed", page: 0, offset: 0 } : undefined;
}

async function pageAt(
  dependencies: ApplyImport,
  judgement: Judgement,
  { part, page }: Pick<Cursor, "part" | "page">,
): Promise<{ readonly items: readonly StepPerson[]; readonly isLast: boolean }> {
  const { files } = dependencies;
  const found =
    part === "new"
      ? await readPage(files, judgement, newPages, page)
      : await readPage(files, judgement, changedPages, page);
  if (!found) throw new BulkMissing("A page of what was found is gone.");
  const items = found.items.map((each) => ({
    row: each.row,
    apply: (applying: Applying) =>
      "said" in each
        ? applyNewcomer(dependencies, each, applying)
        : applyChange(dependencies, each, applying),
  }));
  return { items, isLast: found.isLast };
}

const refusedFolder = (folder: string) => `${folder}/refused/`;

/** Stores who was refused in a step, before it counts. A step that is done again writes the same over it. */
async function noteRefused(
  files: Pick<ImportFiles, "put">,
  { folder }: Judgement,
  { cursor, refused }: { readonly cursor: Cursor; readonly refused: readonly ImportProblem[] },
): Promise<void> {
  if (refused.length === 0) return;
  const { part, page, offset } = cursor;
  const place = [page, offset].map((number) => String(number).padStart(6, "0")).join(".");
  // Newcomers are applied first.
  const key = `${refusedFolder(folder)}${part === "new" ? "1" : "2"}.${place}`;
  await files.put(key, JSON.stringify(refused));
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
  return { items: storedProblems.parse(JSON.parse(text)), next: key.slice(prefix.length) };
}
