import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import type { CaptchaAnswer } from "./captcha.ts";
import { type CaptchaCost, countWrongAnswer, imageWorth, priceOf } from "./captcha-cost.ts";
import { normalText } from "./captcha-text.ts";
import { type ChallengeBinding, openChallenge } from "./challenge-token.ts";
import { type Challenges, type FindUse, redeemWork } from "./work-challenge.ts";

/**
 * Uses a captcha up, whether the answer is right or not. The answer must be worth what a captcha costs now, because cheap ones
 * could be collected beforehand. A right answer is one write: the item of what it was used for, or else the network's count beside that it
 * was used (decision 0083).
 * @param usedFor asked once the answer is right and worth its price, before it is used: what is noted with it
 * @returns what a captcha cost when this one was answered
 * @throws InvalidInput `captcha-refused` on "captcha": wrong, used, expired, too cheap by now, from another network and for
 * another purpose are alike
 */
export async function redeemCaptcha(
  dependencies: Challenges & { limits: Pick<RateLimits, "add" | "read"> },
  binding: ChallengeBinding,
  answer: CaptchaAnswer,
  usedFor?: FindUse,
): Promise<CaptchaCost> {
  const { limits, clock } = dependencies;
  const { find, settle } = priceOf(limits, binding, { clock, usedFor });
  const worth =
    "text" in answer
      ? (await redeemText(dependencies, binding, answer, find)) && imageWorth
      : await redeemWork(dependencies, binding, answer, find);
  if (typeof worth !== "number") {
    await countWrongAnswer(limits, binding, clock.now());
    throw refused();
  }
  const cost = await settle(worth);
  if (!cost) throw refused();
  return cost;
}

async function redeemText(
  { hmacKey, captchas, clock }: Challenges,
  binding: ChallengeBinding,
  { token, text }: { token: string; text: string },
  usedFor: FindUse,
): Promise<boolean> {
  const key = await hmacKey.derive("challenge");
  const hidden = normalText(text);
  const challenge = openChallenge(key, binding, { token, kind: "text", hidden }, clock.now());
  if (challenge) return await captchas.use(challenge, await usedFor(challenge.id, imageWorth));
  // A wrong answer uses it up as well. Its end is not checked here, so it is remembered for the longest life of a captcha.
  const [id = ""] = token.split(".");
  if (captchaId.test(id)) await captchas.use({ id, endsAt: endOfAll(clock.now()) });
  return false;
}

const refused = () => new InvalidInput({ field: "captcha", code: "captcha-refused" });
const captchaId = /^cap_[a-z0-9]{26}$/;
const endOfAll = (now: Date) => Math.ceil(now.getTime() / 1000) + 300;
