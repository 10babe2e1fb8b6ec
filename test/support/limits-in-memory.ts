import { epochSeconds } from "#shared/runtime/clock.ts";
import { TooManyAttempts } from "#shared/runtime/errors.ts";
import { type Limit, type RateLimitTable, windowOf } from "#shared/runtime/rate-limit-table.ts";

/** The rate limits without DynamoDB; runs the same contract test (rate-limit-table-contract.ts). */
export class LimitsInMemory implements Pick<RateLimitTable, keyof RateLimitTable> {
  readonly #attempts = new Map<string, number>();

  async count(limit: Limit, who: string, now: Date): Promise<void> {
    const { id, endsAt } = windowOf(limit, who, now);
    const attempts = (this.#attempts.get(id) ?? 0) + 1;
    this.#attempts.set(id, attempts);
    if (attempts > limit.max) throw new TooManyAttempts(endsAt - epochSeconds(now));
  }
}
