/** The kind of approval that changes what nobody changes alone in a record (decision 0049). */
import {
  type Approval,
  type ClosedApproval,
  isWhereAsked,
  personOf,
} from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import type { DecidedKind } from "#shared/access/decide-approval.ts";
import type { RoleGrants } from "#shared/access/role-grants.ts";
import { entryOf } from "#shared/account/account-event.ts";
import type { AccountRecords } from "#shared/account/account-record.ts";
import { isOpenToMailbox } from "#shared/account/email-correction.ts";
import { refuseRoleHolder } from "#shared/employee/change-employee.ts";
import { decidedValues, recordChange } from "#shared/employee/decided-values.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { WritableEmployees } from "#shared/employee/employees.ts";
import {
  changedValues,
  type DecidedValues,
  nextValues,
  problemsOfDecided,
  valuesBefore,
} from "#shared/employee/record-change.ts";
import { type Revision, revise } from "#shared/employee/revision.ts";
import { type Clock, jakartaDay } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { accountIdOf, type Freeze } from "./account-state.ts";
import { copyOf } from "./freeze-account.ts";
import type { Sessions } from "./sessions.ts";

export interface WeighRecordChange {
  readonly roles: Pick<RoleGrants, "find">;
  readonly accountRecords: Pick<AccountRecords, "summary">;
  readonly clock: Clock;
}

export interface DecideRecordChange extends WeighRecordChange {
  readonly employees: Pick<WritableEmployees, "find" | "save">;
  readonly roles: Pick<RoleGrants, "find" | "unchanged">;
  readonly accountRecords: Pick<AccountRecords, "summary" | "markFrozen">;
  readonly sessions: Pick<Sessions, "freezing">;
  readonly approvals: Pick<Approvals, "closing">;
}

/**
 * Makes the change, with both names in its history. Outdated when the record says something else of these fields by now, or may not be
 * changed so any more; changes of other fields meanwhile do no harm. Who died has the account frozen in the same transaction, and gets no mail.
 */
export function recordChanges(api: DecideRecordChange): DecidedKind {
  return {
    isOutdated: async (approval) => !(await findAsAsked(api, approval)),
    carryOut: async (closed) => {
      const given = await api.roles.find(personOf(closed.approval));
      const person = await findAsAsked(api, closed.approval);
      const next = person && changed(person, closed);
      if (!next) throw new Conflict("approval-subject-changed");
      const isDeath = next.after.diedOn !== undefined && next.before.diedOn === undefined;
      const unchanged = api.roles.unchanged(given);
      if (isDeath) await saveDeath(api, { next, closed, unchanged });
      else await save(api, next, [unchanged, ...api.approvals.closing(closed)]);
    },
  };
}

async function save(
  { employees }: Pick<DecideRecordChange, "employees">,
  next: Revision,
  others: readonly JoinedWrite[],
): Promise<void> {
  try {
    await employees.save(next, undefined, ...others);
  } catch (error) {
    const isRaced = error instanceof Conflict && racedCodes.includes(error.code);
    throw isRaced ? new Conflict("approval-subject-changed") : error;
  }
}

async function saveDeath(
  api: DecideRecordChange,
  {
    next,
    closed,
    unchanged,
  }: {
    readonly next: Revision;
    readonly closed: ClosedApproval;
    readonly unchanged: JoinedWrite;
  },
): Promise<void> {
  const { before: person } = next;
  const frozen = freezeOfDead(closed);
  const freeze = await api.sessions.freezing(accountIdOf(person.nip), frozen);
  const ending = api.approvals.closing(withLine(closed));
  await save(api, next, [...freeze, unchanged, ...ending]);
  // For lists, as in freezeAccount.
  await api.accountRecords.markFrozen(person, copyOf(frozen), new Date(frozen.at));
}

/** Nobody gets into the account of the dead, whoever has both factors. As the system's it takes two to be lifted. */
function freezeOfDead({ approval: { outcome, reason } }: ClosedApproval): Freeze {
  return { at: outcome.at, by: { role: "system" }, reason };
}

/** With what the account's history tells of it. */
function withLine(closed: ClosedApproval): ClosedApproval {
  const { asker, outcome, reason } = closed.approval;
  const line = entryOf({
    ...{ employeeId: personOf(closed.approval), action: "account-frozen", reason },
    ...{ actor: { role: "officer", id: asker.id }, approvedBy: outcome.by },
    at: new Date(outcome.at),
  });
  return { ...closed, entries: [...closed.entries, line] };
}

const racedCodes: readonly string[] = ["record-changed", "email-taken"];

/** The person whose record still says what it said, and may be changed so. */
async function findAsAsked(
  api: DecideRecordChange,
  approval: Approval,
): Promise<Employee | undefined> {
  const person = await api.employees.find(personOf(approval));
  if (!isWhereAsked(approval, person)) return undefined;
  const { values } = recordChange.parse(approval.new);
  const old = decidedValues.parse(approval.old);
  const now = changedValues(valuesBefore(values, person), old);
  const today = jakartaDay(api.clock.now());
  const isAsAsked =
    Object.keys(now).length === 0 && problemsOfDecided(values, person, today).length === 0;
  return isAsAsked && (await refusalOf(api, { person, values })) === undefined ? person : undefined;
}

/**
 * Why such a record is not changed so, by however many officers: the mailbox opens the account (`email-correction` is the way), or its
 * holder has a role, which operators take back first (0036).
 */
export async function refusalOf(
  api: WeighRecordChange,
  { person, values }: { readonly person: Employee; readonly values: DecidedValues },
): Promise<"email-needs-two" | "change-needs-operators" | undefined> {
  if (values.email !== undefined && isOpenToMailbox(await api.accountRecords.summary(person.id)))
    return "email-needs-two";
  const told = { at: api.clock.now(), actor: { role: "officer" }, action: "changed" } as const;
  const next = revise(person, nextValues(values), told);
  if (!next) return undefined;
  try {
    await refuseRoleHolder(api, next);
    return undefined;
  } catch (error) {
    if (error instanceof Conflict) return "change-needs-operators";
    throw error;
  }
}

/** The record's next revision. */
function changed(person: Employee, { approval }: ClosedApproval): Revision | undefined {
  const { asker, outcome, reason } = approval;
  const { values, source } = recordChange.parse(approval.new);
  return revise(person, nextValues(values), {
    ...{ at: new Date(outcome.at), reason, source, approvedBy: outcome.by },
    actor: { role: "officer", id: asker.id },
    action: values.kedudukanHukum === undefined ? "changed" : "status-changed",
  });
}
