import {
  ChangeMessageVisibilityCommand,
  GetQueueAttributesCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import type { MessageDelays } from "./message-delays.ts";

/** SQS's limit. */
const mostInBatch = 10;
const depthNames = [
  "ApproximateNumberOfMessages",
  "ApproximateNumberOfMessagesNotVisible",
] as const;

/** A queue of messages in JSON. */
export class MessageQueue<Message extends object> implements MessageDelays {
  readonly #sqs: SQSClient;
  readonly #url: string;

  constructor(sqs: SQSClient, url: string) {
    this.#sqs = sqs;
    this.#url = url;
  }

  async send(message: Message): Promise<void> {
    await this.#sqs.send(
      new SendMessageCommand({ QueueUrl: this.#url, MessageBody: JSON.stringify(message) }),
    );
  }

  /** In as few calls as SQS allows. @throws Error when SQS did not take all of them; some may be sent */
  async sendAll(messages: readonly Message[]): Promise<void> {
    for (let at = 0; at < messages.length; at += mostInBatch) {
      const batch = messages.slice(at, at + mostInBatch);
      const { Failed = [] } = await this.#sqs.send(
        new SendMessageBatchCommand({
          QueueUrl: this.#url,
          Entries: batch.map((each, i) => ({ Id: String(i), MessageBody: JSON.stringify(each) })),
        }),
      );
      if (Failed.length > 0)
        throw new Error(`A queue refused ${Failed.length} messages: ${Failed[0]?.Code}.`);
    }
  }

  /** How many messages wait or are being worked on, as SQS counts them: approximately, and some seconds late. */
  async depth(): Promise<number> {
    const { Attributes = {} } = await this.#sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: this.#url, AttributeNames: [...depthNames] }),
    );
    return depthNames.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
  }

  async delay(receiptHandle: string, seconds: number): Promise<void> {
    await this.#sqs.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: this.#url,
        ReceiptHandle: receiptHandle,
        VisibilityTimeout: seconds,
      }),
    );
  }
}
