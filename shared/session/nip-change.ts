/** The kind of approval that gives somebody another NIP (decision 0044). */
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
import { hasRole } from "#shared/access/role.ts";
import type { RoleGrants } from "#shared/access/role-grants.ts";
import type { Officer } from "#shared/access/scope.ts";
import { entryOf } from "#shared/account/account-event.ts";
import type { AccountRecords } from "#shared/account/account-record.ts";
import { refuseMover } from "#shared/account/ask-mfa-reset.ts";
import { hasMovedEmail } from "#shared/employee/email-move.ts";
import { type Employee, nipSchema } from "#shared/employee/employee.ts";
import { problemsOfRecord } from "#shared/employee/employee-rules.ts";
import type { Employees, WritableEmployees } from "#shared/employee/employees.ts";
import { type Nip, parseNip } from "#shared/employee/nip.ts";
import { refuseTakenNip } from "#shared/employee/refuse-taken.ts";
import { changeNip, saidByNip } from "#shared/employee/revision.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict, type FieldProblem, InvalidInput } from "#shared/runtime/errors.ts";
import { accountIdOf } from "./account-state.ts";
import type { Sessions } from "./sessions.ts";

/** What such an approval holds as `old` and `new`. */
export const nipChange = z.object({ nip: nipSchema });

export interface AskNipChange extends AskApproval {
  readonly employees: Pick<Employees, "find" | "idOf">;
  readonly roles: Pick<RoleGrants, "find">;
  readonly accountRecords: Pick<AccountRecords, "summary">;
}

interface Request {
  /** In the officer's scope, and not the officer's own record. */
  readonly person: Employee;
  /** Of the record, as the officer saw it. */
  readonly revision: number;
  readonly nip: string;
  readonly reason: string;
  readonly requestId: string;
  readonly by: Officer;
}

/**
 * An officer asks that somebody get another NIP: BKN corrected it, or gave another one.
 * @throws InvalidInput on `nip` (malformed, unchanged) and `reason`; Forbidden `email-changed-by-you`; Conflict `record-changed`, `nip-taken`, `nip-elsewhere`, `nip-former`, `nip-other-kind`, `change-needs-operators`
 * of who has a role, `account-frozen`, `account-missing`; as askApproval
 */
export async function askNipChange(
  dependencies: AskNipChange,
  { person, revision, by, reason, requestId, nip: typed }: Request,
): Promise<Approval> {
  const { employees, roles, accountRecords, clock } = dependencies;
  const { id, instansiId, unitKerja } = person;
  refuseMover(person, by.employeeId, clock.now());
  if (person.revision !== revision) throw new Conflict("record-changed");
  const nip = wantedNip(typed, person);
  if (hasRole(await roles.find(id), person, clock.now()))
    throw new Conflict("change-needs-operators");
  const account = await accountRecords.summary(id);
  if (!account) throw new Conflict("account-missing");
  if (account.frozen) throw new Conflict("account-frozen");
  await refuseTakenNip(employees, nip, { by, own: id });
  return await askApproval(dependencies, {
    kind: "nip-change",
    subject: { id, instansiId, unitKerja, revision },
    ...{ old: { nip: person.nip }, new: { nip }, reason, requestId },
    asker: { id: by.employeeId, role: "petugas" },
    decider: "penyetuju",
    changes: [{ field: "nip", from: person.nip, to: nip }],
  });
}

/** @throws InvalidInput on `nip`, Conflict `nip-other-kind` */
function wantedNip(typed: string, person: Employee): Nip {
  const nip = parseNip(typed);
  if (!nip) throw new InvalidInput({ field: "nip", code: "nip-malformed" });
  if (nip === person.nip) throw new InvalidInput({ field: "nip", code: "nothing-changed" });
  const [problem] = problemsWith(nip, person);
  if (problem?.code === "kind-differs") throw new Conflict("nip-other-kind");
  if (problem) throw new InvalidInput({ ...problem, field: "nip" });
  return nip;
}

/** What would be wrong with the record that is not wrong with it now. */
function problemsWith(nip: Nip, person: Employee): FieldProblem[] {
  const before = problemsOfRecord(person);
  return problemsOfRecord({ ...person, ...saidByNip(person, nip), nip }).filter(
    ({ field, code }) => !before.some((each) => each.field === field && each.code === code),
  );
}

export interface DecideNipChange {
  readonly employees: Pick<WritableEmployees, "find" | "idOf" | "save">;
  readonly roles: RoleGrants;
  readonly accountRecords: Pick<AccountRecords, "summary" | "restarting">;
  readonly sessions: Pick<Sessions, "findAccount" | "ending">;
  readonly approvals: Pick<Approvals, "closing">;
  readonly clock: Clock;
}

/**
 * Gives the record the number, and lets the account begin anew: Cognito's user name is the NIP, which cannot be changed there. Every
 * session and login that has begun ends in the same transaction.
 */
export function nipChanges(api: DecideNipChange): DecidedKind {
  return {
    isOutdated: async (approval) => !(await findAsAsked(api, approval, api.clock.now())),
    carryOut: async (closed) => {
      const { outcome } = closed.approval;
      const at = new Date(outcome.at);
      const { old } = readApproval(closed.approval);
      // Before it is asked whether the account is frozen, so that a freeze at this moment makes these writes fail.
      const endings = await api.sessions.ending(accountIdOf(old), at);
      const found = await findAsAsked(api, closed.approval, at);
      if (!found) throw new Conflict("approval-subject-changed");
      const { person, account, given } = found;
      refuseMover(person, outcome.by, at);
      const { next, end } = changed(person, closed);
      try {
        await api.employees.save(
          next,
          undefined,
          ...endings,
          api.accountRecords.restarting(person, account, at),
          api.roles.unchanged(given),
          ...api.approvals.closing(end),
        );
      } catch (error) {
        const isRaced = error instanceof Conflict && racedCodes.includes(error.code);
        throw isRaced ? new Conflict("approval-subject-changed") : error;
      }
    },
  };
}

const racedCodes: readonly string[] = ["record-changed", "nip-taken"];

function readApproval({ old, new: wanted }: Approval): { readonly old: Nip; readonly nip: Nip } {
  return { old: nipChange.parse(old).nip, nip: nipChange.parse(wanted).nip };
}

/**
 * The person, the account and the roles; undefined when the person has another number or agency by now, or may not get this one: it
 * is somebody else's or of the other kind, the account is frozen, the person has a role, or the asker moved the address alone.
 */
async function findAsAsked(
  { employees, roles, accountRecords, sessions }: DecideNipChange,
  approval: Approval,
  now: Date,
) {
  const id = personOf(approval);
  const { old, nip } = readApproval(approval);
  const [person, owner, given, account, { frozen }] = await Promise.all([
    employees.find(id),
    employees.idOf(nip),
    roles.find(id),
    accountRecords.summary(id),
    sessions.findAccount(accountIdOf(old)),
  ]);
  if (!person || !account || frozen || person.nip !== old) return undefined;
  if (!isWhereAsked(approval, person) || hasRole(given, person, now)) return undefined;
  const isFree = owner === undefined || owner === id;
  const isAllowed = problemsWith(nip, person).length === 0;
  const isFit = isFree && isAllowed && !hasMovedEmail(person, approval.asker.id, now);
  return isFit ? { person, account, given } : undefined;
}

/** The record's next revision, and the approval's end, with what the account's history tells its holder. */
function changed(person: Employee, closed: ClosedApproval) {
  const { asker, outcome, reason } = closed.approval;
  const actor = { role: "officer", id: asker.id } as const;
  const at = new Date(outcome.at);
  const told = { at, actor, reason, approvedBy: outcome.by } as const;
  const next = changeNip(person, readApproval(closed.approval).nip, { ...told, action: "changed" });
  const line = entryOf({ ...told, employeeId: person.id, action: "nip-changed" });
  return { next, end: { ...closed, entries: [...closed.entries, line] } };
}
