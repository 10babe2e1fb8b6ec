import { type CountWindow, captchaLimits, captchaWork, levelOf } from "#shared/runtime/limits.ts";
import type { RateLimitTable } from "#shared/runtime/rate-limit-table.ts";
import type { ChallengeBinding } from "./challenge-token.ts";
import { workAt } from "./work-challenge.ts";

/** What a captcha costs a network now. */
export interface CaptchaCost {
  /** The image is shown only while answers are few: programs read images as well. */
  readonly withImage: boolean;
  readonly maxNumber: number;
}

type Counted = Pick<ChallengeBinding, "purpose" | "network">;

/** Two reads, no write: asking for captchas uses nothing up, so nobody can use it up for others. */
export async function captchaCost(
  limits: Pick<RateLimitTable, "read">,
  { purpose, network }: Counted,
  now: Date,
): Promise<CaptchaCost> {
  const { failures, answers } = captchaLimits;
  const [failed, answered] = await Promise.all([
    limits.read(windowFor(failures, purpose), network, now),
    limits.read(windowFor(answers, purpose), network, now),
  ]);
  const level = levelOf(failed, failures) + levelOf(answered, answers);
  return { withImage: level === 0, maxNumber: workAt(level + 1, captchaWork) };
}

export async function countCaptchaAnswer(
  limits: Pick<RateLimitTable, "add">,
  { purpose, network }: Counted,
  isRight: boolean,
  now: Date,
): Promise<void> {
  const counted = isRight ? captchaLimits.answers : captchaLimits.failures;
  await limits.add(windowFor(counted, purpose), network, now);
}

/** Each purpose is counted apart: who collects cards does not keep his office from resetting passwords. */
function windowFor({ name, windowSeconds }: CountWindow, purpose: string): CountWindow {
  return { name: `${name}-${purpose}`, windowSeconds };
}
