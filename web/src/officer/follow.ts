/** Waits for a file that is being made, and tells how far it is. */
import { backoffMs, wait } from "../api/backoff.ts";
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

/** It goes on all the same, but nobody may be there any more: only a person begins again. */
export class TookTooLong extends NoAnswer {}

/**
 * Asks until it is done, or nobody waits any more.
 * @throws Refusal, NoAnswer when the link stays down, TookTooLong: following may begin again
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
  throw new TookTooLong("it takes too long");
}

interface Told<T> {
  readonly onProgress: (progress: T) => void;
  /** The link was lost; it is tried again by itself. */
  readonly onLost: (error: NoAnswer) => void;
}

/**
 * Follows over a link that may break: after a pause it asks again, for as long as somebody waits.
 * @throws Refusal, TookTooLong
 */
export async function followOn<T>(
  followed: Followed<T>,
  { onProgress, onLost }: Told<T>,
  waiting: AbortSignal,
  pause: (ms: number) => Promise<void> = waitForLink,
): Promise<void> {
  let losses = 0;
  const onArrived = (progress: T) => {
    losses = 0;
    onProgress(progress);
  };
  while (!waiting.aborted) {
    try {
      return await follow(followed, onArrived, waiting);
    } catch (error) {
      if (!(error instanceof NoAnswer) || error instanceof TookTooLong) throw error;
      if (waiting.aborted) return;
      onLost(error);
      losses += 1;
      await pause(backoffMs(losses));
    }
  }
}

/** Not longer than until the device is online again. */
async function waitForLink(ms: number): Promise<void> {
  const over = new AbortController();
  const online = new Promise((resolve) =>
    addEventListener("online", resolve, { signal: over.signal }),
  );
  await Promise.race([wait(ms), online]);
  over.abort();
}
