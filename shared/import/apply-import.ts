/** An import that was approved, as bulk work: each step applies some people of one page of what was found. */
import * as z from "zod";
import type { Agencies } from "#shared/agency/agencies.ts";
import { type SaidOfAgency, saidOfAgency } from "#shared/agency/agency.ts";
import { type Bulk, BulkMissing, type Stepped } from "#shared/bulk/bulk.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import {
  type Applying,
  type ApplyPerson,
  applyChange,
  applyNewcomer,
  type PersonOutcome,
} from "./apply-person.ts";
import { type Import, importId, isJudged, type Judgement } from "./import.ts";
import { importProblem } from "./import-problem.ts";
import { changedPages, newPages, readPage } from "./import-results.ts";
import type { ImportFiles, Imports } from "./imports.ts";
import { noteRefused, type RefusedRow } from "./refused-rows.ts";
import { nameOfNew } from "./tell-found.ts";

export interface ApplyImport extends ApplyPerson {
  readonly imports: Pick<Imports, "find">;
  readonly files: Pick<ImportFiles, "read" | "put" | "askMarked">;
  readonly agencies: Pick<Agencies, "find">;
}

/** What the bulk work of an import is told. */
export const importParameters = z.object({ importId, reason: z.string() });

/** People of a step: some hundred writes, a second or two. */
const stepSize = 50;

/**
 * A person costs the employee table about a dozen write units (record, its lines by name, the request's mark, each twice in a transaction):
 * four at once, some 30 ms each, stay below the table's 2,000 a second, and below the 1,000 of one partition of an index.
 */
const appliedAtOnce = 4;

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
  readonly end: (bulk: Bulk) => Promise<void>;
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
      const agency = await agencyNow(dependencies, each);
      const applying = { bulk, reason, agency, broughtBy: each.askedBy };
      const apply = async (person: StepPerson) => ({
        person,
        outcome: await person.apply(applying),
      });
      const outcomes = await sideBySide(people, apply, appliedAtOnce);
      const refused = outcomes.flatMap(({ person: { row, nip, name }, outcome }): RefusedRow[] =>
        typeof outcome === "string" ? [] : [{ ...importProblem({ row, ...outcome }), nip, name }],
      );
      await noteRefused(dependencies.files, judgement, { place: placeOf(cursor), refused });
      const count = (wanted: PersonOutcome) =>
        outcomes.filter(({ outcome }) => outcome === wanted).length;
      return {
        next: next && textOf(next),
        ...{ done: count("done"), unchanged: count("unchanged"), refused: refused.length },
      };
    },
    // The function that reads files from outside writes them into the file back.
    end: async ({ parameters, refused }) => {
      const { importId: id } = importParameters.parse(parameters);
      const each = await dependencies.imports.find(id);
      if (each && refused !== (each.refusedInFile ?? 0)) await dependencies.files.askMarked(id);
    },
  };
}

/** The agency may have another name or zone since the file was brought. One that no operator has added is called as then. */
async function agencyNow(
  { agencies }: Pick<ApplyImport, "agencies">,
  of: Import,
): Promise<SaidOfAgency> {
  const agency = await agencies.find(of.instansiId);
  return agency ? saidOfAgency(agency) : { instansi: of.instansi };
}

interface StepPerson {
  readonly row: number;
  readonly nip: Nip;
  readonly name: string;
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
    ...{ row: each.row, nip: each.nip, name: "said" in each ? nameOfNew(each) : each.name },
    apply: (applying: Applying) =>
      "said" in each
        ? applyNewcomer(dependencies, each, applying)
        : applyChange(dependencies, each, applying),
  }));
  return { items, isLast: found.isLast };
}

/** Newcomers are applied first. */
function placeOf({ part, page, offset }: Cursor): string {
  const place = [page, offset].map((number) => String(number).padStart(6, "0")).join(".");
  return `${part === "new" ? "1" : "2"}.${place}`;
}
