import type { SQSRecord } from "aws-lambda";
import { jsonService } from "../kernel/json-service.ts";
import { AwsError, type CloudContext, type Service } from "../kernel/service.ts";
import { eventRecord } from "./event-record.ts";
import { type Depth, type Message, Messages } from "./messages.ts";
import type { QueueAttributes } from "./queue-attributes.ts";
import { queueOperations } from "./queue-operations.ts";
import { Queues } from "./queues.ts";
import { receiveOperations } from "./receive-operations.ts";
import { sendOperations } from "./send-operations.ts";

export type QueueMessage = SQSRecord;

/** SQS, with what the event-source poller and other parts of the cloud call in process (no IAM there). */
export interface Sqs extends Service {
  /** A queue with exactly these attributes, made or changed. @returns its ARN */
  ensureQueue(name: string, attributes?: QueueAttributes): string;
  queueUrl(queueArn: string): string;
  /** Up to `max` messages as a Lambda function gets them, hidden for the queue's visibility timeout. */
  receive(queueArn: string, max: number): QueueMessage[];
  /** Deletes messages that were handled. */
  acknowledge(queueArn: string, receiptHandles: readonly string[]): void;
  /** Returns messages: they become visible again after so many seconds. A message that someone else has received stays with them. */
  release(queueArn: string, receiptHandles: readonly string[], visibilitySeconds: number): void;
  /** Whether a received message is still hidden from others: neither deleted nor visible again. */
  isHeld(queueArn: string, receiptHandle: string): boolean;
  /** Makes messages of a dead receiver visible at once, without counting that try. */
  takeBack(queueArn: string): void;
  /** @returns the message's id */
  send(queueArn: string, body: string, attributes?: Readonly<Record<string, string>>): string;
  depth(queueArn: string): Depth;
  /** ARNs of all queues. */
  queueArns(): string[];
  /** The oldest messages of a queue, as they lie there: looking hides and counts nothing. */
  peek(queueArn: string, max: number): Message[];
  /** @param listener gets the ARN of a queue when a message can be received. @returns how to stop listening */
  onMessage(listener: (queueArn: string) => void): () => void;
}

/** Error codes of the Query protocol that differ from the JSON protocol's. */
const inNamespace = new Set([
  "BatchEntryIdsNotDistinct",
  "BatchRequestTooLong",
  "EmptyBatchRequest",
  "InvalidBatchEntryId",
  "MessageNotInflight",
  "TooManyEntriesInBatchRequest",
  "UnsupportedOperation",
]);
const renamed: Readonly<Record<string, string>> = {
  QueueDoesNotExist: "AWS.SimpleQueueService.NonExistentQueue",
  QueueNameExists: "QueueAlreadyExists",
};

/** Long: a closure, of which each function fits a screen. */
export function createSqs(context: CloudContext): Sqs {
  const queues = new Queues(context);
  const messages = new Messages(context, queues);
  let closed = false;
  return {
    ...jsonService(context, {
      name: "sqs",
      targets: ["AmazonSQS"],
      contentType: "application/x-amz-json-1.0",
      errorNamespace: "com.amazonaws.sqs#",
      queryErrorCode: (code) =>
        renamed[code] ?? (inNamespace.has(code) ? `AWS.SimpleQueueService.${code}` : code),
      operations: {
        ...queueOperations(context, queues, messages),
        ...sendOperations(context, queues, messages),
        ...receiveOperations(context, queues, messages, () => closed),
      },
      close() {
        closed = true;
      },
    }),
    ensureQueue(name, attributes = {}) {
      queues.ensure(name, attributes);
      return queues.arn(name);
    },
    queueUrl: (queueArn) => queues.url(queues.withArn(queueArn).name),
    receive: (queueArn, max) =>
      messages
        .receive(queues.withArn(queueArn), max)
        .map((message) => eventRecord(message, { queueArn, region: context.region })),
    acknowledge(queueArn, receiptHandles) {
      const queue = queues.withArn(queueArn);
      context.store.transaction(() => {
        for (const handle of receiptHandles) messages.delete(queue, handle);
      });
    },
    release(queueArn, receiptHandles, visibilitySeconds) {
      const queue = queues.withArn(queueArn);
      for (const handle of receiptHandles) {
        try {
          messages.changeVisibility(queue, handle, visibilitySeconds);
        } catch (error) {
          if (!(error instanceof AwsError)) throw error;
        }
      }
    },
    isHeld: (queueArn, handle) => messages.isHeld(queues.withArn(queueArn), handle),
    takeBack: (queueArn) => messages.takeBack(queues.withArn(queueArn)),
    send: (queueArn, body, attributes = {}) =>
      messages.send(queues.withArn(queueArn), {
        body,
        attributes: Object.fromEntries(
          Object.entries(attributes).map(([name, StringValue]) => [
            name,
            { DataType: "String", StringValue },
          ]),
        ),
        senderId: context.account,
      }).id,
    depth: (queueArn) => messages.depth(queues.withArn(queueArn)),
    queueArns: () => queues.withPrefix("").map(({ name }) => queues.arn(name)),
    peek: (queueArn, max) => messages.peek(queues.withArn(queueArn), max),
    onMessage: (listener) => messages.onArrival(listener),
  };
}
