import { type Approval, stateOf } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { type Officer, reaches } from "#shared/access/scope.ts";
import { type Employee, type EmployeeId, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { decreeChange } from "./ask-decree.ts";
import {
  type Decree,
  type Decreed,
  expectedOn,
  inOrder,
  isAsDecided,
  isOpen,
  valuesOf,
} from "./decree.ts";
import type {
  AgencyDecreeList,
  DecreeList,
  ToldDecree,
  ToldDecreed,
  ToldWord,
} from "./decree-answers.ts";
import { isLeave } from "./decree-fields.ts";
import type { Decrees } from "./decrees.ts";

interface TellDecrees {
  readonly employees: Pick<Employees, "findAll">;
  readonly decrees: Pick<Decrees, "of" | "listed">;
}

interface TellPersons extends TellDecrees {
  readonly approvals: Pick<Approvals, "about">;
  readonly clock: Clock;
}

/** More than one person's decrees have waiting for a penyetuju; each can be asked about again by each petugas. */
const mostAsked = 100;
/** Decrees of a page of an agency's list. */
const pageSize = 50;
/** Parts that are read for one page, when nearly all of them are of other units. */
const mostParts = 20;

/** The decrees of a person: what is to come first, in the order in which it acts, then what has been, newest first. */
export async function decreesOfPerson(
  { employees, decrees, approvals, clock }: TellPersons,
  person: Employee,
  by: Pick<Officer, "instansiId">,
): Promise<DecreeList> {
  const now = clock.now();
  const fits = (each: Approval) => each.kind === "decree" && stateOf(each, now) === "pending";
  const [all, waiting] = await Promise.all([
    decrees.of(person.id),
    approvals.about(person.id, { limit: mostAsked, fits }),
  ]);
  const deciders = await employees.findAll(decidersOf(all));
  const names = namesFor(by, deciders);
  const open = all.filter(isOpen).toSorted(inOrder);
  const over = all.filter((each) => !isOpen(each)).toSorted((a, b) => inOrder(b, a));
  const items = [...open, ...over].map((each) => {
    const asked = isOpen(each) ? askedOf(each, waiting) : [];
    return {
      ...told(each, names),
      ...(asked.length > 0 && { asked }),
      ...(isOutdated(each, person, all) && { isOutdated: true as const }),
    };
  });
  return { items };
}

/** Who decided in another agency, or has left this one, is nobody's name to know here (decision 0053). */
function namesFor(
  { instansiId }: Pick<Officer, "instansiId">,
  people: ReadonlyMap<EmployeeId, Employee>,
): ReadonlyMap<EmployeeId, Employee> {
  return new Map([...people].filter(([, each]) => each.instansiId === instansiId));
}

/** Whether what it changes will be another than what was decided, as things are now. */
function isOutdated(each: Decree, person: Employee, all: readonly Decree[]): boolean {
  const earlier = all.filter((other) => other !== each && inOrder(other, each) < 0);
  return each.state === "waiting" && !isAsDecided(expectedOn(person, earlier, each.tmt), each);
}

function decidersOf(decrees: readonly Decree[]): EmployeeId[] {
  const words = decrees.flatMap((each) =>
    [each, each.move, each.withdrawal].flatMap((word) => word ?? []),
  );
  return [...new Set(words.flatMap(({ askedBy, approvedBy }) => [askedBy, approvedBy]))];
}

/** What waits about a decree that is there already, as it is now: of two requests the second is outdated once the first is approved. */
function askedOf(
  { id, revision }: Decree,
  waiting: readonly Approval[],
): NonNullable<ToldDecree["asked"]> {
  return waiting.flatMap(({ new: wanted }) => {
    const change = decreeChange.parse(wanted);
    if (change.act === "plan" || change.id !== id || change.revision !== revision) return [];
    return [{ act: change.act, tmt: change.decreed.tmt }];
  });
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
    const ids = [...page.items.map((each) => each.employeeId), ...decidersOf(page.items)];
    const people = await employees.findAll([...new Set(ids)]);
    for (const each of page.items) {
      const person = people.get(each.employeeId);
      if (!person || !reaches(by, person) || !isToWatch(each, person)) continue;
      const { id, unitKerja } = person;
      const words = told(each, namesFor(by, people));
      items.push({ ...words, person: { id, name: fullName(person), unitKerja } });
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
  const { id, state, obstacle, actsAt, endedAt, move, withdrawal } = each;
  return {
    ...{ ...toldDecreedOf(each), ...toldWordOf(each, people) },
    ...{ id, state, actsAt },
    ...(obstacle && { obstacle }),
    ...(move && { move: { ...toldWordOf(move, people), before: move.before } }),
    ...(withdrawal && { withdrawal: toldWordOf(withdrawal, people) }),
    ...(endedAt && { endedAt }),
  };
}

function toldWordOf(
  { askedBy, approvedBy, reason }: Pick<Decree, "askedBy" | "approvedBy" | "reason">,
  people: ReadonlyMap<EmployeeId, Employee>,
): ToldWord {
  const [asker, approver] = [people.get(askedBy), people.get(approvedBy)];
  return {
    ...(asker && { askedBy: fullName(asker) }),
    ...(approver && { approvedBy: fullName(approver) }),
    reason,
  };
}
