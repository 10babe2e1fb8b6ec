import type { Nip } from "#shared/employee/nip.ts";
import type { LoginAnswer } from "#shared/http/contract.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Unauthenticated } from "#shared/runtime/errors.ts";
import type { RateLimitTable } from "#shared/runtime/rate-limit-table.ts";
import { accountIdOf, isActivating } from "./account-state.ts";
import { loginByNetwork, loginByNip } from "./limits.ts";
import { secretId } from "./secret.ts";
import type { SessionTable } from "./session-table.ts";
import { newStep } from "./step.ts";
import type { StepTable } from "./step-table.ts";
import type { UserDirectory } from "./user-directory.ts";

/**
 * The first factor.
 * @param network where the request comes from, see `viewerPrefix`
 * @param activation the secret of the browser's cookie, when it used a mailed code lately
 * @returns what is next, and the secret of the step's cookie
 * @throws Unauthenticated `login-refused`, whatever was wrong; `activation-needed` when all was right, but an
 * authenticator is registered only by who used the mailed code (decision 0010); TooManyAttempts
 */
export async function signIn(
  {
    users,
    steps,
    sessions,
    limits,
    clock,
  }: {
    users: Pick<UserDirectory, "checkPassword">;
    sessions: Pick<SessionTable, "findAccount">;
    steps: Pick<StepTable, "add">;
    limits: Pick<RateLimitTable, "count">;
    clock: Clock;
  },
  {
    nip,
    password,
    network,
    activation,
  }: { nip: Nip; password: string; network: string; activation?: string | undefined },
): Promise<LoginAnswer & { secret: string }> {
  const now = clock.now();
  await Promise.all([
    limits.count(loginByNip, nip, now),
    limits.count(loginByNetwork, network, now),
  ]);
  const { next, cognitoSession } = await users.checkPassword(nip, password);
  if (next === "enrolment") await requireActivation(sessions, { nip, activation, now });
  const { secret, base } = newStep(next, nip, now);
  await steps.add({ ...base, kind: next, cognitoSession });
  return { next, secret };
}

async function requireActivation(
  sessions: Pick<SessionTable, "findAccount">,
  { nip, activation, now }: { nip: Nip; activation: string | undefined; now: Date },
): Promise<void> {
  const account = activation && (await sessions.findAccount(accountIdOf(nip)));
  if (!account || !isActivating(account, secretId(activation), now))
    throw new Unauthenticated("activation-needed");
}
