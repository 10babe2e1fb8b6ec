import type { Agencies } from "#shared/agency/agencies.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { beginErasure, eraseRecord, isBegun, isErasable } from "#shared/employee/erase-record.ts";
import type { Nip } from "#shared/employee/nip.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { Id } from "#shared/runtime/ids.ts";

/** Something of a person that lies outside the record. Erasing what is not there does nothing. */
export interface ErasedPart {
  erase(id: Id<"emp">): Promise<void>;
}

export interface FindLeavers {
  readonly agencies: Pick<Agencies, "list">;
  readonly employees: Pick<WritableEmployees, "search">;
  /** After the card's end; 0: nobody's time is ever over. */
  readonly erasureYears: number;
  readonly clock: Clock;
}

export interface EraseLeavers extends FindLeavers {
  readonly employees: Pick<WritableEmployees, "search" | "save">;
  /** Who signed in by these numbers. */
  readonly users: { deleteUser(nip: Nip): Promise<void> };
  /** Photos, cards, account, inbox, what waits, approvals; and the values of the history. */
  readonly parts: readonly ErasedPart[];
}

/** Some minutes' work; the next run goes on. */
const mostInARun = 200;
/** How long a run begins with another person, milliseconds: it may take four minutes. */
const longestRunMs = 120_000;
const pageSize = 100;

/**
 * Erases the data of people who left longer ago than the setting says (UU 27/2022, articles 43 and 44), some of them in each run. A line in the
 * history says first that it begins, and is what lets values of the history go (decision 0058). The record is the last of a person's parts: a run
 * that was killed leaves it as it was, so the next one goes on with the same person, and what is gone already is no fault. What stays, and why, is
 * in docs/privacy.md.
 * @returns how many people were erased
 * @throws the first failure, after all others were erased: one who cannot be keeps nobody else
 */
export async function eraseLeavers(api: EraseLeavers, most = mostInARun): Promise<number> {
  const begun = api.clock.now().getTime();
  const failures: unknown[] = [];
  let erased = 0;
  for await (const leaver of leaversOf(api)) {
    const isOver = api.clock.now().getTime() - begun > longestRunMs;
    if (isOver || erased + failures.length >= most) break;
    try {
      if (await eraseLeaver(api, leaver)) erased++;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return erased;
}

/** Whose time is over: agency after agency, in the order of their names. The cost is that of reading everybody who has left. */
export async function* leaversOf({
  agencies,
  employees,
  erasureYears,
  clock,
}: FindLeavers): AsyncGenerator<Employee> {
  const now = clock.now();
  const fits = (employee: Employee) => isErasable(employee, erasureYears, now);
  if (erasureYears === 0) return;
  for (const { id: instansiId } of await agencies.list()) {
    let from: string | undefined;
    do {
      const query = { instansiId, words: [], status: "ended" as const, limit: pageSize, fits };
      const { items, next }: { items: readonly Employee[]; next?: string | undefined } =
        await employees.search({ ...query, from });
      yield* items;
      from = next;
    } while (from !== undefined);
  }
}

/** @returns false when somebody changed the record meanwhile: the next run looks again */
async function eraseLeaver(
  { employees, users, parts, clock }: EraseLeavers,
  leaver: Employee,
): Promise<boolean> {
  const by = { role: "system" } as const;
  try {
    const begun = isBegun(leaver) ? undefined : beginErasure(leaver, clock.now(), by);
    if (begun) await employees.save(begun);
    const { id, nip, formerNips = [], joinedInto } = leaver;
    // The numbers of a record that was joined are the survivor's, who may sign in by one of them again (decision 0054).
    const numbers = joinedInto ? [] : [nip, ...formerNips.map((former) => former.nip)];
    for (const number of numbers) await users.deleteUser(number);
    for (const part of parts) await part.erase(id);
    await employees.save(eraseRecord(begun?.after ?? leaver, clock.now(), by));
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}
