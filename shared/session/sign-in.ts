import { admitPassword, type LoginGuard, type Visitor } from "#shared/account/login-guard.ts";
import type { Users } from "#shared/account/users.ts";
import type { WorkAnswer } from "#shared/captcha/captcha.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { Unauthenticated } from "#shared/runtime/errors.ts";
import { accountIdOf, isActivating } from "./account-state.ts";
import { type AuthChallenges, newChallenge } from "./auth-challenge.ts";
import type { LoginAnswer } from "./login-answers.ts";
import { secretId } from "./secret.ts";
import type { Sessions } from "./sessions.ts";

/**
 * The first factor.
 * @param activation the secret of the browser's cookie, when it used a mailed code lately
 * @returns what is next, and the secret of the challenge's cookie
 * @throws Unauthenticated `login-refused`, whatever was wrong; `activation-needed` when all was right, but an
 * authenticator is registered only by who used the mailed code (decision 0010); WorkRequired; TooManyAttempts
 */
export async function signIn(
  collaborators: LoginGuard & {
    users: Pick<Users, "checkPassword">;
    sessions: Pick<Sessions, "findAccount">;
    challenges: Pick<AuthChallenges, "add">;
  },
  {
    password,
    work,
    activation,
    ...visitor
  }: Visitor & {
    password: string;
    work?: WorkAnswer | undefined;
    activation?: string | undefined;
  },
): Promise<LoginAnswer & { secret: string }> {
  const { users, sessions, challenges, clock } = collaborators;
  const { nip } = visitor;
  const now = clock.now();
  const attempt = await admitPassword(collaborators, visitor, work);
  const { next, cognitoSession } = await users
    .checkPassword(nip, password)
    .catch(async (error: unknown) => {
      if (error instanceof Unauthenticated) await attempt.failed();
      throw error;
    });
  if (next === "enrolment") await requireActivation(sessions, { nip, activation, now });
  const { secret, base } = newChallenge(next, nip, now);
  await challenges.add({ ...base, kind: next, cognitoSession });
  return { next, secret };
}

async function requireActivation(
  sessions: Pick<Sessions, "findAccount">,
  { nip, activation, now }: { nip: Nip; activation: string | undefined; now: Date },
): Promise<void> {
  const account = activation && (await sessions.findAccount(accountIdOf(nip)));
  if (!account || !isActivating(account, secretId(activation), now))
    throw new Unauthenticated("activation-needed");
}
