import { type Approval, type ClosedApproval, personOf } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { type AskApproval, askApproval } from "#shared/access/ask-approval.ts";
import type { DecidedKind } from "#shared/access/decide-approval.ts";
import { isSameMailbox } from "#shared/employee/email.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import { keptChange, problemsOf } from "#shared/employee/employee-rules.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import { correctAddress } from "#shared/employee/revision.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import { entryOf } from "./account-event.ts";
import type { AccountRecords } from "./account-record.ts";
import { emailCorrection, isOpenToMailbox } from "./email-correction.ts";

export interface AskEmailCorrection extends AskApproval {
  readonly accountRecords: Pick<AccountRecords, "summary">;
}

/**
 * An officer asks that the address of an account that the mailbox alone opens be another one. Because two people decide, codes
 * are mailed there at once; of all other accounts one officer changes it, and codes wait (`codesFrom`).
 * @param request.revision of the record, as the officer saw it
 * @throws Conflict `account-activated`, `record-changed`; InvalidInput on `email`, `reason`; as askApproval
 */
export async function askEmailCorrection(
  dependencies: AskEmailCorrection,
  {
    person,
    by,
    revision,
    ...request
  }: {
    readonly person: Employee;
    readonly by: { readonly employeeId: EmployeeId };
    readonly revision: number;
    readonly email: string;
    readonly reason: string;
    readonly requestId: string;
  },
): Promise<Approval> {
  const { id, instansiId, unitKerja } = person;
  const { email = "" } = keptChange({ email: request.email });
  const problems = problemsOf({ email }, person);
  if (problems.length > 0) throw new InvalidInput(...problems);
  if (isSameMailbox(email, person.email))
    throw new InvalidInput({ field: "email", code: "nothing-changed" });
  if (person.revision !== revision) throw new Conflict("record-changed");
  await requireOpen(dependencies, id);
  return await askApproval(dependencies, {
    kind: "email-correction",
    subject: { id, instansiId, unitKerja, revision },
    old: person.email === undefined ? {} : { email: person.email },
    new: { email },
    reason: request.reason,
    requestId: request.requestId,
    asker: { id: by.employeeId, role: "petugas" },
    decider: "penyetuju",
    changes: [{ field: "email", from: person.email, to: email }],
  });
}

export interface CarryOutEmailCorrection {
  readonly employees: Pick<WritableEmployees, "find" | "save">;
  readonly accountRecords: Pick<AccountRecords, "summary">;
  readonly approvals: Pick<Approvals, "closing">;
}

/** Saves the record with the address, as any change of it: the old address hears of it. */
export function emailCorrections({
  employees,
  accountRecords,
  approvals,
}: CarryOutEmailCorrection): DecidedKind {
  const findAsAsked = async (approval: Approval) => {
    const { subject } = approval;
    const person = await employees.find(personOf(approval));
    const isAsAsked =
      person?.revision === subject.revision && person.instansiId === subject.instansiId;
    return isAsAsked ? person : undefined;
  };
  return {
    isOutdated: async (approval) => {
      const person = await findAsAsked(approval);
      return !person || !isOpenToMailbox(await accountRecords.summary(person.id));
    },
    carryOut: async (closed) => {
      const person = await findAsAsked(closed.approval);
      if (!person) throw new Conflict("approval-subject-changed");
      await requireOpen({ accountRecords }, person.id);
      const { next, end } = corrected(person, closed);
      try {
        await employees.save(next, undefined, ...approvals.closing(end));
      } catch (error) {
        const isRaced = error instanceof Conflict && error.code === "record-changed";
        throw isRaced ? new Conflict("approval-subject-changed") : error;
      }
    },
  };
}

/** The record's next revision, and the approval's end, each with its lines of history. */
function corrected(person: Employee, closed: ClosedApproval) {
  const { new: wanted, asker, outcome, reason } = closed.approval;
  const actor = { role: "officer", id: asker.id } as const;
  const at = new Date(outcome.at);
  const told = { at, actor, action: "changed", reason, approvedBy: outcome.by } as const;
  const next = correctAddress(person, emailCorrection.parse(wanted).email, told);
  const line = entryOf({
    ...{ employeeId: person.id, action: "email-corrected", actor, at: told.at, reason },
    approvedBy: outcome.by,
  } as const);
  return {
    next,
    end: { ...closed, entries: [...closed.entries, line] },
  };
}

async function requireOpen(
  { accountRecords }: Pick<AskEmailCorrection, "accountRecords">,
  id: EmployeeId,
): Promise<void> {
  if (!isOpenToMailbox(await accountRecords.summary(id))) throw new Conflict("account-activated");
}
