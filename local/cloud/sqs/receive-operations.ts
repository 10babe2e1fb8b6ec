import * as z from "zod";
import { operation } from "../kernel/operation.ts";
import { AwsError, type Caller, type CloudContext } from "../kernel/service.ts";
import { eachEntry, requireBatch } from "./batch.ts";
import { systemAttributes } from "./event-record.ts";
import { md5, md5OfAttributes, selected } from "./message-attributes.ts";
import type { Messages, ReceivedMessage } from "./messages.ts";
import { numberAttribute } from "./queue-attributes.ts";
import { authorizedQueue } from "./queue-operations.ts";
import type { Queue, Queues } from "./queues.ts";

const queueUrl = z.string();
const names = z.array(z.string()).default([]);
const receiveInput = z.strictObject({
  QueueUrl: queueUrl,
  MaxNumberOfMessages: z.int().default(1),
  WaitTimeSeconds: z.int().optional(),
  VisibilityTimeout: z.int().optional(),
  AttributeNames: names,
  MessageSystemAttributeNames: names,
  MessageAttributeNames: names,
});
const handle = { ReceiptHandle: z.string() };
const visibility = { ...handle, VisibilityTimeout: z.int() };

/** How often a long poll asks the cloud's clock, which tests move, in milliseconds. */
const glance = 100;

/** @param closed true once the service stops: a long poll then ends empty-handed Long: a closure, of which each function fits a screen. */
export function receiveOperations(
  context: CloudContext,
  queues: Queues,
  messages: Messages,
  closed: () => boolean,
) {
  const { clock } = context;

  function authorized(url: string, caller: Caller, action: string): Queue {
    return authorizedQueue(context, queues, { url, caller, action });
  }

  async function receive(queue: Queue, input: z.output<typeof receiveInput>) {
    const wait =
      input.WaitTimeSeconds ?? numberAttribute(queue.attributes, "ReceiveMessageWaitTimeSeconds");
    const until = clock.millis() + wait * 1000;
    while (!closed()) {
      const received = messages.receive(queue, input.MaxNumberOfMessages, input.VisibilityTimeout);
      if (received.length > 0 || clock.millis() >= until) return received;
      await nextArrival(messages);
    }
    return [];
  }

  return {
    ReceiveMessage: operation(receiveInput, async (input, caller) => {
      const queue = authorized(input.QueueUrl, caller, "sqs:ReceiveMessage");
      requireWithin("MaxNumberOfMessages", input.MaxNumberOfMessages, 1, 10);
      requireWithin("WaitTimeSeconds", input.WaitTimeSeconds ?? 0, 0, 20);
      requireWithin("VisibilityTimeout", input.VisibilityTimeout ?? 0, 0, 43_200);
      const received = await receive(queue, input);
      return received.length > 0 ? { Messages: received.map((each) => answer(each, input)) } : {};
    }),

    DeleteMessage: operation(
      z.strictObject({ QueueUrl: queueUrl, ...handle }),
      ({ QueueUrl, ReceiptHandle }, caller) => {
        messages.delete(authorized(QueueUrl, caller, "sqs:DeleteMessage"), ReceiptHandle);
      },
    ),

    DeleteMessageBatch: operation(
      z.strictObject({
        QueueUrl: queueUrl,
        Entries: z.array(z.strictObject({ Id: z.string(), ...handle })),
      }),
      ({ QueueUrl, Entries }, caller) => {
        const queue = authorized(QueueUrl, caller, "sqs:DeleteMessage");
        requireBatch(Entries);
        return eachEntry(Entries, ({ ReceiptHandle }) => {
          messages.delete(queue, ReceiptHandle);
        });
      },
    ),

    ChangeMessageVisibility: operation(
      z.strictObject({ QueueUrl: queueUrl, ...visibility }),
      ({ QueueUrl, ReceiptHandle, VisibilityTimeout }, caller) => {
        const queue = authorized(QueueUrl, caller, "sqs:ChangeMessageVisibility");
        messages.changeVisibility(queue, ReceiptHandle, VisibilityTimeout);
      },
    ),

    ChangeMessageVisibilityBatch: operation(
      z.strictObject({
        QueueUrl: queueUrl,
        Entries: z.array(z.strictObject({ Id: z.string(), ...visibility })),
      }),
      ({ QueueUrl, Entries }, caller) => {
        const queue = authorized(QueueUrl, caller, "sqs:ChangeMessageVisibility");
        requireBatch(Entries);
        return eachEntry(Entries, ({ ReceiptHandle, VisibilityTimeout }) => {
          messages.changeVisibility(queue, ReceiptHandle, VisibilityTimeout);
        });
      },
    ),
  };
}

/** Settles when a message arrives, or soon: a delay or a visibility timeout may end meanwhile. */
function nextArrival(messages: Messages): Promise<void> {
  return new Promise((resolve) => {
    const stop = messages.onArrival(done);
    const timer = setTimeout(done, glance).unref();
    function done() {
      stop();
      clearTimeout(timer);
      resolve();
    }
  });
}

function answer(message: ReceivedMessage, input: z.output<typeof receiveInput>) {
  const attributes = selected(message.attributes, input.MessageAttributeNames);
  const wanted = [...input.AttributeNames, ...input.MessageSystemAttributeNames];
  const system = Object.entries(systemAttributes(message)).filter(
    ([name]) => wanted.includes("All") || wanted.includes(name),
  );
  return {
    MessageId: message.id,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: md5(message.body),
    MD5OfMessageAttributes: md5OfAttributes(attributes),
    ...(Object.keys(attributes).length > 0 ? { MessageAttributes: attributes } : {}),
    ...(system.length > 0 ? { Attributes: Object.fromEntries(system) } : {}),
  };
}

function requireWithin(parameter: string, value: number, min: number, max: number): void {
  if (value >= min && value <= max) return;
  throw new AwsError(
    "InvalidParameterValue",
    `Value ${value} for parameter ${parameter} is invalid. Reason: Must be between ${min} and ${max}, if provided.`,
  );
}
