/** A frozen account: both factors may be right, and still nobody gets in until an officer has met its holder (decision 0034). */
import type { AccountHistory } from "#shared/account/account-history.ts";
import type { AccountRecords } from "#shared/account/account-record.ts";
import { cancelMfaReset } from "#shared/account/cancel-mfa-reset.ts";
import type { Actor } from "#shared/audit/audit-entry.ts";
import type { Origin } from "#shared/audit/origin.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { accountIdOf } from "./account-state.ts";
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
  const copy = { at: frozen.at, by: by.id ?? by.role, reason: reason ?? "" };
  await accountRecords.markFrozen(person, copy, at);
  await accountHistory.note({
    employeeId: person.id,
    action: "account-frozen",
    actor: by,
    at,
    ...why,
    ...(origin && { origin }),
  });
}

/**
 * Lets the holder log in again. It is told first, so that no account is opened untold.
 * @throws Conflict `account-not-frozen`
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
  const at = clock.now();
  await accountHistory.note({
    employeeId: person.id,
    action: "account-unfrozen",
    actor: by,
    at,
    reason,
  });
  // What was decided before the freeze, if the freeze ended before it cancelled that.
  const reset = (await accountRecords.summary(person.id))?.mfaReset;
  if (reset?.decidedAt && reset.decidedAt <= frozen.at)
    await cancelMfaReset(dependencies, { id: person.id, by, reason, resetId: reset.id });
  await accountRecords.markFrozen(person, undefined, at);
  // Last, because who repeats it after a failure must find it frozen.
  await sessions.unfreeze(account, at);
}
