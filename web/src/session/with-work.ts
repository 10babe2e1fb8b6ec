/** What a guarded request asks for on its way: work, or the end of a short lock. */

import type { WorkAnswer } from "#shared/captcha/captcha.ts";
import { wait } from "../api/backoff.ts";
import { Refusal } from "../api/client.ts";
import { doWork } from "../captcha/do-work.ts";

/** What the page shows meanwhile. */
export type LoginDelay =
  | { readonly kind: "work"; readonly share: number }
  | { readonly kind: "wait"; readonly seconds: number };

const longestWaitSeconds = 30;
/** Other people's failures can make the first work too small, and a lock can come between. */
const detours = 4;

/**
 * Sends a request with a password. If work is required, it does the work and sends the request again; it also waits for the end
 * of a short lock. Who knows the password need not do anything.
 * @param onDelay gets the reason of a delay repeatedly, while it lasts
 * @throws Refusal, NoAnswer
 */
export async function withWork<Answer>(
  send: (work: WorkAnswer | undefined) => Promise<Answer>,
  onDelay: (delay: LoginDelay) => void,
): Promise<Answer> {
  let work: WorkAnswer | undefined;
  for (let detour = 0; ; detour++) {
    try {
      return await send(work);
    } catch (error) {
      if (!(error instanceof Refusal) || detour === detours) throw error;
      work = await wayAround(error, onDelay);
    }
  }
}

/** Does what the refusal asks for, or waits for it to pass. @throws the refusal when neither helps */
async function wayAround(
  refusal: Refusal,
  onDelay: (delay: LoginDelay) => void,
): Promise<WorkAnswer | undefined> {
  const { work, retryAfterSeconds = Number.POSITIVE_INFINITY } = refusal.problem;
  if (work) return await doWork(work, (share) => onDelay({ kind: "work", share }));
  if (retryAfterSeconds > longestWaitSeconds) throw refusal;
  await countDown(retryAfterSeconds, onDelay);
  return undefined;
}

async function countDown(from: number, onDelay: (delay: LoginDelay) => void): Promise<void> {
  for (let seconds = from; seconds > 0; seconds--) {
    onDelay({ kind: "wait", seconds });
    await wait(1000);
  }
}
