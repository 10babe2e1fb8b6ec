import { type Officer, reaches } from "#shared/access/scope.ts";
import type { Actor, AuditEntry, Reading } from "#shared/audit/audit-entry.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import { type EmployeeId, fullName, isEmployeeId } from "./employee.ts";
import type { Employees } from "./employees.ts";

/** Entries to a page. */
const pageSize = 25;

export interface TellHistory {
  readonly employees: Pick<Employees, "findAll">;
  readonly history: Pick<AuditTrail, "history" | "readings">;
}

/** Something that happened, with the names of who did and who approved it, where the reader may know them. */
export type Told<T> = T & {
  readonly name?: string | undefined;
  readonly approverName?: string | undefined;
};

interface RecordHistoryQuery {
  readonly id: EmployeeId;
  /** `next` of the page before. */
  readonly from?: string | undefined;
  readonly by: Officer;
}

interface ToldPage<T> {
  readonly items: readonly Told<T>[];
  readonly next?: string | undefined;
}

/** A page of a record's changes. The history stores only ids; the names are those of today. */
export async function tellChanges(
  { employees, history }: TellHistory,
  { id, from, by }: RecordHistoryQuery,
): Promise<ToldPage<AuditEntry>> {
  const { items, next } = await history.history({ subjectId: id, limit: pageSize, from });
  return { items: await withNames(employees, items, by), next };
}

/** A page of who read a record. */
export async function tellReadings(
  { employees, history }: TellHistory,
  { id, from, by }: RecordHistoryQuery,
): Promise<ToldPage<Reading>> {
  const { items, next } = await history.readings({ subjectId: id, limit: pageSize, from });
  return { items: await withNames(employees, items, by), next };
}

/** Adds names, as `namesOf`. */
async function withNames<
  T extends { readonly actor: Actor; readonly approvedBy?: string | undefined },
>(
  employees: TellHistory["employees"],
  items: readonly T[],
  by: Officer,
): Promise<readonly Told<T>[]> {
  const ids = items.flatMap(({ actor, approvedBy }) => [actor.id, approvedBy]);
  const nameOf = await namesOf(employees, ids, by);
  return items.map((item) => ({
    ...item,
    name: nameOf(item.actor.id),
    approverName: nameOf(item.approvedBy),
  }));
}

/** Names of who did something. Who works elsewhere now gets none, because the reader may see only people of the own instansi or units. */
export async function namesOf(
  employees: TellHistory["employees"],
  ids: readonly (string | undefined)[],
  by: Officer,
): Promise<(id: string | undefined) => string | undefined> {
  const found = await employees.findAll(ids.filter((id) => id !== undefined).filter(isEmployeeId));
  return (id) => {
    const person = id !== undefined && isEmployeeId(id) ? found.get(id) : undefined;
    const isKnown = person && (person.id === by.employeeId || reaches(by, person));
    return isKnown ? fullName(person) : undefined;
  };
}
