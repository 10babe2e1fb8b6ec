import { setTimeout as sleep } from "node:timers/promises";

type Invoke = (event: unknown) => Promise<unknown>;

const longestDelayMillis = 200;
const shareOfDuplicates = 1 / 3;

/**
 * Faults that AWS allows and that are rare: an event comes late or twice, and a queue's messages in another order ("Amazon SQS
 * standard queues"; "How Lambda processes records from stream and queue-based event sources"; "Invoking a Lambda function
 * asynchronously"). A stream's records come twice only as whole batches, so that they stay in order within a shard.
 */
export class Faults {
  readonly #random: () => number;
  #duplicates = 0;

  /** @param random from 0 to below 1 */
  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /** How many events were delivered once more. */
  get duplicates(): number {
    return this.#duplicates;
  }

  /** Invokes late, and sometimes twice. @returns the first answer; the second one is dropped */
  async deliver(event: unknown, invoke: Invoke): Promise<unknown> {
    await sleep(this.#random() * longestDelayMillis, undefined, { ref: false });
    const answer = await invoke(event);
    if (this.#random() < shareOfDuplicates) {
      this.#duplicates++;
      await invoke(event).catch(() => undefined);
    }
    return answer;
  }

  inAnyOrder<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, at: this.#random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  }
}

/** Delivers an event, with faults where they are switched on. */
export function deliver(
  faults: Faults | undefined,
  event: unknown,
  invoke: Invoke,
): Promise<unknown> {
  return faults ? faults.deliver(event, invoke) : invoke(event);
}
