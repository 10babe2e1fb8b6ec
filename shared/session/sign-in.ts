import { admitPassword, type LoginGuard, type Visitor } from "#shared/account/login-guard.ts";
import type { Users } from "#shared/account/users.ts";
import type { WorkAnswer } from "#shared/captcha/captcha.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { Forbidden, Unauthenticated } from "#shared/runtime/errors.ts";
import { accountIdOf, mayEnrol } from "./account-state.ts";
import { type AuthChallenges, newChallenge } from "./auth-challenge.ts";
import type { LoginAnswer } from "./login-answers.ts";
import { secretId } from "./secret.ts";
import type { Sessions } from "./sessions.ts";

/**
 * The first factor.
 * @param enrolmentPermit the secret of the browser's cookie, if it used a mailed code lately
 * @returns what is next, and the secret of the challenge's cookie
 * @throws Unauthenticated `login-refused`, whatever was wrong; `activation-needed` when all was right, but this browser may not
 * register an authenticator because it used no mailed code (decision 0010); WorkRequired; TooManyAttempts; Forbidden `account-frozen`
 * when it may
 */
export async function signIn(
  dependencies: LoginGuard & {
    users: Pick<Users, "checkPassword">;
    sessions: Pick<Sessions, "findAccount">;
    challenges: Pick<AuthChallenges, "add">;
  },
  {
    password,
    work,
    enrolmentPermit,
    ...visitor
  }: Visitor & {
    password: string;
    work?: WorkAnswer | undefined;
    enrolmentPermit?: string | undefined;
  },
): Promise<LoginAnswer & { secret: string }> {
  const { users, sessions, challenges, clock } = dependencies;
  const { nip } = visitor;
  const now = clock.now();
  const attempt = await admitPassword(dependencies, visitor, work);
  const { next, cognitoSession } = await users
    .checkPassword(nip, password)
    .catch(async (error: unknown) => {
      if (error instanceof Unauthenticated) await attempt.failed();
      throw error;
    });
  if (next === "enrolment") await requireEnrolmentPermit(sessions, { nip, enrolmentPermit, now });
  const { secret, base } = newChallenge(next, nip, now);
  await challenges.add({ ...base, kind: next, cognitoSession });
  return { next, secret };
}

async function requireEnrolmentPermit(
  sessions: Pick<Sessions, "findAccount">,
  { nip, enrolmentPermit, now }: { nip: Nip; enrolmentPermit: string | undefined; now: Date },
): Promise<void> {
  const account = enrolmentPermit && (await sessions.findAccount(accountIdOf(nip)));
  if (!account || !mayEnrol(account, secretId(enrolmentPermit), now))
    throw new Unauthenticated("activation-needed");
  if (account.frozen) throw new Forbidden("account-frozen");
}
