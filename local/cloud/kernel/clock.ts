/** The time as a dependency. */
export interface Clock {
  now(): Date;
}

/** The cloud's time. It runs with the machine's, shifted by an offset that tests move. */
export class CloudClock implements Clock {
  readonly #listeners = new Set<(offset: number) => void>();
  #offset = 0;

  /** Milliseconds ahead of the machine's time. */
  get offset(): number {
    return this.#offset;
  }

  now(): Date {
    return new Date(this.millis());
  }

  millis(): number {
    return Date.now() + this.#offset;
  }

  /** Moves the cloud's time forward (or back) by so many milliseconds. */
  advance(milliseconds: number): void {
    this.#offset += milliseconds;
    for (const listener of this.#listeners) listener(this.#offset);
  }

  /** Calls the listener with each new offset, because functions run in other processes. @returns how to stop */
  onMove(listener: (offset: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
