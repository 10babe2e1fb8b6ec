import { type Officer, reaches } from "#shared/access/scope.ts";
import { type Employee, type EmployeeId, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { type Decree, type Decreed, inOrder, isOpen, valuesOf } from "./decree.ts";
import type { AgencyDecreeList, DecreeList, ToldDecree, ToldDecreed } from "./decree-answers.ts";
import { isLeave } from "./decree-fields.ts";
import type { Decrees } from "./decrees.ts";

interface TellDecrees {
  readonly employees: Pick<Employees, "findAll">;
  readonly decrees: Pick<Decrees, "of" | "listed">;
}

/** Decrees of a page of an agency's list. */
const pageSize = 50;
/** Parts that are read for one page, when nearly all of them are of other units. */
const mostParts = 20;

/** The decrees of a person: what is to come first, in the order in which it acts, then what has been, newest first. */
export async function decreesOfPerson(
  { employees, decrees }: TellDecrees,
  person: EmployeeId,
  by: Pick<Officer, "instansiId">,
): Promise<DecreeList> {
  const all = await decrees.of(person);
  const deciders = await employees.findAll(
    all.flatMap(({ askedBy, approvedBy }) => [askedBy, approvedBy]),
  );
  // Who decided in an agency that the person has left is nobody's name to know here (decision 0053).
  const names = new Map([...deciders].filter(([, each]) => each.instansiId === by.instansiId));
  const open = all.filter(isOpen).toSorted(inOrder);
  const over = all.filter((each) => !isOpen(each)).toSorted((a, b) => inOrder(b, a));
  return { items: [...open, ...over].map((each) => told(each, names)) };
}

/**
 * What officers of an agency have to watch, by day: decrees that wait or could not act, and leaves that end without another decision.
 * Of people of other units, and of leaves that have ended since, nothing is told.
 */
export async function decreesOfAgency(
  { employees, decrees }: TellDecrees,
  { by, from }: { readonly by: Officer; readonly from: string | undefined },
): Promise<AgencyDecreeList> {
  const items: AgencyDecreeList["items"][number][] = [];
  let cursor = from;
  for (let part = 0; part < mostParts && items.length < pageSize; part++) {
    const page = await decrees.listed(by.instansiId, { limit: pageSize, from: cursor });
    const ids = page.items.flatMap((each) => [each.employeeId, each.askedBy, each.approvedBy]);
    const people = await employees.findAll([...new Set(ids)]);
    for (const each of page.items) {
      const person = people.get(each.employeeId);
      if (!person || !reaches(by, person) || !isToWatch(each, person)) continue;
      const { id, unitKerja } = person;
      items.push({ ...told(each, people), person: { id, name: fullName(person), unitKerja } });
    }
    cursor = page.next;
    if (cursor === undefined) break;
  }
  return { items, ...(cursor !== undefined && { cursor }) };
}

function isToWatch(each: Decree, { kedudukanHukum }: Employee): boolean {
  return each.state !== "acted" || isLeave(kedudukanHukum);
}

/** What was decided, without who did it. */
export function toldDecreedOf({
  kind,
  skNumber,
  skDate,
  tmt,
  until,
  from,
  to,
}: Decreed): ToldDecreed {
  return {
    ...{ kind, skNumber, skDate, tmt, from: valuesOf(kind, from), to: valuesOf(kind, to) },
    ...(until && { until }),
  };
}

function told(each: Decree, people: ReadonlyMap<EmployeeId, Employee>): ToldDecree {
  const { id, state, obstacle, reason, actsAt, endedAt } = each;
  const [asker, approver] = [people.get(each.askedBy), people.get(each.approvedBy)];
  return {
    ...toldDecreedOf(each),
    ...{ id, state, reason, actsAt },
    ...(obstacle && { obstacle }),
    ...(asker && { askedBy: fullName(asker) }),
    ...(approver && { approvedBy: fullName(approver) }),
    ...(endedAt && { endedAt }),
  };
}
