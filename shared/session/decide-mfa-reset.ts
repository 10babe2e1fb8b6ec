import { type Approval, type ClosedApproval, personOf } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import type { DecidedKind } from "#shared/access/decide-approval.ts";
import type { RoleGrants } from "#shared/access/role-grants.ts";
import { entryOf } from "#shared/account/account-event.ts";
import type { AccountRecords } from "#shared/account/account-record.ts";
import { refuseMover } from "#shared/account/ask-mfa-reset.ts";
import { isStillAsked, mfaResetFacts, modeProblem } from "#shared/account/mfa-reset.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { hasMovedEmail } from "#shared/employee/email-move.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { accountIdOf } from "./account-state.ts";
import type { Sessions } from "./sessions.ts";

export interface DecideMfaReset {
  readonly approvals: Pick<Approvals, "close">;
  readonly accountRecords: Pick<AccountRecords, "summary" | "decidingMfaReset">;
  readonly employees: Pick<Employees, "find">;
  readonly roles: Pick<RoleGrants, "find" | "unchanged">;
  readonly sessions: Pick<Sessions, "ending">;
  readonly clock: Clock;
  /** How long a changed e-mail address proves nothing, hours. */
  readonly newEmailWaitHours: number;
}

/**
 * Lets the next right password of the holder lead to another authenticator: at the counter from now on, and every session
 * and login that has begun ends with it; else a day after its mail (`sendMail`), and what has begun goes on until then, because
 * whoever is signed in may be the holder, who can cancel (decision 0036).
 */
export function mfaResets(api: DecideMfaReset): DecidedKind {
  const { approvals, accountRecords, sessions, roles, clock } = api;
  return {
    isOutdated: async (approval) => !(await findAsAsked(api, approval, clock.now())),
    carryOut: async (closed) => {
      const { id, new: wanted, outcome } = closed.approval;
      const at = new Date(outcome.at);
      const found = await findAsAsked(api, closed.approval, at);
      if (!found) throw new Conflict("approval-subject-changed");
      refuseMover(found.person, outcome.by, at);
      const { mode } = mfaResetFacts.parse(wanted);
      const begun = mode === "counter" ? { effectiveFrom: outcome.at } : {};
      const reset = { id, decidedAt: outcome.at, ...begun };
      await approvals.close(
        { ...closed, entries: [...closed.entries, approvedLine(closed)] },
        accountRecords.decidingMfaReset(found.person.id, reset),
        roles.unchanged(found.given),
        ...(mode === "counter" ? await sessions.ending(accountIdOf(found.person.nip), at) : []),
      );
    },
    noteEnd,
  };
}

/** The person and their roles; undefined when the reset was taken back, asked anew or decided, or may not be asked for any more. */
async function findAsAsked(
  { accountRecords, employees, roles, newEmailWaitHours }: DecideMfaReset,
  approval: Approval,
  now: Date,
) {
  const { asker, new: wanted } = approval;
  const id = personOf(approval);
  const [account, person, given] = await Promise.all([
    accountRecords.summary(id),
    employees.find(id),
    roles.find(id),
  ]);
  if (!person || !isStillAsked(approval, account, person)) return undefined;
  const { mode } = mfaResetFacts.parse(wanted);
  const isAllowed =
    !modeProblem(mode, { person, given, newEmailWaitHours, now }) &&
    !hasMovedEmail(person, asker.id, now);
  return isAllowed ? { person, given } : undefined;
}

/** The history names both. */
function approvedLine({ approval }: ClosedApproval): AuditEntry {
  const { id, asker, outcome, reason } = approval;
  return entryOf({
    employeeId: personOf(approval),
    action: "mfa-reset-approved",
    actor: { role: "officer", id: asker.id },
    approvedBy: outcome.by,
    at: new Date(outcome.at),
    reason,
    matterId: id,
  });
}

/** Of one that was refused or withdrawn: the holder had heard that it was asked for. */
function noteEnd({ approval }: ClosedApproval): readonly AuditEntry[] {
  const { id, outcome } = approval;
  return [
    entryOf({
      employeeId: personOf(approval),
      action: outcome.state === "withdrawn" ? "mfa-reset-cancelled" : "mfa-reset-refused",
      actor: { role: "officer", id: outcome.by },
      at: new Date(outcome.at),
      matterId: id,
      ...(outcome.reason !== undefined && { reason: outcome.reason }),
    }),
  ];
}
