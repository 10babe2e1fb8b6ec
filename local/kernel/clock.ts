import type { Clock } from "#shared/runtime/clock.ts";

/**
 * The cloud's time. It runs with the machine's, shifted by an offset that tests move.
 * The offset lives in shared memory, so that worker threads (the Lambda functions) see the same time.
 */
export class CloudClock implements Clock {
  /** Milliseconds ahead of the machine's time; one Float64 in shared memory. */
  readonly offset: SharedArrayBuffer;
  readonly #offset: Float64Array;

  constructor(offset = new SharedArrayBuffer(8)) {
    this.offset = offset;
    this.#offset = new Float64Array(offset);
  }

  now(): Date {
    return new Date(this.millis());
  }

  millis(): number {
    return Date.now() + (this.#offset[0] ?? 0);
  }

  /** Moves the cloud's time forward (or back) by so many milliseconds. */
  advance(milliseconds: number): void {
    this.#offset[0] = (this.#offset[0] ?? 0) + milliseconds;
  }
}
