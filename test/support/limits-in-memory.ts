import type { CountWindow } from "#shared/rate-limit/limits.ts";
import { type Limit, type RateLimits, windowOf } from "#shared/rate-limit/rate-limits.ts";
import { TooManyAttempts } from "#shared/runtime/errors.ts";

/** The rate limits without DynamoDB; runs the same contract test (rate-limit-table-contract.ts). */
export class LimitsInMemory implements RateLimits {
  readonly #counts = new Map<string, number>();
  readonly #things = new Map<string, Set<string>>();
  writes = 0;
  reads = 0;

  async count(limit: Limit, who: string, now: Date): Promise<void> {
    const counted = await this.add(limit, who, now);
    if (counted > limit.max) throw new TooManyAttempts(windowOf(limit, who, now).secondsLeft);
  }

  async countOnce(
    limit: Limit,
    { who, what }: { readonly who: string; readonly what: string },
    now: Date,
  ): Promise<void> {
    this.writes += 1;
    const { id, secondsLeft } = windowOf(limit, who, now);
    const things = this.#things.get(id) ?? new Set();
    if (!things.has(what) && things.size >= limit.max) throw new TooManyAttempts(secondsLeft);
    this.#things.set(id, things.add(what));
  }

  async add(window: CountWindow, who: string, now: Date): Promise<number> {
    this.writes += 1;
    const { id } = windowOf(window, who, now);
    const counted = (this.#counts.get(id) ?? 0) + 1;
    this.#counts.set(id, counted);
    return counted;
  }

  async read(window: CountWindow, who: string, now: Date): Promise<number> {
    this.reads += 1;
    return this.#counts.get(windowOf(window, who, now).id) ?? 0;
  }

  async forget(window: CountWindow, who: string, now: Date): Promise<void> {
    this.#counts.delete(windowOf(window, who, now).id);
  }
}
