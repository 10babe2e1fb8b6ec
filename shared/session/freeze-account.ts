/** A frozen account: both factors may be right, and still nobody gets in until an officer has met its holder (decision 0034). */
import type { AccountHistory } from "#shared/account/account-history.ts";
import type { AccountRecords, FrozenCopy } from "#shared/account/account-record.ts";
import { type CancelMfaReset, cancelMfaReset } from "#shared/account/cancel-mfa-reset.ts";
import type { Actor } from "#shared/audit/audit-entry.ts";
import type { Origin } from "#shared/audit/origin.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Busy, Conflict } from "#shared/runtime/errors.ts";
import { accountIdOf, type Freeze, isOneOfficers } from "./account-state.ts";
import type { Sessions } from "./sessions.ts";

export interface FreezeAccount {
  readonly sessions: Pick<Sessions, "freeze">;
  readonly accountRecords: Pick<AccountRecords, "markFrozen" | "summary" | "takeMfaReset">;
  readonly accountHistory: Pick<AccountHistory, "note">;
  readonly clock: Clock;
}

interface Decision {
  readonly person: Pick<Employee, "id" | "nip" | "instansiId">;
  readonly by: Actor;
  /** In the officer's words. */
  readonly reason?: string | undefined;
  /** From where, of what was done in a holder's browser. */
  readonly origin?: Origin | undefined;
}

/**
 * Ends all sessions of the account and all logins, enrolments and resets that had begun, and lets no other become a session.
 * A reset of the second factor that was asked for or waits is cancelled: whoever freezes does not want it. While the account is
 * frozen it would not be carried out anyway, so a failure between the two opens nothing. The freeze is told after it is done, because
 * it must be quick; who repeats it after a failure is told again.
 */
export async function freezeAccount(
  dependencies: FreezeAccount,
  { person, by, reason, origin }: Decision,
): Promise<void> {
  const { sessions, accountRecords, accountHistory, clock } = dependencies;
  const at = clock.now();
  const why = reason === undefined ? {} : { reason };
  const frozen = { at: at.toISOString(), by, ...why };
  await sessions.freeze(accountIdOf(person.nip), frozen);
  await cancelMfaReset(dependencies, { id: person.id, by, origin });
  // For lists, which are wrong if it fails; the next try writes it again.
  await accountRecords.markFrozen(person, copyOf(frozen), at);
  await accountHistory.note({
    employeeId: person.id,
    action: "account-frozen",
    actor: by,
    at,
    ...why,
    ...(origin && { origin }),
  });
}

/** As lists have it. */
export function copyOf({ at, by, reason = "" }: Freeze): FrozenCopy {
  return { at, by: by.id ?? by.role, reason };
}

/**
 * One officer lets the holder log in again, after a freeze that one officer made. It is told first, so that no account is opened
 * untold.
 * @throws Conflict `account-not-frozen`, `unfreeze-needs-two`; Busy when somebody froze it anew at that moment
 */
export async function unfreezeAccount(
  dependencies: Omit<FreezeAccount, "sessions"> & {
    readonly sessions: Pick<Sessions, "findAccount" | "unfreeze">;
  },
  { person, by, reason }: Decision & { readonly reason: string },
): Promise<void> {
  const { sessions, accountRecords, accountHistory, clock } = dependencies;
  const account = accountIdOf(person.nip);
  const { frozen } = await sessions.findAccount(account);
  if (!frozen) throw new Conflict("account-not-frozen");
  if (!isOneOfficers(frozen)) throw new Conflict("unfreeze-needs-two");
  const at = clock.now();
  await accountHistory.note({
    employeeId: person.id,
    action: "account-unfrozen",
    actor: by,
    at,
    reason,
  });
  await dropEarlierReset(dependencies, { person, by, reason, frozen });
  await accountRecords.markFrozen(person, undefined, at);
  // Last, because who repeats it after a failure must find it frozen.
  if (!(await sessions.unfreeze(account, frozen, at))) throw new Busy(1);
}

/** What was decided before the freeze: of who froze with a failure half-way, or of two operators, who cancel nothing. */
export async function dropEarlierReset(
  dependencies: CancelMfaReset,
  {
    person: { id },
    frozen,
    ...decision
  }: Pick<Decision, "person" | "by" | "reason"> & { readonly frozen: Pick<Freeze, "at"> },
): Promise<void> {
  const reset = (await dependencies.accountRecords.summary(id))?.mfaReset;
  if (reset?.decidedAt && reset.decidedAt <= frozen.at)
    await cancelMfaReset(dependencies, { ...decision, id, resetId: reset.id });
}
