import {
  type CountWindow,
  captchaLimits,
  captchaWork,
  levelOf,
} from "#shared/rate-limit/limits.ts";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { ChallengeBinding } from "./challenge-token.ts";
import { workAt } from "./work-challenge.ts";

/** What a captcha costs a network now. */
export interface CaptchaCost {
  /** The image is shown only while few answers come, because programs can read images as well. */
  readonly withImage: boolean;
  readonly maxNumber: number;
}

const { failures, answers } = captchaLimits;

type Counted = Pick<ChallengeBinding, "purpose" | "network">;

/** Two reads and no write: who asks for captchas changes no counter, so nobody makes them costlier for others. */
export async function captchaCost(
  limits: Pick<RateLimits, "read">,
  { purpose, network }: Counted,
  now: Date,
): Promise<CaptchaCost> {
  const [failed, answered] = await Promise.all([
    limits.read(windowFor(failures, purpose), network, now),
    limits.read(windowFor(answers, purpose), network, now),
  ]);
  return costAfter(failed, answered);
}

/** What a read image is worth, as a number of tries: the work of the first level, where images are shown. */
export const imageWorth = workAt(1, captchaWork);

/** Half of the work is enough too: others of the same network may have answered in the meantime. */
export function isEnough(worth: number, { maxNumber }: CaptchaCost): boolean {
  return worth * 2 >= maxNumber;
}

/** What a captcha costs now that this right answer came; one that noted nothing is counted (decision 0083). */
export async function costOfAnswer(
  limits: Pick<RateLimits, "add" | "read">,
  binding: Counted,
  { isNoted, now }: { readonly isNoted: boolean; readonly now: Date },
): Promise<CaptchaCost> {
  return await (isNoted ? captchaCost : countRightAnswer)(limits, binding, now);
}

/** @returns what a captcha cost when this answer came. Of answers at the same time, each counts those before it. */
async function countRightAnswer(
  limits: Pick<RateLimits, "add" | "read">,
  { purpose, network }: Counted,
  now: Date,
): Promise<CaptchaCost> {
  const [failed, answered] = await Promise.all([
    limits.read(windowFor(failures, purpose), network, now),
    limits.add(windowFor(answers, purpose), network, now),
  ]);
  return costAfter(failed, answered - 1);
}

export async function countWrongAnswer(
  limits: Pick<RateLimits, "add">,
  { purpose, network }: Counted,
  now: Date,
): Promise<void> {
  await limits.add(windowFor(failures, purpose), network, now);
}

function costAfter(failed: number, answered: number): CaptchaCost {
  const level = levelOf(failed, failures) + levelOf(answered, answers);
  return { withImage: level === 0, maxNumber: workAt(level + 1, captchaWork) };
}

/** Each purpose has its own count: many verifications do not make the resets of the same office costlier. */
function windowFor({ name, windowSeconds }: CountWindow, purpose: string): CountWindow {
  return { name: `${name}-${purpose}`, windowSeconds };
}
