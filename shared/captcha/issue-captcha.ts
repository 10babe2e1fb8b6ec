import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import { type Clock, epochSeconds } from "#shared/runtime/clock.ts";
import { newId } from "#shared/runtime/ids.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import type { CaptchaChallenge } from "./captcha.ts";
import { captchaCost } from "./captcha-cost.ts";
import { newCaptchaText } from "./captcha-text.ts";
import { type ChallengeBinding, signChallenge } from "./challenge-token.ts";
import { drawCaptcha } from "./draw-captcha.ts";
import { issueWork } from "./work-challenge.ts";

const lifeSeconds = 300;

/** A new captcha, to be answered by its image's text or by its proof of work. */
export async function issueCaptcha(
  {
    hmacKey,
    limits,
    clock,
  }: {
    hmacKey: Pick<DerivedKeys, "derive">;
    limits: Pick<RateLimits, "read">;
    clock: Clock;
  },
  binding: ChallengeBinding,
): Promise<CaptchaChallenge> {
  const now = clock.now();
  const { withImage, maxNumber } = await captchaCost(limits, binding, now);
  const work = await issueWork({ hmacKey, clock }, binding, maxNumber);
  if (!withImage) return { work };
  const key = await hmacKey.derive("challenge");
  const text = newCaptchaText();
  const token = signChallenge(key, binding, {
    kind: "text",
    id: newId("cap"),
    endsAt: epochSeconds(now) + lifeSeconds,
    open: [],
    hidden: text,
  });
  return { image: { token, png: drawCaptcha(text).toString("base64") }, work };
}
