import { randomInt } from "node:crypto";
import { failuresPerMinute } from "./limits.ts";
import type { RateLimits } from "./rate-limits.ts";

/** One item takes 1,000 writes a second (DynamoDB Developer Guide, «partition capacity»); the table's ceiling is 2,000. */
const shards = 4;
const windowSeconds = 60;
const counted = { name: "failures-of-all", windowSeconds } as const;
/** How long a value is cached: each execution environment makes at most 8 reads in 5 s. */
const cacheMs = 5_000;

/**
 * Counts the failed logins of all people, against guessing from many networks at many numbers. A failure is one write, to one
 * of several items so that none gets too many. The sum is read seldom, and only when somebody logs in.
 */
export class FailureRate {
  readonly #limits: Pick<RateLimits, "add" | "read">;
  #known: { readonly at: number; readonly isHigh: Promise<boolean> } | undefined;

  constructor(limits: Pick<RateLimits, "add" | "read">) {
    this.#limits = limits;
  }

  async add(now: Date): Promise<void> {
    await this.#limits.add(counted, `${randomInt(shards)}`, now);
  }

  /** Whether more logins failed in the last minute than usual; up to 5 s late. */
  async isHigh(now: Date): Promise<boolean> {
    const age = this.#known ? now.getTime() - this.#known.at : Number.POSITIVE_INFINITY;
    if (!this.#known || age < 0 || age >= cacheMs) {
      const isHigh = this.#lastMinute(now).then((failures) => failures >= failuresPerMinute);
      this.#known = { at: now.getTime(), isHigh };
      isHigh.catch(() => {
        this.#known = undefined;
      });
    }
    return await this.#known.isHigh;
  }

  /** The count of this window, and the share of the window before that lies in the last minute. */
  async #lastMinute(now: Date): Promise<number> {
    const before = new Date(now.getTime() - windowSeconds * 1000);
    const [current, previous] = await Promise.all([this.#sum(now), this.#sum(before)]);
    const elapsed = (now.getTime() / 1000 / windowSeconds) % 1;
    return current + previous * (1 - elapsed);
  }

  async #sum(at: Date): Promise<number> {
    const counts = await Promise.all(
      Array.from({ length: shards }, (_, shard) => this.#limits.read(counted, `${shard}`, at)),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }
}
