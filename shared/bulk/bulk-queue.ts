import type { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { errorFields, logger } from "#shared/runtime/logger.ts";
import { MessageQueue } from "#shared/runtime/message-queue.ts";
import { type BulkId, type BulkSteps, bulkId } from "./bulk.ts";

const message = z.object({ bulkId });
type Message = z.infer<typeof message>;

/** Steps of bulk work that wait to be done: a message is one step. */
export class BulkQueue implements BulkSteps {
  readonly #queue: MessageQueue<Message>;

  constructor(sqs: SQSClient, url: string) {
    this.#queue = new MessageQueue(sqs, url);
  }

  send(id: BulkId): Promise<void> {
    return this.#queue.send({ bulkId: id });
  }

  /** For who has just started one: when SQS does not take the message, the reconciler sends it some minutes later. */
  async sendFirst(id: BulkId): Promise<void> {
    try {
      await this.send(id);
    } catch (error) {
      logger.warn("bulk.not-sent", { bulkId: id, ...errorFields(error) });
    }
  }

  delay(receiptHandle: string, seconds: number): Promise<void> {
    return this.#queue.delay(receiptHandle, seconds);
  }
}

/** Which work a message is a step of. @throws when it is not a message of ours */
export function bulkOf(messageBody: string): BulkId {
  return message.parse(JSON.parse(messageBody)).bulkId;
}
