import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

type Invoke = (event: unknown) => Promise<unknown>;

/** @param source an ARN. @returns the next number of this source, from 0 to below 1 */
export type NumberOf = (source: string) => number;

const longestDelayMillis = 200;
const shareOfDuplicates = 1 / 3;

/**
 * Faults that AWS allows and that are rare: an event comes late or twice, and a queue's messages in another order ("Amazon SQS
 * standard queues"; "How Lambda processes records from stream and queue-based event sources"; "Invoking a Lambda function
 * asynchronously"). A stream's records come twice only as whole batches, so that they stay in order within a shard.
 */
export class Faults {
  readonly #random: NumberOf;
  #duplicates = 0;

  constructor(random: NumberOf) {
    this.#random = random;
  }

  /**
   * Faults that can be had again: the n-th delivery from a source meets the same faults with the same seed. Which event that
   * is depends on the machine's speed.
   */
  static fromSeed(seed: string): Faults {
    const counts = new Map<string, number>();
    return new Faults((source) => {
      const count = counts.get(source) ?? 0;
      counts.set(source, count + 1);
      const digest = createHash("sha256").update(`${seed}|${source}|${count}`).digest();
      return digest.readUIntBE(0, 6) / 2 ** 48;
    });
  }

  /** How many events were delivered once more. */
  get duplicates(): number {
    return this.#duplicates;
  }

  /** Invokes late, and sometimes twice. @returns the first answer; the second one is dropped */
  async deliver(source: string, event: unknown, invoke: Invoke): Promise<unknown> {
    await sleep(this.#random(source) * longestDelayMillis, undefined, { ref: false });
    const answer = await invoke(event);
    if (this.#random(source) < shareOfDuplicates) {
      this.#duplicates++;
      await invoke(event).catch(() => undefined);
    }
    return answer;
  }

  inAnyOrder<T>(source: string, items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, at: this.#random(source) }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  }
}

/**
 * Delivers an event, with faults where they are switched on.
 * @param source ARN of where it comes from: the stream, the queue; of the function itself where nobody waits for the answer
 */
export function deliver(
  faults: Faults | undefined,
  source: string,
  event: unknown,
  invoke: Invoke,
): Promise<unknown> {
  return faults ? faults.deliver(source, event, invoke) : invoke(event);
}
