import { setTimeout as sleep } from "node:timers/promises";
import type { LambdaFunction } from "../lambda/lambda-function.ts";
import type { QueueMessage, Sqs } from "../sqs/sqs-service.ts";
import { failedItems } from "./batch-failures.ts";
import type { Matches } from "./event-pattern.ts";
import { deliver, type Faults } from "./faults.ts";
import { invokeWhenRoom } from "./invoke-when-room.ts";

export interface QueueMappingOptions {
  readonly queueArn: string;
  readonly batchSize: number;
  readonly batchingWindowSeconds: number;
  /** Batches at the same time; the function's own concurrency bounds it further. */
  readonly maximumConcurrency: number;
  /** Sees the body read as JSON where it is. Undefined when all messages are wanted. */
  readonly filter: Matches | undefined;
  readonly reportsItemFailures: boolean;
}

/** How soon a message is seen whose visibility timeout ended, or whose delay did. */
const lookAgainMillis = 100;

/**
 * Sends a queue's messages to a function. Handled messages are deleted. The others come again after their visibility timeout,
 * until the queue's redrive policy moves them to the dead-letter queue.
 */
export class QueueMapping {
  readonly #options: QueueMappingOptions;
  readonly #sqs: Sqs;
  readonly #target: LambdaFunction;
  readonly #faults: Faults | undefined;
  readonly #batches = new Set<Promise<void>>();
  readonly #stopListening: () => void;
  readonly #timer: NodeJS.Timeout;
  #isStopped = false;

  constructor(
    options: QueueMappingOptions,
    { sqs, target, faults }: { sqs: Sqs; target: LambdaFunction; faults?: Faults | undefined },
  ) {
    this.#options = options;
    this.#faults = faults;
    this.#sqs = sqs;
    this.#target = target;
    // Messages that an earlier process handled when it was killed become visible at once. AWS's pollers do not end; here a holder
    // would wait for the whole visibility timeout.
    sqs.takeBack(options.queueArn);
    this.#stopListening = sqs.onMessage((arn) => {
      // After the sender's own call has ended, so that it does not wait for us.
      if (arn === options.queueArn) setImmediate(() => this.#take());
    });
    this.#timer = setInterval(() => this.#take(), lookAgainMillis).unref();
    this.#take();
  }

  /** Whether messages are worked on or could be received at once. */
  get isPending(): boolean {
    return this.#batches.size > 0 || this.#sqs.depth(this.#options.queueArn).visible > 0;
  }

  async close(): Promise<void> {
    this.#isStopped = true;
    this.#stopListening();
    clearInterval(this.#timer);
    await Promise.all(this.#batches);
  }

  #take(): void {
    const { queueArn, batchSize, batchingWindowSeconds, maximumConcurrency } = this.#options;
    const concurrency = Math.min(maximumConcurrency, this.#target.concurrency);
    while (!this.#isStopped && this.#batches.size < concurrency) {
      if (batchingWindowSeconds > 0 && this.#sqs.depth(queueArn).visible === 0) return;
      const messages = batchingWindowSeconds > 0 ? [] : this.#sqs.receive(queueArn, batchSize);
      if (batchingWindowSeconds === 0 && messages.length === 0) return;
      const batch = this.#deliver(messages)
        .catch((error: unknown) => console.error("sqs: the queue mapping failed", error))
        .finally(() => {
          this.#batches.delete(batch);
          this.#take();
        });
      this.#batches.add(batch);
    }
  }

  async #deliver(received: readonly QueueMessage[]): Promise<void> {
    const messages = received.length > 0 ? received : await this.#gather();
    const wanted = messages.filter((message) => this.#options.filter?.(readable(message)) ?? true);
    // Lambda deletes what the filter leaves out.
    this.#acknowledge(messages.filter((message) => !wanted.includes(message)));
    if (wanted.length === 0) return;
    try {
      const { queueArn } = this.#options;
      const Records = this.#faults?.inAnyOrder(queueArn, wanted) ?? wanted;
      const isOver = () => this.#isStopped || !this.#holds(wanted);
      const answer = await deliver(this.#faults, queueArn, { Records }, (event) =>
        invokeWhenRoom(this.#target, event, isOver),
      );
      const ids = wanted.map(({ messageId }) => messageId);
      const failed = this.#options.reportsItemFailures ? failedItems(answer, ids) : new Set();
      this.#acknowledge(wanted.filter(({ messageId }) => !failed.has(messageId)));
    } catch {
      // The function's log tells of it; the messages become visible again by themselves.
    }
  }

  /** Waits for the batching window before it receives. */
  async #gather(): Promise<readonly QueueMessage[]> {
    const { queueArn, batchSize, batchingWindowSeconds } = this.#options;
    await sleep(batchingWindowSeconds * 1000, undefined, { ref: false });
    return this.#isStopped ? [] : this.#sqs.receive(queueArn, batchSize);
  }

  /** Whether none of them has become visible again. */
  #holds(messages: readonly QueueMessage[]): boolean {
    const { queueArn } = this.#options;
    return messages.every(({ receiptHandle }) => this.#sqs.isHeld(queueArn, receiptHandle));
  }

  #acknowledge(messages: readonly QueueMessage[]): void {
    const handles = messages.map(({ receiptHandle }) => receiptHandle);
    if (handles.length > 0) this.#sqs.acknowledge(this.#options.queueArn, handles);
  }
}

function readable(message: QueueMessage): object {
  try {
    return { ...message, body: JSON.parse(message.body) };
  } catch {
    return message;
  }
}
