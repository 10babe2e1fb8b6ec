/** Requests a second and at once, as a stage's settings say them. */
export interface ThrottleSettings {
  readonly rateLimit: number;
  readonly burstLimit: number;
}

/** A bucket that holds a burst and is refilled at the rate: "Throttle requests to your HTTP APIs for better throughput". */
export class TokenBucket {
  readonly #settings: ThrottleSettings;
  readonly #now: () => number;
  #tokens: number;
  #filledAt: number;

  /** @param now milliseconds that never go back */
  constructor(settings: ThrottleSettings, now: () => number = () => performance.now()) {
    this.#settings = settings;
    this.#now = now;
    this.#tokens = settings.burstLimit;
    this.#filledAt = now();
  }

  /** @returns false when the request comes too soon */
  take(): boolean {
    const now = this.#now();
    const { rateLimit, burstLimit } = this.#settings;
    const filled = this.#tokens + ((now - this.#filledAt) / 1000) * rateLimit;
    this.#tokens = Math.min(burstLimit, filled);
    this.#filledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
