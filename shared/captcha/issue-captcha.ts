import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import { epochSeconds } from "#shared/runtime/clock.ts";
import { newId } from "#shared/runtime/ids.ts";
import type { CaptchaChallenge } from "./captcha.ts";
import { captchaCost } from "./captcha-cost.ts";
import { captchaText } from "./captcha-text.ts";
import { type ChallengeBinding, signChallenge } from "./challenge-token.ts";
import { drawCaptcha } from "./draw-captcha.ts";
import { type Challenges, issueWork } from "./work-challenge.ts";

const lifeSeconds = 300;

/** A new captcha, to be answered by its image's text or by its proof of work. */
export async function issueCaptcha(
  dependencies: Omit<Challenges, "captchas"> & { limits: Pick<RateLimits, "read"> },
  binding: ChallengeBinding,
): Promise<CaptchaChallenge> {
  const { hmacKey, limits, clock } = dependencies;
  const now = clock.now();
  const { withImage, maxNumber } = await captchaCost(limits, binding, now);
  const work = await issueWork(dependencies, binding, maxNumber);
  if (!withImage) return { work };
  const key = await hmacKey.derive("challenge");
  const id = newId("cap");
  const text = captchaText(key, id);
  const token = signChallenge(key, binding, {
    kind: "text",
    id,
    endsAt: epochSeconds(now) + lifeSeconds,
    open: [],
    hidden: text,
  });
  return { image: { token, png: drawCaptcha(text).toString("base64") }, work };
}
