import type { CaptchaAnswer } from "#shared/captcha/captcha.ts";
import { redeemCaptcha } from "#shared/captcha/redeem-captcha.ts";
import type { Challenges } from "#shared/captcha/work-challenge.ts";
import type { Nip } from "#shared/employee/nip.ts";
import type { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { newStep } from "./step.ts";
import type { StepTable } from "./step-table.ts";

/**
 * «Check»: opens a reset for whatever number was typed. Nothing is looked up, so nothing can be told; nothing is counted
 * by number, so nobody can use it up for somebody else.
 * @param network where the request comes from, see `HttpRequest.network`
 * @returns the secret of the step's cookie
 * @throws InvalidInput `captcha-refused`
 */
export async function startReset(
  collaborators: Challenges & {
    steps: Pick<StepTable, "add">;
    limits: Pick<RateLimitTable, "add" | "read">;
  },
  { nip, captcha, network }: { nip: Nip; captcha: CaptchaAnswer; network: string },
): Promise<string> {
  const { steps, clock } = collaborators;
  await redeemCaptcha(collaborators, { purpose: "reset", network }, captcha);
  const { secret, base } = newStep("reset", nip, clock.now());
  await steps.add({ ...base, kind: "reset", state: "checked" });
  return secret;
}
