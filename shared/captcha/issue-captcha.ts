import type { CaptchaChallenge } from "#shared/http/contract.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { newId } from "#shared/runtime/ids.ts";
import type { Limit, RateLimitTable } from "#shared/runtime/rate-limit-table.ts";
import type { CaptchaPurpose } from "./captcha.ts";
import type { CaptchaTable } from "./captcha-table.ts";
import { newCaptchaText, textHash } from "./captcha-text.ts";
import { drawCaptcha } from "./draw-captcha.ts";
import { maxNumber, newProofOfWork } from "./proof-of-work.ts";

const lifeMinutes = 5;

/**
 * Everything behind a captcha is limited here, where a network asks for one, and not where the answer is used:
 * each answer needs a captcha of its own, and an answered verification stays within its one write.
 */
const captchaByNetwork: Limit = { name: "captcha-by-network", max: 60, windowSeconds: 60 };

/**
 * A new captcha, to be answered by its image's text or by its proof of work.
 * @param network where the request comes from, see `viewerPrefix`
 * @throws TooManyAttempts
 */
export async function issueCaptcha(
  {
    captchas,
    limits,
    clock,
  }: {
    captchas: Pick<CaptchaTable, "add">;
    limits: Pick<RateLimitTable, "count">;
    clock: Clock;
  },
  { purpose, network }: { purpose: CaptchaPurpose; network: string },
): Promise<CaptchaChallenge> {
  const now = clock.now();
  await limits.count(captchaByNetwork, network, now);
  const id = newId("cap");
  const text = newCaptchaText();
  const work = newProofOfWork();
  const endsAt = new Date(now.getTime() + lifeMinutes * 60_000).toISOString();
  await captchas.add({ id, purpose, textHash: textHash(id, text), ...work, endsAt });
  return {
    captchaId: id,
    image: drawCaptcha(text),
    proofOfWork: { algorithm: "SHA-256", ...work, maxNumber },
    expiresAt: endsAt,
  };
}
