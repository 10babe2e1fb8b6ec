import type { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { MessageQueue } from "#shared/runtime/message-queue.ts";
import { type ExportId, exportId } from "./export.ts";
import type { ExportsToWrite } from "./exports.ts";

const message = z.object({ exportId });

/** Exports that wait to be written. */
export class ExportQueue implements ExportsToWrite {
  readonly #queue: MessageQueue<z.infer<typeof message>>;

  constructor(sqs: SQSClient, url: string) {
    this.#queue = new MessageQueue(sqs, url);
  }

  send(id: ExportId): Promise<void> {
    return this.#queue.send({ exportId: id });
  }
}

/** Which export a message asks for. @throws when it is not a message of ours */
export function exportOf(messageBody: string): ExportId {
  return message.parse(JSON.parse(messageBody)).exportId;
}
