import { setTimeout as sleep } from "node:timers/promises";
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import type { SQSBatchResponse, SQSRecord } from "aws-lambda";
import { MessageQueue } from "#shared/runtime/message-queue.ts";
import type { ServicesUnderTest } from "../../../local/cloud/test/one-service.ts";
import { aMessage } from "../../support/lambda-events.ts";

/** How much faster than the machine's time the cloud's time runs while a queue is worked on. */
const haste = 20;
const tickMillis = 5;

type Worker = (records: SQSRecord[]) => Promise<SQSBatchResponse | undefined>;

/** A queue with dead letters, worked on as Lambda does it, in the cloud's time, which runs faster meanwhile. */
export class PacedQueue extends MessageQueue<object> {
  readonly #sqs: SQSClient;
  readonly #cloud: ServicesUnderTest;
  readonly #url: string;
  readonly #deadUrl: string;

  private constructor(cloud: ServicesUnderTest, sqs: SQSClient, url: string, deadUrl: string) {
    super(sqs, url);
    this.#cloud = cloud;
    this.#sqs = sqs;
    this.#url = url;
    this.#deadUrl = deadUrl;
  }

  static async create(
    cloud: ServicesUnderTest,
    { receives, visibilitySeconds }: { receives: number; visibilitySeconds: number },
  ): Promise<PacedQueue> {
    const sqs = new SQSClient({ ...cloud.client, maxAttempts: 3 });
    const name = `paced-${Math.random().toString(36).slice(2)}`;
    const dead = await sqs.send(new CreateQueueCommand({ QueueName: `${name}-dead` }));
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: dead.QueueUrl, AttributeNames: ["QueueArn"] }),
    );
    const { QueueUrl } = await sqs.send(
      new CreateQueueCommand({
        QueueName: name,
        Attributes: {
          VisibilityTimeout: String(visibilitySeconds),
          MessageRetentionPeriod: String(14 * 86_400),
          RedrivePolicy: JSON.stringify({
            deadLetterTargetArn: Attributes?.QueueArn,
            maxReceiveCount: receives,
          }),
        },
      }),
    );
    return new PacedQueue(cloud, sqs, QueueUrl ?? "", dead.QueueUrl ?? "");
  }

  /** The cloud's time, for a pace. */
  get time(): { now: () => number; sleep: (milliseconds: number) => Promise<unknown> } {
    return {
      now: () => this.#cloud.clock.millis(),
      sleep: (milliseconds) => sleep(milliseconds / haste),
    };
  }

  /**
   * Works until no message is left. Where all of them wait for long, time leaps.
   * @returns how long it took, in seconds of the cloud's time
   */
  async drain(workers: readonly Worker[], { batchSize }: { batchSize: number }): Promise<number> {
    const began = this.#cloud.clock.millis();
    const ticking = setInterval(
      () => this.#cloud.clock.advance(tickMillis * (haste - 1)),
      tickMillis,
    );
    try {
      await Promise.all(workers.map((work) => this.#work(work, batchSize)));
    } finally {
      clearInterval(ticking);
    }
    return (this.#cloud.clock.millis() - began) / 1000;
  }

  async deadLetters(): Promise<number> {
    return await this.#waiting(this.#deadUrl);
  }

  async #work(work: Worker, batchSize: number): Promise<void> {
    while ((await this.#waiting(this.#url)) > 0) {
      const { Messages = [] } = await this.#sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: this.#url,
          MaxNumberOfMessages: batchSize,
          MessageSystemAttributeNames: ["ApproximateReceiveCount"],
        }),
      );
      if (Messages.length === 0) await sleep(20);
      const records = Messages.map(
        ({ Body = "", MessageId = "", ReceiptHandle = "", Attributes }) => ({
          ...aMessage(Body, MessageId, Number(Attributes?.ApproximateReceiveCount)),
          receiptHandle: ReceiptHandle,
        }),
      );
      const answer = records.length > 0 ? await work(records) : undefined;
      const failed = new Set(answer?.batchItemFailures.map((each) => each.itemIdentifier));
      for (const { messageId, receiptHandle: ReceiptHandle } of records) {
        if (failed.has(messageId)) continue;
        await this.#sqs.send(new DeleteMessageCommand({ QueueUrl: this.#url, ReceiptHandle }));
      }
    }
  }

  async #waiting(QueueUrl: string): Promise<number> {
    const AttributeNames = [
      "ApproximateNumberOfMessages",
      "ApproximateNumberOfMessagesNotVisible",
    ] as const;
    const { Attributes = {} } = await this.#sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] }),
    );
    return AttributeNames.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
  }
}
