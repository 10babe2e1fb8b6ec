import { type Bulks, bulkId } from "#shared/bulk/bulk.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { foldWords } from "#shared/employee/folding.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { mostLevels, namesOf, type OrgUnit, type OrgUnitId } from "./org-unit.ts";
import type { OrgUnits } from "./org-units.ts";
import type { OpenUnit, UnitRow, UnitSearchAnswer, UnitTreeAnswer } from "./unit-answers.ts";

export interface ReadUnits {
  readonly units: Pick<OrgUnits, "find" | "children" | "all">;
  readonly employees: Pick<Employees, "countIn">;
  readonly bulks: Pick<Bulks, "find">;
}

/** Units of one page: each of them is one count of its people. */
const pageSize = 25;

/** People of a unit that are counted for its line; more are told as «more than 500». */
const mostInLine = 501;

/** Units that a search finds at most. */
const mostFound = 50;

/**
 * A unit with what is above and directly below it; the root without an id.
 * @throws NotFound
 */
export async function openUnits(
  api: ReadUnits,
  instansiId: string,
  { id, from }: { readonly id?: OrgUnitId | undefined; readonly from?: string | undefined },
): Promise<Omit<UnitTreeAnswer, "mayAsk">> {
  const opened = id === undefined ? undefined : await api.units.find(instansiId, id);
  if (id !== undefined && !opened) throw new NotFound("No such unit.");
  const [path, { items, next }, unit] = await Promise.all([
    opened ? pathOf(api, opened) : [],
    api.units.children({ instansiId, parent: id }, { limit: pageSize, from }),
    opened && openUnit(api, opened),
  ]);
  return {
    ...(unit && { unit }),
    path: path.map(named),
    items: await Promise.all(items.map((each) => rowOf(api, each))),
    ...(next !== undefined && { cursor: next }),
  };
}

/** Units whose names have words that begin so, in the order of their names. It reads the whole tree: two pages of DynamoDB for 5,000. */
export async function searchUnits(
  { units }: Pick<ReadUnits, "units">,
  instansiId: string,
  q: string,
): Promise<UnitSearchAnswer> {
  const typed = foldWords(q);
  if (typed.length === 0) return { items: [], isCut: false };
  const all = new Map<OrgUnitId, OrgUnit>();
  for await (const unit of units.all(instansiId)) all.set(unit.id, unit);
  const found = [...all.values()]
    .filter((unit) => namesOf(unit).some((name) => hasWords(name, typed)))
    .sort((a, b) => a.name.localeCompare(b.name, "id"));
  return {
    items: found.slice(0, mostFound).map((unit) => ({ ...named(unit), path: above(all, unit) })),
    isCut: found.length > mostFound,
  };
}

function hasWords(name: string, typed: readonly string[]): boolean {
  const words = foldWords(name);
  return typed.every((each) => words.some((word) => word.startsWith(each)));
}

/** Names from the root down to the unit above. */
function above(all: ReadonlyMap<OrgUnitId, OrgUnit>, { parent }: OrgUnit): string[] {
  const path: string[] = [];
  let unit = parent === undefined ? undefined : all.get(parent);
  while (unit && path.length < mostLevels) {
    path.unshift(unit.name);
    unit = unit.parent === undefined ? undefined : all.get(unit.parent);
  }
  return path;
}

async function pathOf(
  { units }: Pick<ReadUnits, "units">,
  { instansiId, parent }: OrgUnit,
): Promise<OrgUnit[]> {
  const path: OrgUnit[] = [];
  let id = parent;
  while (id !== undefined && path.length < mostLevels) {
    const unit: OrgUnit | undefined = await units.find(instansiId, id);
    if (!unit) break;
    path.unshift(unit);
    id = unit.parent;
  }
  return path;
}

async function rowOf({ employees }: Pick<ReadUnits, "employees">, unit: OrgUnit): Promise<UnitRow> {
  const { instansiId, workId } = unit;
  let people = 0;
  for (const unitKerja of namesOf(unit))
    people += await employees.countIn({ instansiId, unitKerja }, mostInLine);
  return { ...named(unit), people: Math.min(people, mostInLine), isMoving: workId !== undefined };
}

async function openUnit(api: ReadUnits, unit: OrgUnit): Promise<OpenUnit> {
  const { instansiId, otherNames, workId, into } = unit;
  const id = bulkId.safeParse(workId);
  const [row, work, target] = await Promise.all([
    rowOf(api, unit),
    id.success ? api.bulks.find(id.data) : undefined,
    into && api.units.find(instansiId, into),
  ]);
  return {
    ...row,
    otherNames,
    ...(work && {
      work: {
        ...(target && { into: target.name }),
        ...{ done: work.done, refused: work.refused, isStopped: work.state === "stopped" },
        ...(work.total !== undefined && { total: work.total }),
      },
    }),
  };
}

function named({ id, name }: OrgUnit) {
  return { id, name };
}
