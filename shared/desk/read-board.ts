/** The board of data quality as an officer sees it: of the whole agency as it was counted at night, of units as they are now. */
import { isReadOnly, type RoleHolder } from "#shared/access/principal.ts";
import { reachOf } from "#shared/access/role.ts";
import { type Bulk, type BulkId, type Bulks, progressOf } from "#shared/bulk/bulk.ts";
import { dayOf, type Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { measuredCodes, weightOf } from "#shared/employee/quality-indicators.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Forbidden, NotFound } from "#shared/runtime/errors.ts";
import { type BoardCounts, type Boards, noCounts, withPeople } from "./board.ts";
import type { BoardAnswer, IndicatorAnswer, PassAnswer } from "./desk-answers.ts";

export interface ReadBoard {
  readonly boards: Pick<Boards, "find">;
  readonly employees: Pick<Employees, "inUnit">;
  readonly clock: Clock;
}

/** People of an officer's units who are read at once, some 2 MB: more than nearly every unit has. */
const mostInUnits = 2_000;

export async function readBoard(api: ReadBoard, by: RoleHolder): Promise<BoardAnswer> {
  const told = by.units
    ? boardOfUnits(await peopleOfUnits(api, by.instansiId, by.units), api.clock.now())
    : await boardOfAgency(api, by.instansiId);
  const readOnly = isReadOnly(by);
  return {
    ...(told && { board: told }),
    ...(mayCount(by) && { mayCount: true as const }),
    ...(readOnly && { readOnly: true as const }),
  };
}

async function boardOfAgency(
  { boards }: Pick<ReadBoard, "boards">,
  instansiId: string,
): Promise<BoardAnswer["board"]> {
  const kept = await boards.find(instansiId);
  if (!kept) return undefined;
  const { asOf, people, unreadable } = kept;
  return { asOf, people, unreadable, indicators: worstFirst(kept) };
}

function boardOfUnits({ people, isCut }: UnitPeople, now: Date): BoardAnswer["board"] {
  const counts = countsOf(people, now);
  return {
    asOf: now.toISOString(),
    ...{ people: counts.people, unreadable: 0, indicators: worstFirst(counts) },
    ...(isCut && { isCut: true as const }),
  };
}

export function countsOf(people: readonly Employee[], now: Date): BoardCounts {
  // All are of one agency, and so of one zone.
  return withPeople(noCounts, { people, unreadable: 0 }, dayOf(people[0] ?? {}, now));
}

interface UnitPeople {
  readonly people: readonly Employee[];
  /** There are more. */
  readonly isCut: boolean;
}

/** The people of some units, so many at most: one read of the index for some 700 of them. */
export async function peopleOfUnits(
  { employees }: Pick<ReadBoard, "employees">,
  instansiId: string,
  units: readonly string[],
): Promise<UnitPeople> {
  const people: Employee[] = [];
  for (const unitKerja of units)
    for await (const employee of employees.inUnit({ instansiId, unitKerja })) {
      if (people.length === mostInUnits) return { people, isCut: true };
      people.push(employee);
    }
  return { people, isCut: false };
}

/** By what an indicator costs the agency in BKN's index: its weight times the share of people who fail it. */
export function worstFirst({
  failing,
  unknown,
}: Pick<BoardCounts, "failing" | "unknown">): IndicatorAnswer[] {
  const indicators = measuredCodes.map((code) => ({
    ...{ code, failing: failing[code] ?? 0, unknown: unknown[code] ?? 0 },
  }));
  const cost = ({ code, failing: people }: IndicatorAnswer) => weightOf(code) * people;
  return indicators.toSorted((one, other) => cost(other) - cost(one));
}

/** Whether this officer may have the agency counted: who changes records of all of it. Who audits all may edit one unit only. */
function mayCount(by: RoleHolder): boolean {
  return !isReadOnly(by) && reachOf(by.roles, ["petugas"]) === undefined;
}

/** @throws Forbidden for who may not have the agency counted */
export function refusePass(by: RoleHolder): void {
  if (!mayCount(by)) throw new Forbidden();
}

/** How far a pass of the own agency is. @throws Forbidden; NotFound (unknown, another agency's, no pass: all alike) */
export async function readPass(
  { bulks }: { readonly bulks: Pick<Bulks, "find"> },
  { id, by }: { readonly id: BulkId; readonly by: RoleHolder },
): Promise<PassAnswer> {
  refusePass(by);
  const bulk: Bulk | undefined = await bulks.find(id);
  if (bulk?.kind !== "quality" || bulk.instansiId !== by.instansiId)
    throw new NotFound("No such pass.");
  const { state, done, unchanged, refused } = progressOf(bulk);
  return { state, done, unchanged, refused };
}
