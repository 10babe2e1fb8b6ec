import { setTimeout } from "node:timers/promises";

/** Lets work begin at most so often a second in this process, evenly: a burst of AWS's callers is throttled, a row is not. */
export class Pace {
  readonly #now: () => number;
  readonly #sleep: (milliseconds: number) => Promise<unknown>;
  /** When the newest turn was, in milliseconds of the clock. */
  #last = Number.NEGATIVE_INFINITY;
  #queue: Promise<void> = Promise.resolve();

  constructor({
    // It only ever goes forward: a clock that is set back would make everybody wait for the difference.
    now = () => performance.now(),
    sleep = setTimeout,
  }: {
    readonly now?: () => number;
    readonly sleep?: (milliseconds: number) => Promise<unknown>;
  } = {}) {
    this.#now = now;
    this.#sleep = sleep;
  }

  /** Waits until it is this caller's turn. @param perSecond may differ from call to call */
  turn(perSecond: number): Promise<void> {
    // Each waits for the one before, not for a time that was fixed before it: after a pause of the process they do not all go at once.
    this.#queue = this.#queue.then(async () => {
      const wait = this.#last + 1000 / perSecond - this.#now();
      if (wait > 0) await this.#sleep(wait);
      this.#last = this.#now();
    });
    return this.#queue;
  }
}
