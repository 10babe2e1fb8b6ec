/** Waits for a file that is being made, and tells how far it is. */
import { wait } from "../api/backoff.ts";
import { NoAnswer } from "../api/client.ts";

/** Little is made within seconds; much takes minutes, and asking more often makes it no sooner. */
const firstLooks = 10;
/** A quarter of an hour, so that a page left alone does not keep its session alive all day. */
const looks = 300;

/** What is waited for. */
export interface Followed<T> {
  readonly read: () => Promise<T>;
  readonly isDone: (progress: T) => boolean;
  /** Milliseconds until the next look; usually a second, then three. @param look counts from 0 */
  readonly pauseMs?: (progress: T, look: number) => number;
}

/** @param look counts from 0 */
function usualPauseMs(look: number): number {
  return look < firstLooks ? 1000 : 3000;
}

/**
 * Asks until it is done, or nobody waits any more.
 * @throws Refusal, NoAnswer when the link stays down or it takes too long: following may begin again
 */
export async function follow<T>(
  { read, isDone, pauseMs }: Followed<T>,
  onProgress: (progress: T) => void,
  waiting: AbortSignal,
  pause: (ms: number) => Promise<void> = wait,
): Promise<void> {
  for (let look = 0; look < looks; look++) {
    const progress = await read();
    if (waiting.aborted) return;
    onProgress(progress);
    if (isDone(progress)) return;
    await pause(pauseMs?.(progress, look) ?? usualPauseMs(look));
    if (waiting.aborted) return;
  }
  throw new NoAnswer("it takes too long");
}
