/** Approvals and roles as they are answered: with today's names, which nothing of them keeps. */
import * as z from "zod";
import { type Approval, stateOf } from "#shared/access/approval.ts";
import type { ApprovalAnswer, RoleHolderAnswer } from "#shared/access/approval-answers.ts";
import { spanOf } from "#shared/access/change-roles.ts";
import { isOwnRecord } from "#shared/access/own-record.ts";
import { grantSpan, type PersonsRoles } from "#shared/access/role.ts";
import { type Employee, type EmployeeId, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { maskNip } from "#shared/employee/nip.ts";
import type { Clock } from "#shared/runtime/clock.ts";

interface Reader {
  readonly employeeId: EmployeeId;
}

const spans = z.array(grantSpan);

/** Lists of approvals, with the names of all their people in one read. */
export async function approvalAnswers(
  { employees, clock }: { employees: Pick<Employees, "findAll">; clock: Clock },
  lists: readonly (readonly Approval[])[],
  by: Reader,
): Promise<ApprovalAnswer[][]> {
  const ids = lists
    .flat()
    .flatMap(({ subject, asker, outcome }) => [
      subject.id,
      asker.id,
      ...(outcome ? [outcome.by] : []),
    ]);
  const people = await employees.findAll(ids);
  const now = clock.now();
  return lists.map((list) => list.map((each) => toAnswer(each, { people, by, now })));
}

/** One of them. */
export async function approvalAnswerOf(
  api: Parameters<typeof approvalAnswers>[0],
  approval: Approval,
  by: Reader,
): Promise<ApprovalAnswer> {
  const [[answer] = []] = await approvalAnswers(api, [[approval]], by);
  if (!answer) throw new Error("An approval has no answer.");
  return answer;
}

export function roleHolderAnswerOf(
  person: Employee,
  { revision, grants }: PersonsRoles,
  by: Reader,
): RoleHolderAnswer {
  return {
    id: person.id,
    ...told(person),
    instansiId: person.instansiId,
    revision,
    roles: grants.map(spanOf),
    isSelf: isOwnRecord(person.id, by),
  };
}

function toAnswer(
  approval: Approval,
  context: {
    readonly people: ReadonlyMap<EmployeeId, Employee>;
    readonly by: Reader;
    readonly now: Date;
  },
): ApprovalAnswer {
  const { people, by, now } = context;
  const { id, subject, reason, asker, askedAt, until, outcome } = approval;
  const person = people.get(subject.id);
  const state = stateOf(approval, now);
  return {
    id,
    subject: { id: subject.id, instansiId: subject.instansiId, ...(person && told(person)) },
    old: spans.parse(approval.old),
    new: spans.parse(approval.new),
    reason,
    asker: nameOf(people.get(asker.id)),
    ...{ askedAt, until, state },
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

function mayOf({ asker, subject }: Approval, by: Reader): ApprovalAnswer["may"] {
  if (asker.id === by.employeeId) return "withdraw";
  return isOwnRecord(subject.id, by) ? "nothing" : "decide";
}

function told(person: Employee) {
  const { nip, instansi, unitKerja } = person;
  return { name: fullName(person), maskedNip: maskNip(nip), instansi, unitKerja };
}

function nameOf(person: Employee | undefined): { name?: string } {
  return person ? { name: fullName(person) } : {};
}
