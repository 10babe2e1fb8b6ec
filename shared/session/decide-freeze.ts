/** The kinds of approval that freeze an account and lift a freeze (decision 0036). */
import * as z from "zod";
import {
  type Approval,
  type ClosedApproval,
  isWhereAsked,
  personOf,
} from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { type AskApproval, askApproval } from "#shared/access/ask-approval.ts";
import type { DecidedKind } from "#shared/access/decide-approval.ts";
import { entryOf } from "#shared/account/account-event.ts";
import type { AccountRecords } from "#shared/account/account-record.ts";
import type { CancelMfaReset } from "#shared/account/cancel-mfa-reset.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { accountIdOf, type Freeze, isOneOfficers } from "./account-state.ts";
import { copyOf, dropEarlierReset } from "./freeze-account.ts";
import type { Sessions } from "./sessions.ts";

/** What an approval that lifts a freeze holds as `old`: which one. */
export const freezeToLift = z.object({ frozenAt: z.string() });

interface Request {
  readonly person: Employee;
  readonly by: { readonly employeeId: EmployeeId };
  readonly reason: string;
  readonly requestId: string;
}

/** An operator asks that an account be frozen: a second one decides. @throws as askApproval */
export async function askFreeze(dependencies: AskApproval, request: Request): Promise<Approval> {
  return await askApproval(dependencies, {
    ...askedOf(request),
    ...{ kind: "account-freeze", old: null, decider: "operator" },
    asker: { id: request.by.employeeId, role: "operator" },
    changes: [{ field: "account", to: "frozen" }],
  });
}

/**
 * A petugas asks that a freeze be lifted that two must lift: a penyetuju decides.
 * @throws Conflict `account-not-frozen`; as askApproval
 */
export async function askUnfreeze(
  dependencies: AskApproval & { readonly sessions: Pick<Sessions, "findAccount"> },
  request: Request,
): Promise<Approval> {
  const { frozen } = await dependencies.sessions.findAccount(accountIdOf(request.person.nip));
  if (!frozen) throw new Conflict("account-not-frozen");
  return await askApproval(dependencies, {
    ...askedOf(request),
    ...{ kind: "account-unfreeze", old: { frozenAt: frozen.at }, decider: "penyetuju" },
    asker: { id: request.by.employeeId, role: "petugas" },
    changes: [{ field: "account", from: "frozen" }],
  });
}

function askedOf({ person, reason, requestId }: Request) {
  const { id, instansiId, unitKerja, revision } = person;
  return { subject: { id, instansiId, unitKerja, revision }, new: null, reason, requestId };
}

interface Find {
  readonly employees: Pick<Employees, "find">;
  readonly sessions: Pick<Sessions, "findAccount">;
}

export interface DecideFreeze extends Find {
  readonly approvals: Pick<Approvals, "close">;
  readonly accountRecords: Pick<AccountRecords, "markFrozen">;
  readonly sessions: Pick<Sessions, "findAccount" | "freezing">;
}

export interface DecideUnfreeze extends Find, CancelMfaReset {
  readonly approvals: Pick<Approvals, "close">;
  readonly accountRecords: Pick<AccountRecords, "markFrozen" | "summary" | "takeMfaReset">;
  readonly sessions: Pick<Sessions, "findAccount" | "unfreezing">;
}

/** Ends all that has begun, and lets nobody in. Outdated when a freeze stands already that two have to lift. */
export function accountFreezes(api: DecideFreeze): DecidedKind {
  const fits = (frozen: Freeze | undefined) => !frozen || isOneOfficers(frozen);
  return {
    isOutdated: async (approval) => !(await findAsAsked(api, approval, fits)),
    carryOut: async (closed) => {
      const { asker, outcome, reason } = closed.approval;
      const person = await requireAsAsked(api, closed, fits);
      const by = { role: "operator", id: asker.id } as const;
      const frozen = { at: outcome.at, by, reason };
      const writes = await api.sessions.freezing(accountIdOf(person.nip), frozen);
      await api.approvals.close(
        withLine(closed, { action: "account-frozen", actor: by }),
        ...writes,
      );
      // For lists, as in freezeAccount.
      await api.accountRecords.markFrozen(person, copyOf(frozen), new Date(outcome.at));
    },
  };
}

/** Lets the holder log in again. Outdated when the freeze of that time does not stand any more. */
export function accountUnfreezes(api: DecideUnfreeze): DecidedKind {
  const fitsOf = (approval: Approval) => (frozen: Freeze | undefined) =>
    frozen?.at === liftedBy(approval).at;
  return {
    isOutdated: async (approval) => !(await findAsAsked(api, approval, fitsOf(approval))),
    carryOut: async (closed) => {
      const { asker, outcome, reason } = closed.approval;
      const person = await requireAsAsked(api, closed, fitsOf(closed.approval));
      const at = new Date(outcome.at);
      const frozen = liftedBy(closed.approval);
      const actor = { role: "officer", id: asker.id } as const;
      await dropEarlierReset(api, { person, by: actor, reason, frozen });
      const writes = await api.sessions.unfreezing(accountIdOf(person.nip), frozen, at);
      await api.approvals.close(withLine(closed, { action: "account-unfrozen", actor }), ...writes);
      await api.accountRecords.markFrozen(person, undefined, at);
    },
  };
}

function liftedBy({ old }: Approval): Pick<Freeze, "at"> {
  return { at: freezeToLift.parse(old).frozenAt };
}

/** @param fits whether the freeze that stands is the one that was seen, or none */
async function findAsAsked(
  { employees, sessions }: Find,
  approval: Approval,
  fits: (frozen: Freeze | undefined) => boolean,
): Promise<Employee | undefined> {
  const person = await employees.find(personOf(approval));
  if (!isWhereAsked(approval, person)) return undefined;
  const { frozen } = await sessions.findAccount(accountIdOf(person.nip));
  return fits(frozen) ? person : undefined;
}

async function requireAsAsked(
  api: Find,
  { approval }: ClosedApproval,
  fits: (frozen: Freeze | undefined) => boolean,
): Promise<Employee> {
  const person = await findAsAsked(api, approval, fits);
  if (!person) throw new Conflict("approval-subject-changed");
  return person;
}

/** With what the account's history tells of it, which names both. */
function withLine(
  closed: ClosedApproval,
  { action, actor }: Pick<AuditEntry, "actor"> & { action: "account-frozen" | "account-unfrozen" },
): ClosedApproval {
  const { outcome, reason } = closed.approval;
  const line = entryOf({
    ...{ employeeId: personOf(closed.approval), action, actor, reason },
    approvedBy: outcome.by,
    at: new Date(outcome.at),
  });
  return { ...closed, entries: [...closed.entries, line] };
}
