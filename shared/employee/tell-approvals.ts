/** Approvals with today's names of their people, which nothing of them keeps. */
import {
  type Approval,
  isOfAgency,
  isPerson,
  stateOf,
  subjectsOf,
} from "#shared/access/approval.ts";
import type { ToldApproval } from "#shared/access/approval-answers.ts";
import type { DecidedKinds } from "#shared/access/decide-approval.ts";
import { isOwnRecord } from "#shared/access/own-record.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { ifReadable } from "#shared/runtime/stored-item.ts";
import { type Employee, type EmployeeId, fullName } from "./employee.ts";
import type { Employees } from "./employees.ts";
import { maskNip } from "./nip.ts";

export interface TellApprovals {
  readonly employees: Pick<Employees, "findAll">;
  readonly clock: Clock;
  /** Of those that can be told of. */
  readonly kinds: Partial<DecidedKinds>;
}

interface Reader {
  readonly employeeId: EmployeeId;
}

/** What is told of each; the names of all people are one read. */
export async function tellApprovals(
  { employees, clock, kinds }: TellApprovals,
  approvals: readonly Approval[],
  by: Reader,
): Promise<(approval: Approval) => ToldApproval> {
  const ids = approvals.flatMap(({ subject, asker, outcome }) => [
    ...(isPerson(subject.id) ? [subject.id] : []),
    asker.id,
    ...(outcome ? [outcome.by] : []),
  ]);
  const now = clock.now();
  const [people, outdated] = await Promise.all([
    employees.findAll(ids),
    outdatedOf(kinds, approvals, now),
  ]);
  return (approval) => told(approval, { people, outdated, by, now });
}

/** Which of those that wait cannot be approved any more, also because what they are about cannot be read. */
async function outdatedOf(
  kinds: Partial<DecidedKinds>,
  approvals: readonly Approval[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const waiting = approvals.filter((each) => stateOf(each, now) === "pending");
  const found = await Promise.all(
    waiting.map(async (each) => {
      const asked = kinds[each.kind]?.isOutdated(each) ?? Promise.resolve(false);
      return (await ifReadable({ name: "approval", ids: { approvalId: each.id } }, asked, true))
        ? [each.id]
        : [];
    }),
  );
  return new Set(found.flat());
}

function told(
  approval: Approval,
  context: {
    readonly people: ReadonlyMap<EmployeeId, Employee>;
    readonly outdated: ReadonlySet<string>;
    readonly by: Reader;
    readonly now: Date;
  },
): ToldApproval {
  const { people, outdated, by, now } = context;
  const { id, subject, reason, asker, askedAt, until, outcome } = approval;
  const person = isPerson(subject.id) ? people.get(subject.id) : undefined;
  const state = stateOf(approval, now);
  const isOpen = state === "pending" && !outdated.has(id);
  return {
    id,
    subject: {
      ...{ id: subject.id, instansiId: subject.instansiId },
      ...(person && isToldHere(approval, { person, isOpen }) && toldPerson(person)),
    },
    reason,
    asker: nameOf(people.get(asker.id)),
    ...{ askedAt, until, state, isOutdated: outdated.has(id) },
    ...(outcome && {
      outcome: {
        ...nameOf(people.get(outcome.by)),
        at: outcome.at,
        ...(outcome.reason !== undefined && { reason: outcome.reason }),
      },
    }),
    may: state === "pending" ? mayOf(approval, by) : "nothing",
  };
}

/**
 * Whether an agency is told who it is. Of somebody who went to another one it knows no more than that it decided something (decision 0053);
 * of somebody who may come it is told who, as long as it can be decided.
 */
function isToldHere(
  approval: Approval,
  { person, isOpen }: { readonly person: Employee; readonly isOpen: boolean },
): boolean {
  return isOfAgency(approval, person.instansiId) || (approval.kind === "transfer-in" && isOpen);
}

function mayOf(approval: Approval, by: Reader): ToldApproval["may"] {
  if (approval.asker.id === by.employeeId) return "withdraw";
  return subjectsOf(approval).some((id) => isOwnRecord(id, by)) ? "nothing" : "decide";
}

/** Enough to tell two people of one name apart. */
export function toldPerson(person: Employee) {
  const { nip, instansi, unitKerja } = person;
  return { name: fullName(person), maskedNip: maskNip(nip), instansi, unitKerja };
}

function nameOf(person: Employee | undefined): { name?: string } {
  return person ? { name: fullName(person) } : {};
}
