import { randomBytes, randomUUID } from "node:crypto";
import { AwsError, type CloudContext } from "../kernel/service.ts";
import type { Shelf } from "../kernel/store.ts";
import type { MessageAttributes } from "./message-attributes.ts";
import { numberAttribute } from "./queue-attributes.ts";
import type { Queue, Queues } from "./queues.ts";

/** A message as it lies in its queue. All times are milliseconds since 1970. */
export interface Message {
  readonly id: string;
  readonly body: string;
  readonly attributes: MessageAttributes;
  readonly senderId: string;
  readonly sentAt: number;
  /** Nobody receives it before. */
  readonly visibleAt: number;
  readonly receiveCount: number;
  /** How often queues before this one handed it out: a dead-letter queue counts anew for its own redrive. */
  readonly receivedElsewhere: number;
  readonly firstReceivedAt?: number;
  /** What the latest receiver proves itself with. */
  readonly receipt?: string | undefined;
  readonly traceHeader?: string | undefined;
  readonly deadLetterSourceArn?: string;
}

export interface ReceivedMessage extends Message {
  readonly receiptHandle: string;
}

type NewMessage = Pick<Message, "body" | "attributes" | "senderId" | "traceHeader">;

export interface Depth {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

/** Longest time a message can be invisible, in seconds: twelve hours. */
const longestVisibility = 43_200;
const pageSize = 100;

/**
 * The messages of all queues. Keys are `queue/time sent-number`, so that a queue is a range, oldest first.
 */
export class Messages {
  readonly #context: CloudContext;
  readonly #queues: Queues;
  readonly #shelf: Shelf<Message>;
  readonly #listeners = new Set<(queueArn: string) => void>();
  #sent = 0;

  constructor(context: CloudContext, queues: Queues) {
    this.#context = context;
    this.#queues = queues;
    this.#shelf = context.store.shelf("sqs-messages");
  }

  /** @param listener hears of every message that can be received at once. @returns how to stop listening */
  onArrival(listener: (queueArn: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  send(queue: Queue, message: NewMessage, delaySeconds?: number): Message {
    const sentAt = this.#context.clock.millis();
    const delay = delaySeconds ?? numberAttribute(queue.attributes, "DelaySeconds");
    const stored: Message = {
      ...message,
      id: randomUUID(),
      sentAt,
      visibleAt: sentAt + delay * 1000,
      receiveCount: 0,
      receivedElsewhere: 0,
    };
    this.#shelf.set(this.#newKey(queue, sentAt), stored);
    if (delay === 0) this.#announce(queue);
    return stored;
  }

  /** Hands out up to `max` messages and hides them; those received too often go to the dead-letter queue instead. */
  receive(
    queue: Queue,
    max: number,
    visibilitySeconds = numberAttribute(queue.attributes, "VisibilityTimeout"),
  ): ReceivedMessage[] {
    const now = this.#context.clock.millis();
    const deadLetters = this.#queues.deadLetterQueue(queue);
    return this.#context.store.transaction(() => {
      const received: ReceivedMessage[] = [];
      for (const [key, message] of this.#live(queue)) {
        if (received.length === max) break;
        if (message.visibleAt > now) continue;
        const count = message.receiveCount - message.receivedElsewhere;
        if (deadLetters && count >= deadLetters.maxReceiveCount)
          this.#bury(queue, deadLetters.queue, key, message);
        else received.push(this.#handOut(key, message, now + visibilitySeconds * 1000));
      }
      return received;
    });
  }

  /** Deletes a received message. The handle of an earlier receipt deletes nothing, and is no error on AWS. */
  delete(queue: Queue, receiptHandle: string): void {
    const { key, receipt } = readHandle(queue, receiptHandle);
    if (this.#shelf.get(key)?.receipt === receipt) this.#shelf.delete(key);
  }

  /** Whether it is hidden by this receipt. */
  isHeld(queue: Queue, receiptHandle: string): boolean {
    const { key, receipt } = readHandle(queue, receiptHandle);
    const message = this.#shelf.get(key);
    return message?.receipt === receipt && message.visibleAt > this.#context.clock.millis();
  }

  /** @throws AwsError InvalidParameterValue, MessageNotInflight, ReceiptHandleIsInvalid */
  changeVisibility(queue: Queue, receiptHandle: string, seconds: number): void {
    if (!(seconds >= 0 && seconds <= longestVisibility)) {
      throw new AwsError(
        "InvalidParameterValue",
        `Value ${seconds} for parameter VisibilityTimeout is invalid. Reason: Must be between 0 and ${longestVisibility}.`,
      );
    }
    const { key, receipt } = readHandle(queue, receiptHandle);
    const message = this.#shelf.get(key);
    if (message?.receipt !== receipt) {
      throw new AwsError(
        "InvalidParameterValue",
        `Value ${receiptHandle} for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for visibility timeout change.`,
      );
    }
    const now = this.#context.clock.millis();
    if (message.visibleAt <= now)
      throw new AwsError("MessageNotInflight", "The specified message is not in flight.");
    this.#shelf.set(key, { ...message, visibleAt: now + seconds * 1000 });
    if (seconds === 0) this.#announce(queue);
  }

  /** Makes visible what was received and not deleted, as if it had not been received. */
  takeBack(queue: Queue): void {
    const now = this.#context.clock.millis();
    for (const [key, message] of this.#live(queue)) {
      const { receipt, visibleAt, receiveCount } = message;
      if (receipt === undefined || visibleAt <= now) continue;
      const count = receiveCount - 1;
      this.#shelf.set(key, { ...message, receipt: undefined, visibleAt: now, receiveCount: count });
    }
    this.#announce(queue);
  }

  /** The oldest messages, none of which is received by that. */
  peek(queue: Queue, max: number): Message[] {
    const oldest: Message[] = [];
    for (const [, message] of this.#live(queue)) {
      if (oldest.length === max) break;
      oldest.push(message);
    }
    return oldest;
  }

  depth(queue: Queue): Depth {
    const now = this.#context.clock.millis();
    const depth = { visible: 0, inFlight: 0, delayed: 0 };
    for (const [, message] of this.#live(queue)) {
      if (message.visibleAt <= now) depth.visible++;
      else if (message.receipt === undefined) depth.delayed++;
      else depth.inFlight++;
    }
    return depth;
  }

  purge(queue: Queue): void {
    this.#context.store.transaction(() => {
      for (const [key] of this.#shelf.withPrefix(`${queue.name}/`)) this.#shelf.delete(key);
    });
  }

  /** The messages whose retention is not over, oldest first; the others are deleted on the way. */
  *#live(queue: Queue): Generator<[key: string, message: Message]> {
    const retention = numberAttribute(queue.attributes, "MessageRetentionPeriod") * 1000;
    const oldest = this.#context.clock.millis() - retention;
    let from = `${queue.name}/`;
    const to = `${queue.name}0`; // "0" is the character after "/"
    for (;;) {
      const page = this.#shelf.range({ from, to, limit: pageSize });
      for (const [key, message] of page) {
        if (message.sentAt > oldest) yield [key, message];
        else this.#shelf.delete(key);
        from = `${key}\0`;
      }
      if (page.length < pageSize) return;
    }
  }

  #handOut(key: string, message: Message, visibleAt: number): ReceivedMessage {
    const receipt = randomBytes(12).toString("base64url");
    const handedOut: Message = {
      ...message,
      visibleAt,
      receipt,
      receiveCount: message.receiveCount + 1,
      firstReceivedAt: message.firstReceivedAt ?? this.#context.clock.millis(),
    };
    this.#shelf.set(key, handedOut);
    return { ...handedOut, receiptHandle: Buffer.from(`${key}#${receipt}`).toString("base64") };
  }

  /** The time it was sent stays, so its retention runs on, as in a standard queue of AWS. */
  #bury(source: Queue, target: Queue, key: string, message: Message): void {
    this.#shelf.delete(key);
    this.#shelf.set(this.#newKey(target, message.sentAt), {
      ...message,
      receipt: undefined,
      receivedElsewhere: message.receiveCount,
      deadLetterSourceArn: this.#queues.arn(source.name),
    });
    this.#announce(target);
  }

  #newKey(queue: Queue, sentAt: number): string {
    const time = String(Math.floor(sentAt)).padStart(15, "0");
    const number = String(this.#sent++).padStart(10, "0");
    // The random end keeps keys apart that a restart or a clock moved back would make equal.
    return `${queue.name}/${time}-${number}-${randomBytes(4).toString("hex")}`;
  }

  #announce(queue: Queue): void {
    const arn = this.#queues.arn(queue.name);
    // Not before the caller's transaction is done.
    queueMicrotask(() => {
      for (const listener of this.#listeners) listener(arn);
    });
  }
}

function readHandle(queue: Queue, handle: string): { key: string; receipt: string } {
  const [key = "", receipt] = Buffer.from(handle, "base64").toString().split("#");
  if (receipt && key.startsWith(`${queue.name}/`)) return { key, receipt };
  throw new AwsError(
    "ReceiptHandleIsInvalid",
    `The input receipt handle "${handle}" is not a valid receipt handle.`,
  );
}
