import * as z from "zod";
import { operation } from "../kernel/operation.ts";
import { AwsError, type Caller, type CloudContext } from "../kernel/service.ts";
import { eachEntry, requireBatch } from "./batch.ts";
import {
  type MessageAttributes,
  md5,
  md5OfAttributes,
  messageAttributes,
  requireValid,
  sizeOf,
} from "./message-attributes.ts";
import type { Messages } from "./messages.ts";
import { numberAttribute } from "./queue-attributes.ts";
import { authorizedQueue } from "./queue-operations.ts";
import type { Queue, Queues } from "./queues.ts";

const message = {
  MessageBody: z.string(),
  DelaySeconds: z.int().optional(),
  MessageAttributes: messageAttributes.default({}),
  MessageSystemAttributes: z
    .strictObject({
      AWSTraceHeader: z.strictObject({
        DataType: z.literal("String"),
        StringValue: z.string().min(1),
      }),
    })
    .optional(),
};
const single = z.strictObject({ QueueUrl: z.string(), ...message });
const entry = z.strictObject({ Id: z.string(), ...message });
type Outgoing = Omit<z.output<typeof single>, "QueueUrl">;

/** All messages of a batch together, in bytes: 1 MiB since August 2025. */
const batchLimit = 1_048_576;
const longestDelay = 900;
// https://www.w3.org/TR/REC-xml/#charsets
const notInXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

export function sendOperations(context: CloudContext, queues: Queues, messages: Messages) {
  function authorized(url: string, caller: Caller): Queue {
    return authorizedQueue(context, queues, { url, caller, action: "sqs:SendMessage" });
  }

  function send(queue: Queue, outgoing: Outgoing, { accessKeyId = "anonymous" }: Caller) {
    requireSendable(queue, outgoing);
    const { MessageBody: body, MessageAttributes: attributes } = outgoing;
    const trace = outgoing.MessageSystemAttributes;
    const { id } = messages.send(
      queue,
      { body, attributes, senderId: accessKeyId, traceHeader: trace?.AWSTraceHeader.StringValue },
      outgoing.DelaySeconds,
    );
    return {
      MessageId: id,
      MD5OfMessageBody: md5(body),
      MD5OfMessageAttributes: md5OfAttributes(attributes),
      MD5OfMessageSystemAttributes: trace && md5OfAttributes(trace),
    };
  }

  return {
    SendMessage: operation(single, ({ QueueUrl, ...outgoing }, caller) =>
      send(authorized(QueueUrl, caller), outgoing, caller),
    ),

    SendMessageBatch: operation(
      z.strictObject({ QueueUrl: z.string(), Entries: z.array(entry) }),
      ({ QueueUrl, Entries }, caller) => {
        const queue = authorized(QueueUrl, caller);
        requireBatch(Entries);
        requireBatchSize(Entries);
        return eachEntry(Entries, ({ Id: _, ...outgoing }) => send(queue, outgoing, caller));
      },
    ),
  };
}

function requireSendable(queue: Queue, outgoing: Outgoing): void {
  const { MessageBody: body, DelaySeconds: delay = 0, MessageAttributes: attributes } = outgoing;
  if (body === "")
    throw new AwsError("MissingParameter", "The request must contain the parameter MessageBody.");
  if (notInXml.test(body)) {
    throw new AwsError(
      "InvalidMessageContents",
      "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF",
    );
  }
  requireValid(attributes);
  const limit = numberAttribute(queue.attributes, "MaximumMessageSize");
  if (messageSize(body, attributes) > limit) {
    throw new AwsError(
      "InvalidParameterValue",
      `One or more parameters are invalid. Reason: Message must be shorter than ${limit} bytes.`,
    );
  }
  if (delay < 0 || delay > longestDelay) {
    throw new AwsError(
      "InvalidParameterValue",
      `Value ${delay} for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= ${longestDelay}.`,
    );
  }
}

function requireBatchSize(entries: readonly Outgoing[]): void {
  const size = entries.reduce(
    (sum, each) => sum + messageSize(each.MessageBody, each.MessageAttributes),
    0,
  );
  if (size <= batchLimit) return;
  throw new AwsError(
    "BatchRequestTooLong",
    `Batch requests cannot be longer than ${batchLimit} bytes. You have sent ${size} bytes.`,
  );
}

function messageSize(body: string, attributes: MessageAttributes): number {
  return Buffer.byteLength(body) + sizeOf(attributes);
}
