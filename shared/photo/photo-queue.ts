import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import type { PhotoName } from "./photo-digest.ts";
import { incomingKey, parseIncomingKey } from "./photo-keys.ts";
import type { UploadsToValidate } from "./upload.ts";

/** Uploads that wait for their outcome. S3 sends them; the reconciler sends those again that a dead Lambda left. */
export class PhotoQueue implements UploadsToValidate {
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

/** The fields of S3's messages that we read («Event message structure», Amazon S3 User Guide), and S3's test message. */
const message = z.union([
  z.object({
    Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })),
  }),
  z.object({ Event: z.literal("s3:TestEvent") }).transform(() => ({ Records: [] })),
]);

/** The uploads of a message: those of an S3 event, or none for S3's test message. @throws when it is neither */
export function uploadsIn(messageBody: string): PhotoName[] {
  return message.parse(JSON.parse(messageBody)).Records.flatMap(({ s3 }) => {
    // S3 writes keys as in a form: blanks as "+", the rest percent-encoded.
    const key = decodeURIComponent(s3.object.key.replaceAll("+", " "));
    return parseIncomingKey(key) ?? [];
  });
}
