import type { CaptchaAnswer } from "#shared/captcha/captcha.ts";
import { redeemCaptcha } from "#shared/captcha/redeem-captcha.ts";
import type { Challenges } from "#shared/captcha/work-challenge.ts";
import type { Nip } from "#shared/employee/nip.ts";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import { type AuthChallenges, newChallenge } from "./auth-challenge.ts";

/**
 * «Check»: begins a reset for any number that was typed. It looks nothing up, so it reveals nothing; it counts nothing by
 * number, so nobody can use up another person's tries.
 * @param network where the request comes from, see `HttpRequest.network`
 * @returns the secret of the challenge's cookie
 * @throws InvalidInput `captcha-refused`
 */
export async function startReset(
  dependencies: Challenges & {
    challenges: Pick<AuthChallenges, "add">;
    limits: Pick<RateLimits, "add" | "read">;
  },
  { nip, captcha, network }: { nip: Nip; captcha: CaptchaAnswer; network: string },
): Promise<string> {
  const { challenges, clock } = dependencies;
  await redeemCaptcha(dependencies, { purpose: "reset", network }, captcha);
  const { secret, base } = newChallenge("reset", nip, clock.now());
  await challenges.add({ ...base, kind: "reset", state: "checked" });
  return secret;
}
