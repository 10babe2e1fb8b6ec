import type { CloudContext } from "../kernel/service.ts";
import type { Shelf } from "../kernel/store.ts";
import { eventRecord, type Happening, type S3Event, type S3EventRecord } from "./event-record.ts";

const retryMilliseconds = 1000;
const batchSize = 100;

/**
 * Events wait here from the transaction that changed the object until they are delivered, so that
 * none is lost by a crash. A receiver may see one twice, as on AWS.
 */
export class EventOutbox {
  readonly #context: CloudContext;
  readonly #onEvent: (event: S3Event) => Promise<void> | void;
  readonly #waiting: Shelf<S3EventRecord>;
  readonly #sequence: Shelf<number>;
  readonly #retry: NodeJS.Timeout;
  #delivery: Promise<void> | undefined;
  #isClosed = false;

  constructor(context: CloudContext, onEvent: (event: S3Event) => Promise<void> | void) {
    this.#context = context;
    this.#onEvent = onEvent;
    this.#waiting = context.store.shelf("s3-outbox");
    this.#sequence = context.store.shelf("s3-sequence");
    // It also delivers events that an earlier process left.
    this.#retry = setInterval(() => this.deliver(), retryMilliseconds).unref();
    setImmediate(() => this.deliver()).unref();
  }

  /** To be called within the transaction that makes it happen. */
  add(happening: Happening): void {
    const sequence = (this.#sequence.get("last") ?? 0) + 1;
    const { region, account, clock } = this.#context;
    const record = eventRecord(happening, { region, account, now: clock.now(), sequence });
    this.#sequence.set("last", sequence);
    this.#waiting.set(String(sequence).padStart(16, "0"), record);
  }

  /** Starts delivering what waits, in order, one at a time. */
  deliver(): void {
    if (this.#delivery || this.#isClosed) return;
    this.#delivery = Promise.resolve().then(() => this.#deliverAll());
  }

  async #deliverAll(): Promise<void> {
    let from = "";
    for (;;) {
      const batch = this.#waiting.range({ from, limit: batchSize });
      for (const [id, record] of batch) {
        if (this.#isClosed) return;
        await this.#deliverOne(id, record);
        from = `${id}+`;
      }
      if (batch.length > 0) continue;
      // It is set without waiting after the last look, so that an event that is added now starts a new round.
      this.#delivery = undefined;
      return;
    }
  }

  /** An event that fails stays for the next round and does not hold up the others. */
  async #deliverOne(id: string, record: S3EventRecord): Promise<void> {
    try {
      await this.#onEvent({ Records: [record] });
    } catch (error) {
      console.error(`s3: ${record.eventName} of ${record.s3.bucket.name} was not taken`, error);
      return;
    }
    this.#waiting.delete(id);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#retry);
    await this.#delivery;
  }
}
