import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { ResetMessage, ResetRequests } from "./password-resets.ts";

export class ResetQueue implements ResetRequests {
  readonly #sqs: SQSClient;
  readonly #queueUrl: string;

  constructor(sqs: SQSClient, queueUrl: string) {
    this.#sqs = sqs;
    this.#queueUrl = queueUrl;
  }

  async send(message: ResetMessage): Promise<void> {
    await this.#sqs.send(
      new SendMessageCommand({ QueueUrl: this.#queueUrl, MessageBody: JSON.stringify(message) }),
    );
  }
}
