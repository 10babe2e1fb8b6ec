import type { ClosedApproval } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import type { CarryOut } from "#shared/access/decide-approval.ts";
import type { RoleGrants } from "#shared/access/role-grants.ts";
import { entryOf } from "#shared/account/account-event.ts";
import type { AccountRecords } from "#shared/account/account-record.ts";
import {
  counterProblem,
  effectiveFrom,
  isStillAsked,
  mfaResetFacts,
} from "#shared/account/mfa-reset.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { accountIdOf } from "./account-state.ts";
import type { Sessions } from "./sessions.ts";

export interface CarryOutMfaReset {
  readonly approvals: Pick<Approvals, "close">;
  readonly accountRecords: Pick<AccountRecords, "summary" | "decidingMfaReset">;
  readonly employees: Pick<Employees, "find">;
  readonly roles: Pick<RoleGrants, "find" | "unchanged">;
  readonly sessions: Pick<Sessions, "ending">;
  /** How long a changed e-mail address proves nothing, hours. */
  readonly newEmailWaitHours: number;
}

/**
 * Lets the next right password of the holder lead to another authenticator: at the counter from now on, and every session
 * and login that has begun ends with it; else a day later (`absentHours`), and what has begun goes on until then, because
 * whoever is signed in may be the holder, who can cancel (decision 0036).
 */
export function carryOutMfaReset({
  approvals,
  accountRecords,
  employees,
  roles,
  sessions,
  newEmailWaitHours,
}: CarryOutMfaReset): CarryOut {
  return async (closed) => {
    const { id, subject, new: wanted, outcome } = closed.approval;
    const { mode } = mfaResetFacts.parse(wanted);
    const [account, person, given] = await Promise.all([
      accountRecords.summary(subject.id),
      employees.find(subject.id),
      roles.find(subject.id),
    ]);
    const at = new Date(outcome.at);
    const isAllowed =
      person &&
      (mode === "absent" || !counterProblem({ person, given, newEmailWaitHours, now: at }));
    if (!isAllowed || !isStillAsked(closed.approval, account, person))
      throw new Conflict("approval-subject-changed");
    const reset = { id, decidedAt: outcome.at, effectiveFrom: effectiveFrom(mode, outcome.at) };
    await approvals.close(
      { ...closed, entries: [...closed.entries, approvedLine(closed)] },
      accountRecords.decidingMfaReset(subject.id, reset),
      roles.unchanged(given),
      ...(mode === "counter" ? await sessions.ending(accountIdOf(person.nip), at) : []),
    );
  };
}

/** The history names both. */
function approvedLine({
  approval: { id, subject, asker, outcome, reason },
}: ClosedApproval): AuditEntry {
  return entryOf({
    employeeId: subject.id,
    action: "mfa-reset-approved",
    actor: { role: "officer", id: asker.id },
    approvedBy: outcome.by,
    at: new Date(outcome.at),
    reason,
    matterId: id,
  });
}

/** Of one that was refused or withdrawn: the holder had heard that it was asked for. */
export function noteMfaResetEnd({
  approval: { id, subject, outcome },
}: ClosedApproval): readonly AuditEntry[] {
  return [
    entryOf({
      employeeId: subject.id,
      action: outcome.state === "withdrawn" ? "mfa-reset-cancelled" : "mfa-reset-refused",
      actor: { role: "officer", id: outcome.by },
      at: new Date(outcome.at),
      matterId: id,
      ...(outcome.reason !== undefined && { reason: outcome.reason }),
    }),
  ];
}
