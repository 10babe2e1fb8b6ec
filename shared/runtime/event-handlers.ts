/** The middy stacks of all event consumers. One bad record must not stop the others. */
import middy from "@middy/core";
import type {
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
  SQSBatchResponse,
  SQSEvent,
  SQSRecord,
} from "aws-lambda";
import type * as z from "zod";
import { errorFields, logger } from "./logger.ts";
import { type MessageDelays, waitingSeconds } from "./message-delays.ts";

/**
 * Handles each message separately: one that fails returns to the queue, the others do not.
 * A message can come twice, so `handle` must be idempotent.
 * @param delays with it, a message that AWS throttled, or whose handler throws Busy, waits for its time and is no failure in
 * the log. Lambda leaves the visibility of what is reported alone, and does not poll less («Handling errors for an SQS event source in
 * Lambda», Lambda Developer Guide)
 */
export function eachMessage(
  handle: (record: SQSRecord) => Promise<void>,
  { delays }: { readonly delays?: MessageDelays } = {},
) {
  return middy<SQSEvent, SQSBatchResponse>().handler(async ({ Records }) => {
    const failed = await Promise.all(
      Records.map(async (record) => {
        const itemIdentifier = record.messageId;
        try {
          await handle(record);
          return [];
        } catch (error) {
          const isDelayed = delays && (await delayed(delays, record, error));
          if (!isDelayed)
            logger.error("message.failed", { messageId: itemIdentifier, ...errorFields(error) });
          return [{ itemIdentifier }];
        }
      }),
    );
    return { batchItemFailures: failed.flat() };
  });
}

/** @returns whether the message waits; if that cannot be said, it comes again after the queue's own time, like one that failed */
async function delayed(
  delays: MessageDelays,
  { messageId, receiptHandle, attributes }: SQSRecord,
  failure: unknown,
): Promise<boolean> {
  const seconds = waitingSeconds(failure, Number(attributes.ApproximateReceiveCount));
  if (seconds === undefined) return false;
  try {
    await delays.delay(receiptHandle, seconds);
  } catch (error) {
    logger.warn("message.not-delayed", { messageId, ...errorFields(error) });
    return true;
  }
  logger.warn("message.delayed", { messageId, seconds, ...errorFields(failure) });
  return true;
}

/**
 * Handles a stream's records in order and stops at the first that fails. Lambda sends the records again from there on
 * (and, with bisect and bounded retries, gives up a record that always fails).
 */
export function inOrder(handle: (record: DynamoDBRecord) => Promise<void>) {
  return middy<DynamoDBStreamEvent, DynamoDBBatchResponse>().handler(async ({ Records }) => {
    for (const record of Records) {
      const itemIdentifier = record.dynamodb?.SequenceNumber ?? "";
      try {
        await handle(record);
      } catch (error) {
        logger.error("record.failed", { sequenceNumber: itemIdentifier, ...errorFields(error) });
        return { batchItemFailures: [{ itemIdentifier }] };
      }
    }
    return { batchItemFailures: [] };
  });
}

/** The message's JSON body. @throws ZodError or SyntaxError, which return it to the queue and at last to the DLQ */
export function readMessage<T>({ body }: Pick<SQSRecord, "body">, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(body));
}
