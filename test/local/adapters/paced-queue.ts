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
  /** Where its dead letters are; they can be sent there too. */
  readonly letters: MessageQueue<object>;
  /** How many workers have a batch. */
  #busy = 0;

  private constructor(cloud: ServicesUnderTest, sqs: SQSClient, url: string, deadUrl: string) {
    super(sqs, url);
    this.#cloud = cloud;
    this.#sqs = sqs;
    this.#url = url;
    this.#deadUrl = deadUrl;
    this.letters = new MessageQueue(sqs, deadUrl);
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
    const now = () => this.#cloud.clock.millis();
    return {
      now,
      // On a busy machine the cloud's time is not quite as fast as it should be.
      async sleep(milliseconds) {
        const end = now() + milliseconds;
        while (now() < end) await sleep((end - now()) / haste);
      },
    };
  }

  /**
   * Works until no message is left. Where all of them wait, time leaps.
   * @returns how long it took, in seconds of the cloud's time
   */
  async drain(
    workers: readonly Worker[],
    { batchSize, leapSeconds = 1 }: { batchSize: number; leapSeconds?: number },
  ): Promise<number> {
    const began = this.#cloud.clock.millis();
    const ticking = setInterval(
      () => this.#cloud.clock.advance(tickMillis * (haste - 1)),
      tickMillis,
    );
    try {
      await Promise.all(workers.map((work) => this.#work(work, batchSize, leapSeconds)));
    } finally {
      clearInterval(ticking);
    }
    return (this.#cloud.clock.millis() - began) / 1000;
  }

  async deadLetters(): Promise<number> {
    return await this.#waiting(this.#deadUrl);
  }

  async #work(work: Worker, batchSize: number, leapSeconds: number): Promise<void> {
    while ((await this.#waiting(this.#url)) > 0) {
      const { Messages = [] } = await this.#sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: this.#url,
          MaxNumberOfMessages: batchSize,
          MessageSystemAttributeNames: ["ApproximateReceiveCount", "SentTimestamp"],
        }),
      );
      if (Messages.length === 0) await this.#wait(leapSeconds);
      const records = Messages.map(
        ({ Body = "", MessageId = "", ReceiptHandle = "", Attributes }) => {
          const message = aMessage(Body, MessageId);
          return {
            ...message,
            receiptHandle: ReceiptHandle,
            attributes: { ...message.attributes, ...Attributes },
          };
        },
      );
      if (records.length === 0) continue;
      this.#busy += 1;
      const answer = await work(records);
      this.#busy -= 1;
      const failed = new Set(answer?.batchItemFailures.map((each) => each.itemIdentifier));
      for (const { messageId, receiptHandle: ReceiptHandle } of records) {
        if (failed.has(messageId)) continue;
        await this.#sqs.send(new DeleteMessageCommand({ QueueUrl: this.#url, ReceiptHandle }));
      }
    }
  }

  /** A moment. If nobody works and nothing may be received for a while, time leaps. */
  async #wait(leapSeconds: number): Promise<void> {
    const { ApproximateNumberOfMessages: visible } = await this.#depth(this.#url);
    if (this.#busy === 0 && Number(visible) === 0) this.#cloud.clock.advance(leapSeconds * 1000);
    else await sleep(20);
  }

  async #waiting(url: string): Promise<number> {
    return Object.values(await this.#depth(url)).reduce((sum, each) => sum + Number(each), 0);
  }

  async #depth(QueueUrl: string): Promise<Record<string, string>> {
    const names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"] as const;
    const { Attributes = {} } = await this.#sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...names] }),
    );
    return Attributes;
  }
}
