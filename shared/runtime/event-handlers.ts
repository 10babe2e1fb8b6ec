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

/**
 * Handles each message separately: one that fails returns to the queue, the others do not.
 * A message can come twice, so `handle` must be idempotent.
 */
export function eachMessage(handle: (record: SQSRecord) => Promise<void>) {
  return middy<SQSEvent, SQSBatchResponse>().handler(async ({ Records }) => {
    const failed = await Promise.all(
      Records.map(async (record) => {
        const itemIdentifier = record.messageId;
        try {
          await handle(record);
          return [];
        } catch (error) {
          logger.error("message.failed", { messageId: itemIdentifier, ...errorFields(error) });
          return [{ itemIdentifier }];
        }
      }),
    );
    return { batchItemFailures: failed.flat() };
  });
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
