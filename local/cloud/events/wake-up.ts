/** Lets a loop sleep until there may be something to do. A call while the loop is busy is remembered. */
export class WakeUp {
  #isDue = false;
  #wake: (() => void) | undefined;

  call(): void {
    this.#isDue = true;
    this.#wake?.();
  }

  async wait(): Promise<void> {
    if (!this.#isDue) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#isDue = false;
    this.#wake = undefined;
  }
}
