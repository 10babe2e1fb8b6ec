/** A change for many people as its asker and who decides read it: exactly who, how far it is, and who was refused. */
import type { Approvals } from "#shared/access/approvals.ts";
import { type Officer, reaches } from "#shared/access/scope.ts";
import { type Bulk, type BulkId, type Bulks, progressOf } from "#shared/bulk/bulk.ts";
import { type EmployeeId, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { groupNip } from "#shared/employee/nip.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { waitingFor } from "./ask-bulk-change.ts";
import { type BulkList, type BulkLists, placeOf, type ToldReason } from "./bulk-change.ts";
import type { BulkChangeAnswer } from "./bulk-change-answers.ts";

export interface TellBulkChange {
  readonly employees: Pick<Employees, "findAll">;
  readonly bulkLists: Pick<BulkLists, "find">;
  readonly bulks: Pick<Bulks, "find">;
  readonly approvals: Pick<Approvals, "waiting">;
  readonly clock: Clock;
}

/** For who asked, and who reaches the whole agency. @throws NotFound (unknown, another agency's, another officer's: all alike) */
export async function tellBulkChange(
  api: TellBulkChange,
  id: BulkId,
  by: Officer,
): Promise<BulkChangeAnswer> {
  const list = await findBulkList(api, id, by);
  const ids = [...list.people, ...list.leftOut].map((each) => each.id);
  const [records, bulk] = await Promise.all([api.employees.findAll(ids), api.bulks.find(id)]);
  const named = (person: EmployeeId) => {
    const record = records.get(person);
    if (!record || !reaches(by, record)) return {};
    return { name: fullName(record), nip: groupNip(record.nip), unitKerja: record.unitKerja };
  };
  return {
    ...{ bulkId: id, change: list.change, isOwn: list.askedBy === by.employeeId },
    people: list.people.map((each, i) => {
      const why = list.refused[String(i)] ?? notReached(bulk, i);
      const { decrees } = each;
      return { id: each.id, ...named(each.id), ...(why && { why }), ...(decrees && { decrees }) };
    }),
    leftOut: list.leftOut.map((each) => ({ ...named(each.id), why: each.why })),
    ...(bulk ? { progress: progressOf(bulk) } : await toldOfWaiting(api, list)),
  };
}

/** @param place among all people, in whose order the steps go */
function notReached(bulk: Bulk | undefined, place: number): ToldReason | undefined {
  return bulk?.state === "stopped" && place >= placeOf(bulk) ? "not-reached" : undefined;
}

async function toldOfWaiting(api: TellBulkChange, list: BulkList): Promise<{ isAsked?: true }> {
  return (await waitingFor(api, list)) ? { isAsked: true } : {};
}

/** @throws NotFound as tellBulkChange */
export async function findBulkList(
  { bulkLists }: Pick<TellBulkChange, "bulkLists">,
  id: BulkId,
  by: Officer,
): Promise<BulkList> {
  const list = await bulkLists.find(id);
  const isHere = list?.instansiId === by.instansiId;
  const mayRead = list?.askedBy === by.employeeId || by.units === undefined;
  if (!list || !isHere || !mayRead) throw new NotFound("No such list.");
  return list;
}
