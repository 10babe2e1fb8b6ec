import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

type Invoke = (event: unknown) => Promise<unknown>;

/** @param source an ARN. @returns the next number of this source, from 0 to below 1 */
export type NumberOf = (source: string) => number;

const longestDelayMillis = 200;
const shareOfDuplicates = 1 / 3;
/** Of those that come twice, how many come while the first is still worked on. */
const shareOfMeanwhile = 1 / 2;

/**
 * Faults that AWS allows and that are rare: an event comes late, twice, or twice at the same time, and a queue's messages in another
 * order ("Amazon SQS standard queues"; "How Lambda processes records from stream and queue-based event sources"; "Invoking a Lambda
 * function asynchronously"). A stream's records come twice only as whole batches, and the next batch comes after both, so that they
 * stay in order within a shard.
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

  /** Invokes late, and sometimes twice. @returns the first answer, once both are there; the second one is dropped */
  async deliver(source: string, event: unknown, invoke: Invoke): Promise<unknown> {
    // All are drawn before anything is awaited: what runs beside this takes none of them.
    const late = this.#random(source) * longestDelayMillis;
    const comesTwice = this.#random(source) < shareOfDuplicates;
    const meanwhile = comesTwice && this.#random(source) < shareOfMeanwhile;
    await sleep(late, undefined, { ref: false });
    const first = invoke(event);
    const second = meanwhile ? this.#again(event, invoke) : undefined;
    // A failure is told after the second one is done, too: then nothing of this delivery runs beside the next one.
    await Promise.allSettled([first, second]);
    const answer = await first;
    if (comesTwice && !meanwhile) await this.#again(event, invoke);
    return answer;
  }

  async #again(event: unknown, invoke: Invoke): Promise<void> {
    this.#duplicates++;
    await invoke(event).catch(() => undefined);
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
