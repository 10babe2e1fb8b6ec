/** A frozen account: both factors may be right, and still nobody gets in until an officer has met its holder (decision 0034). */
import type { AccountHistory } from "#shared/account/account-history.ts";
import type { Actor } from "#shared/audit/audit-entry.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { accountIdOf } from "./account-state.ts";
import type { Sessions } from "./sessions.ts";

export interface FreezeAccount {
  readonly sessions: Pick<Sessions, "freeze">;
  readonly accountHistory: Pick<AccountHistory, "note">;
  readonly clock: Clock;
}

interface Decision {
  readonly person: Pick<Employee, "id" | "nip">;
  readonly by: Actor;
  /** In the officer's words. */
  readonly reason?: string;
}

/**
 * Ends all sessions of the account and all logins, enrolments and resets that had begun, and lets no other become a session.
 * It is told after it is done, because it must be quick; who repeats it after a failure is told again.
 */
export async function freezeAccount(
  { sessions, accountHistory, clock }: FreezeAccount,
  { person: { id, nip }, by, reason }: Decision,
): Promise<void> {
  const at = clock.now();
  const why = reason === undefined ? {} : { reason };
  await sessions.freeze(accountIdOf(nip), { at: at.toISOString(), by, ...why });
  await accountHistory.note({ employeeId: id, action: "account-frozen", actor: by, at, ...why });
}

/**
 * Lets the holder log in again. It is told first, so that no account is opened untold.
 * @throws Conflict `account-not-frozen`
 */
export async function unfreezeAccount(
  {
    sessions,
    accountHistory,
    clock,
  }: Omit<FreezeAccount, "sessions"> & {
    readonly sessions: Pick<Sessions, "findAccount" | "unfreeze">;
  },
  { person: { id, nip }, by, reason }: Decision & { readonly reason: string },
): Promise<void> {
  const account = accountIdOf(nip);
  if (!(await sessions.findAccount(account)).frozen) throw new Conflict("account-not-frozen");
  const at = clock.now();
  await accountHistory.note({ employeeId: id, action: "account-unfrozen", actor: by, at, reason });
  await sessions.unfreeze(account, at);
}
