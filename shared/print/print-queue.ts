import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { type PrintId, printId } from "./print-id.ts";
import type { PrintsToDraw } from "./prints.ts";

const message = z.object({ printId });

/** Prints that wait to be drawn. */
export class PrintQueue implements PrintsToDraw {
  readonly #sqs: SQSClient;
  readonly #url: string;

  constructor(sqs: SQSClient, url: string) {
    this.#sqs = sqs;
    this.#url = url;
  }

  async send(id: PrintId): Promise<void> {
    await this.#sqs.send(
      new SendMessageCommand({ QueueUrl: this.#url, MessageBody: JSON.stringify({ printId: id }) }),
    );
  }
}

/** Which print a message asks for. @throws when it is not a message of ours */
export function printOf(messageBody: string): PrintId {
  return message.parse(JSON.parse(messageBody)).printId;
}
