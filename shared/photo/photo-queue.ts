import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { S3Event } from "aws-lambda";
import type { PhotoName } from "./photo-digest.ts";
import { incomingKey, parseIncomingKey } from "./photo-keys.ts";

/** Uploads that wait for their verdict. S3 fills it; the reconciler puts back what a dead Lambda left. */
export class PhotoQueue {
  readonly #sqs: SQSClient;
  readonly #url: string;

  constructor(sqs: SQSClient, url: string) {
    this.#sqs = sqs;
    this.#url = url;
  }

  async send(name: PhotoName): Promise<void> {
    const body = { Records: [{ s3: { object: { key: incomingKey(name) } } }] };
    await this.#sqs.send(
      new SendMessageCommand({ QueueUrl: this.#url, MessageBody: JSON.stringify(body) }),
    );
  }
}

/** The uploads a message tells of: an S3 event's, or none for S3's test message. */
export function uploadsIn(messageBody: string): PhotoName[] {
  const { Records = [] } = JSON.parse(messageBody) as Partial<S3Event>;
  return Records.flatMap(({ s3 }) => {
    // S3 writes keys as in a form: blanks as "+", the rest percent-encoded.
    const key = decodeURIComponent(s3.object.key.replaceAll("+", " "));
    return parseIncomingKey(key) ?? [];
  });
}
