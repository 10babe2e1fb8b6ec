import type { AccountHistory } from "#shared/account/account-history.ts";
import type { AccountRecords } from "#shared/account/account-record.ts";
import type { Accounts } from "#shared/account/accounts.ts";
import { isDue } from "#shared/account/mfa-reset.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { accountIdOf, newEnrolmentPermit } from "./account-state.ts";
import { newSecret, secretId } from "./secret.ts";
import type { Sessions } from "./sessions.ts";

export interface ApplyMfaReset {
  readonly accounts: Pick<Accounts, "resetMfa">;
  readonly accountRecords: Pick<AccountRecords, "summary" | "dropAuthenticator">;
  readonly accountHistory: Pick<AccountHistory, "note">;
  readonly sessions: Pick<Sessions, "endAll" | "findAccount">;
  readonly clock: Clock;
}

/**
 * Carries out a reset of the second factor that officers decided, at the first right password after it took effect (decision
 * 0036). While the account is frozen nothing is carried out. Each part may be repeated, so a login after one that died half-way finishes it.
 * @returns whether there was one
 */
export async function applyMfaReset(
  { accounts, accountRecords, accountHistory, sessions, clock }: ApplyMfaReset,
  owner: Employee,
): Promise<boolean> {
  const now = clock.now();
  const reset = (await accountRecords.summary(owner.id))?.mfaReset;
  if (!reset || !isDue(reset, now)) return false;
  // Mails come back by now, so who was absent may not have heard of it.
  if (owner.emailFailedAt && reset.effectiveFrom !== reset.decidedAt) return false;
  if ((await sessions.findAccount(accountIdOf(owner.nip))).frozen) return false;
  await accountHistory.note({
    employeeId: owner.id,
    action: "mfa-reset-done",
    actor: { role: "system" },
    at: now,
    matterId: reset.id,
  });
  // Nobody gets this permit: a password alone registers no authenticator. The sessions end first: once the authenticator is gone a
  // login does not come here again.
  const permit = newEnrolmentPermit(secretId(newSecret()), now);
  await sessions.endAll(accountIdOf(owner.nip), permit, now);
  await accounts.resetMfa(owner.nip);
  await accountRecords.dropAuthenticator(owner, now);
  return true;
}
