/**
 * Decides before Cognito is asked whether a password or code may be tried now, and how much work that costs. It looks only at
 * what was typed and where it came from, so it tells nobody which accounts exist. docs/decisions/0011-limits.md.
 */

import type { WorkAnswer } from "#shared/captcha/captcha.ts";
import type { ChallengeBinding } from "#shared/captcha/challenge-token.ts";
import { type Challenges, issueWork, redeemWork, workAt } from "#shared/captcha/work-challenge.ts";
import { WorkRequired } from "#shared/captcha/work-required.ts";
import type { Nip } from "#shared/employee/nip.ts";
import type { FailureRate } from "#shared/rate-limit/failure-rate.ts";
import {
  type CountWindow,
  codeFailures,
  type GrowingLimit,
  type LoginLimits,
  levelOf,
  loginFailures,
  loginWork,
  strangersFailures,
} from "#shared/rate-limit/limits.ts";
import { type RateLimits, windowOf } from "#shared/rate-limit/rate-limits.ts";
import { TooManyAttempts } from "#shared/runtime/errors.ts";
import {
  type FailureRun,
  forgottenInSeconds,
  isForgotten,
  type Lockouts,
  lockedSeconds,
} from "./lockout.ts";

export interface LoginGuard extends Challenges {
  readonly limits: Pick<RateLimits, "read" | "add">;
  readonly loginLimits: LoginLimits;
  readonly lockouts: Pick<Lockouts, "find" | "fail" | "attempt" | "clear">;
  readonly failureRate: Pick<FailureRate, "add" | "isHigh">;
}

/** Who is trying. */
export interface Visitor {
  readonly nip: Nip;
  /** See `HttpRequest.network`. */
  readonly network: string;
  /** See `knownDevice`. */
  readonly device?: string | undefined;
}

/** An attempt that was admitted. The caller says how it ended. */
export interface Attempt {
  readonly failed: () => Promise<void>;
}

/**
 * Admits a password.
 * @throws WorkRequired, with the work to do; TooManyAttempts
 */
export async function admitPassword(
  guard: LoginGuard,
  visitor: Visitor,
  work: WorkAnswer | undefined,
): Promise<Attempt> {
  const run = await unlockedRun(guard, visitor);
  await requireWork(guard, visitor, work);
  return await begin(guard, visitor, run);
}

/**
 * Admits a code of somebody whose password was right. It asks for no work: work makes a million tries too cheap.
 * @throws TooManyAttempts
 */
export async function admitCode(guard: LoginGuard, visitor: Visitor): Promise<Attempt> {
  const now = guard.clock.now();
  const counted = codeWindow(visitor);
  const who = visitor.device ?? visitor.nip;
  const [run, failures] = await Promise.all([
    unlockedRun(guard, visitor),
    guard.limits.read(counted, who, now),
  ]);
  if (failures >= codeFailures.free)
    throw new TooManyAttempts(windowOf(counted, who, now).secondsLeft);
  const attempt = await begin(guard, visitor, run);
  return {
    failed: async () => {
      await Promise.all([attempt.failed(), guard.limits.add(counted, who, now)]);
    },
  };
}

/** Both factors were right: Cognito has forgotten the failures in a row. */
export async function signedInCompletely({ lockouts }: LoginGuard, nip: Nip): Promise<void> {
  const run = await lockouts.find(nip);
  if (run && run.failures > 0) await lockouts.clear(nip);
}

/** @throws TooManyAttempts while Cognito would refuse, or when a stranger's failure would make it lock the number */
async function unlockedRun(
  { lockouts, clock }: LoginGuard,
  { nip, device }: Visitor,
): Promise<FailureRun | undefined> {
  const now = clock.now();
  const run = await lockouts.find(nip);
  if (!run || isForgotten(run, now)) return undefined;
  const locked = lockedSeconds(run, now);
  if (locked > 0) throw new TooManyAttempts(locked);
  if (!device && run.failures >= strangersFailures)
    throw new TooManyAttempts(forgottenInSeconds(run, now));
  return run;
}

async function begin(
  guard: LoginGuard,
  { nip, network, device }: Visitor,
  run: FailureRun | undefined,
): Promise<Attempt> {
  const { limits, lockouts, failureRate, clock } = guard;
  const failures = loginFailures(guard.loginLimits);
  const now = clock.now();
  if (run) await lockouts.attempt(nip, now);
  return {
    failed: async () => {
      await Promise.all([
        lockouts.fail(nip, run, now),
        failureRate.add(now),
        ...(device
          ? [limits.add(failures.byDevice, device, now)]
          : [limits.add(failures.byNip, nip, now), limits.add(failures.byNetwork, network, now)]),
      ]);
    },
  };
}

/** @throws WorkRequired unless enough of it was done */
async function requireWork(
  guard: LoginGuard,
  visitor: Visitor,
  work: WorkAnswer | undefined,
): Promise<void> {
  const level = await levelFor(guard, visitor);
  if (level === 0) return;
  const binding: ChallengeBinding = {
    purpose: "login",
    network: visitor.network,
    subject: visitor.nip,
  };
  const wanted = workAt(level, loginWork(guard.loginLimits));
  const done = work && (await redeemWork(guard, binding, work));
  // Half of the work is enough too: another person's failure in the meantime has doubled it.
  if (done === undefined || done * 2 < wanted)
    throw new WorkRequired(await issueWork(guard, binding, wanted));
}

async function levelFor(
  { limits, loginLimits, failureRate, clock }: LoginGuard,
  { nip, network, device }: Visitor,
): Promise<number> {
  const now = clock.now();
  const failures = loginFailures(loginLimits);
  const level = async (limit: GrowingLimit, who: string) =>
    levelOf(await limits.read(limit, who, now), limit);
  const [isHigh, ...levels] = await Promise.all([
    failureRate.isHigh(now),
    ...(device
      ? [level(failures.byDevice, device)]
      : [level(failures.byNip, nip), level(failures.byNetwork, network)]),
  ]);
  return Math.max(isHigh ? 1 : 0, ...levels);
}

/** Which wrong codes are counted together: of the device, or of the number. */
export function codeWindow({ device }: Pick<Visitor, "nip" | "device">): CountWindow {
  const { windowSeconds } = codeFailures;
  return { name: device ? "code-failures-by-device" : "code-failures-by-nip", windowSeconds };
}
