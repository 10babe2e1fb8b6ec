import { createHash } from "node:crypto";
import { epochSeconds } from "#shared/runtime/clock.ts";
import type { CountWindow } from "./limits.ts";

/** At most `max` in each window. */
export interface Limit extends CountWindow {
  readonly max: number;
}

/** The item that counts `who` now, when its window ends (epoch seconds), and in how many seconds that is. */
export function windowOf(
  { name, windowSeconds }: CountWindow,
  who: string,
  now: Date,
): { id: string; endsAt: number; secondsLeft: number } {
  const start = Math.floor(epochSeconds(now) / windowSeconds) * windowSeconds;
  const hash = createHash("sha256").update(who).digest("hex");
  const endsAt = start + windowSeconds;
  return { id: `${name}#${hash}#${start}`, endsAt, secondsLeft: endsAt - epochSeconds(now) };
}

/** Counts by fixed windows. Who is counted is stored as a hash only. */
export interface RateLimits {
  /**
   * Counts one before it is known how it ends.
   * @throws TooManyAttempts from the one after `limit.max` to the end of the window
   */
  count(limit: Limit, who: string, now: Date): Promise<void>;
  /**
   * Counts a thing once, however often and at whatever moments it comes, before it is known how it ends. What is refused is not counted.
   * For limits of few: what was counted stands in one item.
   * @param what an id that a person makes no sense of; nothing about a person
   * @throws TooManyAttempts for what comes after `limit.max` others, to the end of the window
   */
  countOnce(
    limit: Limit,
    of: { readonly who: string; readonly what: string },
    now: Date,
  ): Promise<void>;
  /** Counts one. @returns how many there are now in this window */
  add(window: CountWindow, who: string, now: Date): Promise<number>;
  /** How many were counted in the window that `now` is in. */
  read(window: CountWindow, who: string, now: Date): Promise<number>;
  /** Forgets what was counted in that window: only an operator does so. */
  forget(window: CountWindow, who: string, now: Date): Promise<void>;
}
