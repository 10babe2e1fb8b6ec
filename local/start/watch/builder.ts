import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Done, Order } from "./fresh-modules.ts";

/** Sends orders to the thread of fresh-modules.ts, one after the other. */
export class Builder {
  readonly #thread = new Worker(new URL("./fresh-modules.ts", import.meta.url));

  #last: Promise<unknown> = Promise.resolve();

  /** @throws Error in the words of what failed */
  make(order: Order): Promise<void> {
    const made = this.#last.then(() => this.#give(order));
    this.#last = made.catch(() => undefined);
    return made;
  }

  async #give(order: Order): Promise<void> {
    this.#thread.postMessage(order);
    const [done] = await once(this.#thread, "message");
    const { failure }: Done = done;
    if (failure !== undefined) throw new Error(failure);
  }

  async close(): Promise<void> {
    await this.#thread.terminate();
  }
}
