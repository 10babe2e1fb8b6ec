/** Approvals of roles, and roles, as they are answered. */
import * as z from "zod";
import type { Approval } from "#shared/access/approval.ts";
import type { ApprovalAnswer, RoleHolderAnswer } from "#shared/access/approval-answers.ts";
import { spanOf } from "#shared/access/change-roles.ts";
import { isOwnRecord } from "#shared/access/own-record.ts";
import { grantSpan, type PersonsRoles } from "#shared/access/role.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import { type TellApprovals, tellApprovals, toldPerson } from "#shared/employee/tell-approvals.ts";

interface Reader {
  readonly employeeId: EmployeeId;
}

const spans = z.array(grantSpan);

/** @param approvals all that are answered together */
export async function approvalAnswers(
  api: TellApprovals,
  approvals: readonly Approval[],
  by: Reader,
): Promise<(approval: Approval) => ApprovalAnswer> {
  const tell = await tellApprovals(api, approvals, by);
  return (approval) => ({
    ...tell(approval),
    change: changeOf(approval),
  });
}

function changeOf({ kind, old, new: wanted }: Approval): ApprovalAnswer["change"] {
  if (kind === "roles") return { kind, from: spans.parse(old), to: spans.parse(wanted) };
  if (kind === "account-freeze") return { kind };
  throw new Error("Penyetuju decide this kind.");
}

export function roleHolderAnswerOf(
  person: Employee,
  { revision, grants }: PersonsRoles,
  by: Reader,
): RoleHolderAnswer {
  return {
    id: person.id,
    ...toldPerson(person),
    instansiId: person.instansiId,
    revision,
    roles: grants.map(spanOf),
    isSelf: isOwnRecord(person.id, by),
  };
}
