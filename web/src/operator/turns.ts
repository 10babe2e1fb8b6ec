/** Lets so many go at once; the others wait, in the order in which they asked. */
export class Turns {
  readonly #waiting = new Set<() => void>();
  #free: number;

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  /** Calls `begin` when its turn comes. @returns ends the turn, or the wait for it; a second call does nothing */
  take(begin: () => void): () => void {
    const mine = () => begin();
    let isOver = false;
    this.#waiting.add(mine);
    this.#next();
    return () => {
      if (isOver) return;
      isOver = true;
      if (!this.#waiting.delete(mine)) this.#free++;
      this.#next();
    };
  }

  #next(): void {
    for (const begin of this.#waiting) {
      if (this.#free === 0) return;
      this.#free--;
      this.#waiting.delete(begin);
      begin();
    }
  }
}
