/** A lost phone: a right password and a recovery code delete the authenticator, so that another one can be registered. */
import type { AccountHistory } from "#shared/account/account-history.ts";
import type { AccountOwner, AccountRecords } from "#shared/account/account-record.ts";
import type { Accounts } from "#shared/account/accounts.ts";
import { admitCode, type LoginGuard, type Visitor } from "#shared/account/login-guard.ts";
import { hashRecoveryCode } from "#shared/account/recovery-code.ts";
import type { Origin } from "#shared/audit/origin.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { Forbidden, Unauthenticated } from "#shared/runtime/errors.ts";
import { accountIdOf, newEnrolmentPermit } from "./account-state.ts";
import { type AuthChallenges, type CodeChallenge, countAttempt } from "./auth-challenge.ts";
import { newSecret, secretId } from "./secret.ts";
import type { Sessions } from "./sessions.ts";

export interface RecoverLogin extends LoginGuard {
  readonly accounts: Pick<Accounts, "resetMfa">;
  readonly accountRecords: Pick<AccountRecords, "find" | "useRecoveryCode" | "dropAuthenticator">;
  readonly accountHistory: Pick<AccountHistory, "note">;
  readonly employees: Pick<Employees, "findByNip">;
  readonly challenges: Pick<AuthChallenges, "countAttempt">;
  readonly sessions: Pick<Sessions, "endAll" | "findAccount">;
}

/**
 * Takes a recovery code. It signs nobody in: all sessions and begun logins end, and this browser may register an authenticator
 * after the password was right once more, because Cognito keeps no sign-in open whose factor is gone.
 * @returns the secret of the cookie that lets this browser register one
 * @throws Unauthenticated `recovery-code-refused` (may be tried again), `too-many-codes`, `step-expired`; TooManyAttempts; Forbidden
 * `account-frozen`, which only who has password and code is told
 */
export async function recoverLogin(
  dependencies: RecoverLogin,
  {
    challenge,
    code,
    visitor,
    origin,
  }: {
    readonly challenge: CodeChallenge;
    readonly code: string;
    readonly visitor: Visitor;
    readonly origin?: Origin | undefined;
  },
): Promise<{ readonly permit: string; readonly owner: AccountOwner }> {
  const { accountRecords, accountHistory, employees, challenges, sessions, clock } = dependencies;
  const attempt = await admitCode(dependencies, visitor);
  await countAttempt(challenges, challenge);
  const owner = await employees.findByNip(challenge.nip);
  const account = owner && (await accountRecords.find(owner.id));
  const hash = await hashRecoveryCode(code, account?.recoveryCodes?.salt ?? "");
  if (!owner || !account?.recoveryCodes?.hashes[hash]) {
    await attempt.failed();
    throw new Unauthenticated("recovery-code-refused");
  }
  if ((await sessions.findAccount(accountIdOf(owner.nip))).frozen)
    throw new Forbidden("account-frozen");
  if (!(await accountRecords.useRecoveryCode(owner.id, hash)))
    throw new Unauthenticated("recovery-code-refused");
  await accountHistory.note({
    employeeId: owner.id,
    action: "recovery-code-used",
    actor: { role: "holder", id: owner.id },
    at: clock.now(),
    origin,
  });
  return { permit: await startEnrolmentAnew(dependencies, owner), owner };
}

/**
 * Takes the authenticator away, ends all that was begun with it, and lets one browser register another.
 * @returns the secret of that browser's cookie
 */
export async function startEnrolmentAnew(
  {
    accounts,
    accountRecords,
    sessions,
    clock,
  }: Pick<RecoverLogin, "accounts" | "clock"> & {
    readonly accountRecords: Pick<AccountRecords, "dropAuthenticator">;
    readonly sessions: Pick<Sessions, "endAll">;
  },
  owner: AccountOwner & Pick<CodeChallenge, "nip">,
): Promise<string> {
  const now = clock.now();
  const permit = newSecret();
  // First, so that no session outlives the authenticator if this process ends in between.
  await sessions.endAll(accountIdOf(owner.nip), newEnrolmentPermit(secretId(permit), now), now);
  await accounts.resetMfa(owner.nip);
  await accountRecords.dropAuthenticator(owner, now);
  return permit;
}
