import type { AccountOwner, AccountRecords } from "#shared/account/account-record.ts";
import type { Users } from "#shared/account/users.ts";
import type { Nip } from "#shared/employee/nip.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { ExpectedError } from "#shared/runtime/errors.ts";
import { accountIdOf } from "./account-state.ts";
import { type AuthChallenges, newChallenge } from "./auth-challenge.ts";
import type { Sessions } from "./sessions.ts";

/**
 * Goes on from a new password to the authenticator, in the browser that used the mailed code. Who has one goes to the login.
 * @returns the secret of the enrolment's cookie; undefined when there is an authenticator, or Cognito cannot answer now: then the
 * login leads there
 */
export async function openEnrolment(
  {
    users,
    accountRecords,
    challenges,
    sessions,
    clock,
  }: {
    readonly users: Pick<Users, "checkPassword">;
    readonly accountRecords: Pick<AccountRecords, "activate">;
    readonly challenges: Pick<AuthChallenges, "add">;
    readonly sessions: Pick<Sessions, "findAccount">;
    readonly clock: Clock;
  },
  { owner, password }: { readonly owner: AccountOwner & { readonly nip: Nip }; password: string },
): Promise<string | undefined> {
  await accountRecords.activate(owner, clock.now());
  // The login says that it is frozen.
  if ((await sessions.findAccount(accountIdOf(owner.nip))).frozen) return undefined;
  const answer = await users.checkPassword(owner.nip, password).catch((error: unknown) => {
    if (error instanceof ExpectedError) return undefined;
    throw error;
  });
  if (answer?.next !== "enrolment") return undefined;
  // A reset makes void what began at its moment or before.
  const later = new Date(clock.now().getTime() + 1);
  const { secret, base } = newChallenge("enrolment", owner.nip, later);
  await challenges.add({ ...base, kind: "enrolment", cognitoSession: answer.cognitoSession });
  return secret;
}
