import { setTimeout } from "node:timers/promises";

/** Lets work begin at most so often a second in this process, evenly: a burst of AWS's callers is throttled, a row is not. */
export class Pace {
  readonly #now: () => number;
  readonly #sleep: (milliseconds: number) => Promise<unknown>;
  /** When the next turn is, in milliseconds of the clock. */
  #next = 0;

  constructor({
    now = Date.now,
    sleep = setTimeout,
  }: {
    readonly now?: () => number;
    readonly sleep?: (milliseconds: number) => Promise<unknown>;
  } = {}) {
    this.#now = now;
    this.#sleep = sleep;
  }

  /** Waits until it is this caller's turn. @param perSecond may differ from call to call */
  async turn(perSecond: number): Promise<void> {
    const now = this.#now();
    const at = Math.max(this.#next, now);
    this.#next = at + 1000 / perSecond;
    if (at > now) await this.#sleep(at - now);
  }
}
