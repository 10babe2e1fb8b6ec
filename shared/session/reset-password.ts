import type { AccountHistory } from "#shared/account/account-history.ts";
import type { Accounts } from "#shared/account/accounts.ts";
import { guessableProblems } from "#shared/account/guessable-password.ts";
import type { Visitor } from "#shared/account/login-guard.ts";
import { refusePassword } from "#shared/account/new-password.ts";
import type { PasswordResets } from "#shared/account/password-resets.ts";
import { passwordProblems } from "#shared/account/password-rules.ts";
import { triesOf } from "#shared/account/reset-tries.ts";
import type { Origin } from "#shared/audit/origin.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { resetCodeTries, resetCodeTriesByDevice } from "#shared/rate-limit/limits.ts";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { accountIdOf, newEnrolmentPermit } from "./account-state.ts";
import { type AuthChallenges, countAttempt, type ResetChallenge } from "./auth-challenge.ts";
import { checkChallenge } from "./check-challenge.ts";
import { newSecret, secretId } from "./secret.ts";
import type { Sessions } from "./sessions.ts";

export interface ResetPassword {
  readonly resets: Pick<PasswordResets, "resetPassword" | "refuseReset">;
  readonly accounts: Pick<Accounts, "signOutEverywhere">;
  readonly employees: Pick<Employees, "findByNip">;
  readonly challenges: Pick<AuthChallenges, "countAttempt" | "take">;
  readonly sessions: Pick<Sessions, "findAccount" | "endAll">;
  readonly accountHistory: Pick<AccountHistory, "note">;
  readonly limits: Pick<RateLimits, "count">;
  readonly clock: Clock;
}

/**
 * Sets a new password with the mailed code, signs its holder out everywhere and makes all other logins void. The
 * authenticator stays, so that a mailbox alone gives no access (threat 25). Who has none may register one in this browser.
 * @returns the secret of the cookie that lets this browser do so, and whose account it is
 * @throws InvalidInput on "newPassword", before any code is used; Unauthenticated `reset-code-refused`, `step-expired`;
 * TooManyAttempts when this known device, or other devices with this number and e-mail, tried too many codes in this hour
 */
export async function resetPassword(
  dependencies: ResetPassword,
  {
    challenge,
    code,
    newPassword,
    device,
    origin,
  }: Pick<Visitor, "device"> & {
    challenge: ResetChallenge;
    code: string;
    newPassword: string;
    origin: Origin;
  },
): Promise<{ readonly permit: string; readonly employee: Employee | undefined }> {
  const { resets, employees, challenges, sessions, accountHistory, clock } = dependencies;
  refusePassword([
    ...passwordProblems(newPassword, challenge.nip),
    ...(await guessableProblems(newPassword)),
  ]);
  await countAttempt(challenges, challenge);
  await countTry(dependencies, challenge, device);
  // Who knows only the number got no mail, and must not try codes. If another reset was finished or the e-mail changed in the
  // meantime, the caller is told the same: a wrong code. All are refused after the same reads and one call, so that the time
  // does not show the reason.
  const { isVoid, employee } = await checkChallenge({ sessions, employees }, challenge);
  if (!challenge.matched || isVoid)
    return await resets.refuseReset(challenge.id, code, newPassword);
  // The name is compared only here, where the e-mail was right, so that others cannot find it out (decision 0011).
  refusePassword(await guessableProblems(newPassword, employee?.name));
  await resets.resetPassword(challenge.nip, code, newPassword);
  await challenges.take(challenge.id);
  const now = clock.now();
  const permit = await endAll(dependencies, challenge.nip, now);
  const event = { action: "password-reset", at: now, origin } as const;
  const actor = employee && ({ role: "holder", id: employee.id } as const);
  if (actor) await accountHistory.note({ ...event, employeeId: actor.id, actor });
  return { permit, employee };
}

/** @returns the secret of the cookie that lets this browser register an authenticator */
async function endAll(
  { accounts, sessions }: Pick<ResetPassword, "accounts" | "sessions">,
  nip: Nip,
  now: Date,
): Promise<string> {
  const permit = newSecret();
  await Promise.all([
    accounts.signOutEverywhere(nip),
    sessions.endAll(accountIdOf(nip), newEnrolmentPermit(secretId(permit), now), now),
  ]);
  return permit;
}

/** @throws TooManyAttempts, alike for each e-mail that was given */
async function countTry(
  { limits, clock }: Pick<ResetPassword, "limits" | "clock">,
  { nip, askedFor }: ResetChallenge,
  device: string | undefined,
): Promise<void> {
  if (device) await limits.count(resetCodeTriesByDevice, device, clock.now());
  else await limits.count(resetCodeTries, triesOf(nip, askedFor), clock.now());
}
