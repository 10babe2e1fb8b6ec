import type { CaptchaTable } from "#shared/captcha/captcha-table.ts";
import { redeemCaptcha } from "#shared/captcha/redeem-captcha.ts";
import type { Nip } from "#shared/employee/nip.ts";
import type { CaptchaAnswer } from "#shared/http/contract.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { RateLimitTable } from "#shared/runtime/rate-limit-table.ts";
import { resetByNip } from "./limits.ts";
import { newStep } from "./step.ts";
import type { StepTable } from "./step-table.ts";

/**
 * «Check»: opens a reset for whatever number was typed. Nothing is looked up, so nothing can be told.
 * @returns the secret of the step's cookie
 * @throws InvalidInput `captcha-refused`; TooManyAttempts
 */
export async function startReset(
  {
    captchas,
    steps,
    limits,
    clock,
  }: {
    captchas: Pick<CaptchaTable, "take">;
    steps: Pick<StepTable, "add">;
    limits: Pick<RateLimitTable, "count">;
    clock: Clock;
  },
  { nip, captcha }: { nip: Nip; captcha: CaptchaAnswer },
): Promise<string> {
  await redeemCaptcha({ captchas, clock }, { answer: captcha, purpose: "reset" });
  await limits.count(resetByNip, nip, clock.now());
  const { secret, base } = newStep("reset", nip, clock.now());
  await steps.add({ ...base, kind: "reset", state: "checked" });
  return secret;
}
