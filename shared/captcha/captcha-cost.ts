import {
  type CountWindow,
  captchaLimits,
  captchaWork,
  levelOf,
} from "#shared/rate-limit/limits.ts";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { ChallengeBinding } from "./challenge-token.ts";
import { type FindUse, workAt } from "./work-challenge.ts";

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
  counted: Counted,
  now: Date,
): Promise<CaptchaCost> {
  return costAfter(await countsOf(limits, counted, now));
}

/** What a network has answered. */
interface Answers {
  readonly failed: number;
  readonly answered: number;
}

async function countsOf(
  limits: Pick<RateLimits, "read">,
  { purpose, network }: Counted,
  now: Date,
): Promise<Answers> {
  const [failed, answered] = await Promise.all([
    limits.read(windowFor(failures, purpose), network, now),
    limits.read(windowFor(answers, purpose), network, now),
  ]);
  return { failed, answered };
}

/** What a read image is worth, as a number of tries: the work of the first level, where images are shown. */
export const imageWorth = workAt(1, captchaWork);

/** Half of the work is enough too: others of the same network may have answered in the meantime. */
function isEnough(worth: number, { maxNumber }: CaptchaCost): boolean {
  return worth * 2 >= maxNumber;
}

/**
 * Whether a right answer is worth its price: asked before it is used, so that what is refused for its price looks nothing up, which its time could
 * tell, and leaves no scan of a check that nobody saw; and again by its count where it notes nothing (decision 0083), so that of many at the same
 * moment each counts those before it.
 * @param usedFor what is noted with it; without it only the count decides
 */
export function priceOf(
  limits: Pick<RateLimits, "add" | "read">,
  binding: Counted,
  { clock, usedFor }: { readonly clock: Clock; readonly usedFor?: FindUse | undefined },
) {
  let [before, isNoted, isTooCheap]: [Answers | undefined, boolean, boolean] = [
    undefined,
    false,
    false,
  ];
  const find: FindUse = async (id, worth) => {
    if (!usedFor) return undefined;
    before = await countsOf(limits, binding, clock.now());
    isTooCheap = !isEnough(worth, costAfter(before));
    const use = isTooCheap ? undefined : await usedFor(id, worth);
    isNoted = use !== undefined;
    return use;
  };
  /** @returns what a captcha cost when this answer came; undefined when it was worth less */
  const settle = async (worth: number): Promise<CaptchaCost | undefined> => {
    const counts =
      isNoted && before ? before : await countRightAnswer(limits, binding, clock.now(), before);
    const cost = costAfter(counts);
    return !isTooCheap && isEnough(worth, cost) ? cost : undefined;
  };
  return { find, settle };
}

/** @returns what there was when this answer came. Of answers at the same time, each counts those before it. */
async function countRightAnswer(
  limits: Pick<RateLimits, "add" | "read">,
  { purpose, network }: Counted,
  now: Date,
  before: Answers | undefined,
): Promise<Answers> {
  const [failed, answered] = await Promise.all([
    before?.failed ?? limits.read(windowFor(failures, purpose), network, now),
    limits.add(windowFor(answers, purpose), network, now),
  ]);
  return { failed, answered: answered - 1 };
}

export async function countWrongAnswer(
  limits: Pick<RateLimits, "add">,
  { purpose, network }: Counted,
  now: Date,
): Promise<void> {
  await limits.add(windowFor(failures, purpose), network, now);
}

function costAfter({ failed, answered }: Answers): CaptchaCost {
  const level = levelOf(failed, failures) + levelOf(answered, answers);
  return { withImage: level === 0, maxNumber: workAt(level + 1, captchaWork) };
}

/** Each purpose has its own count: many verifications do not make the resets of the same office costlier. */
function windowFor({ name, windowSeconds }: CountWindow, purpose: string): CountWindow {
  return { name: `${name}-${purpose}`, windowSeconds };
}
