import { Stream } from "node:stream";
import type { Item } from "./attribute-value.ts";

/**
 * The stream dynalite reads a page of values from. When its listeners throw, the call fails;
 * in a Readable they would end the process.
 */
export class ValueFeed extends Stream {
  #stopped = false;

  constructor(values: AsyncIterable<Item>, fail: (error: unknown) => void) {
    super();
    this.#feed(values).catch(fail);
  }

  /** dynalite calls it when the page is full. */
  destroy(): void {
    this.#stopped = true;
  }

  async #feed(values: AsyncIterable<Item>): Promise<void> {
    for await (const value of values) {
      this.emit("data", value);
      if (this.#stopped) return;
    }
    this.emit("end");
  }
}
