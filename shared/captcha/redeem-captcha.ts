import * as z from "zod";
import type { CaptchaAnswer } from "#shared/http/contract.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import type { Captcha, CaptchaPurpose } from "./captcha.ts";
import type { CaptchaTable } from "./captcha-table.ts";
import { textHash } from "./captcha-text.ts";
import { isSolution } from "./proof-of-work.ts";

const captchaId = z.string().regex(/^cap_[a-z0-9]{1,40}$/);

export const captchaAnswer: z.ZodType<CaptchaAnswer> = z.union([
  z.strictObject({ captchaId, text: z.string().max(20) }),
  z.strictObject({ captchaId, number: z.int().nonnegative() }),
]);

/**
 * Uses a captcha up, whether the answer is right or not.
 * @throws InvalidInput `captcha-refused` on "captcha": wrong, used, expired, unknown and for another purpose are alike
 */
export async function redeemCaptcha(
  { captchas, clock }: { captchas: Pick<CaptchaTable, "take">; clock: Clock },
  { answer, purpose }: { answer: CaptchaAnswer; purpose: CaptchaPurpose },
): Promise<void> {
  const captcha = await captchas.take(answer.captchaId, purpose);
  const inTime = captcha && clock.now().getTime() < Date.parse(captcha.endsAt);
  if (!inTime || !isRight(captcha, answer))
    throw new InvalidInput({ field: "captcha", code: "captcha-refused" });
}

function isRight(captcha: Captcha, answer: CaptchaAnswer): boolean {
  return "text" in answer
    ? textHash(captcha.id, answer.text) === captcha.textHash
    : isSolution(captcha, answer.number);
}
