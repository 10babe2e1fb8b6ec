import type { Nip } from "#shared/employee/nip.ts";
import type { LoginAnswer } from "#shared/http/contract.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { RateLimitTable } from "#shared/runtime/rate-limit-table.ts";
import { loginByNetwork, loginByNip } from "./limits.ts";
import { newStep } from "./step.ts";
import type { StepTable } from "./step-table.ts";
import type { UserDirectory } from "./user-directory.ts";

/**
 * The first factor.
 * @param network where the request comes from, see `viewerPrefix`
 * @returns what is next, and the secret of the step's cookie
 * @throws Unauthenticated `login-refused`, whatever was wrong; TooManyAttempts
 */
export async function signIn(
  {
    users,
    steps,
    limits,
    clock,
  }: {
    users: Pick<UserDirectory, "checkPassword">;
    steps: Pick<StepTable, "add">;
    limits: Pick<RateLimitTable, "count">;
    clock: Clock;
  },
  { nip, password, network }: { nip: Nip; password: string; network: string },
): Promise<LoginAnswer & { secret: string }> {
  const now = clock.now();
  await Promise.all([
    limits.count(loginByNip, nip, now),
    limits.count(loginByNetwork, network, now),
  ]);
  const { next, cognitoSession } = await users.checkPassword(nip, password);
  const { secret, base } = newStep(next, nip, now);
  await steps.add({ ...base, kind: next, cognitoSession });
  return { next, secret };
}
