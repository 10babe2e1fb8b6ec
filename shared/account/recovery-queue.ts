import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { Recoveries, RecoveryMessage } from "./password-resets.ts";

export class RecoveryQueue implements Recoveries {
  readonly #sqs: SQSClient;
  readonly #queueUrl: string;

  constructor(sqs: SQSClient, queueUrl: string) {
    this.#sqs = sqs;
    this.#queueUrl = queueUrl;
  }

  async send(message: RecoveryMessage): Promise<void> {
    await this.#sqs.send(
      new SendMessageCommand({ QueueUrl: this.#queueUrl, MessageBody: JSON.stringify(message) }),
    );
  }
}
