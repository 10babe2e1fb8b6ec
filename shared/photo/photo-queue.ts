import type { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { MessageQueue } from "#shared/runtime/message-queue.ts";
import { incomingKey, parseIncomingKey } from "./photo-keys.ts";
import type { UploadsToValidate, ValidationRequest } from "./upload.ts";

/** Uploads that wait for their outcome. S3 sends them; the reconciler sends those again that a dead Lambda left. */
export class PhotoQueue implements UploadsToValidate {
  readonly #queue: MessageQueue<object>;

  constructor(sqs: SQSClient, url: string) {
    this.#queue = new MessageQueue(sqs, url);
  }

  sendAll(requests: readonly ValidationRequest[]): Promise<void> {
    return this.#queue.sendAll(
      requests.map(({ isGivenUp, ...name }) => ({
        Records: [{ s3: { object: { key: incomingKey(name) } } }],
        isGivenUp,
      })),
    );
  }

  depth(): Promise<number> {
    return this.#queue.depth();
  }
}

/** The fields of S3's messages that we read («Event message structure», Amazon S3 User Guide), our own mark, and S3's test message. */
const message = z.union([
  z.object({
    Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })),
    isGivenUp: z.boolean().default(false),
  }),
  z
    .object({ Event: z.literal("s3:TestEvent") })
    .transform(() => ({ Records: [], isGivenUp: false })),
]);

/** The uploads of a message: those of an S3 event, or none for S3's test message. @throws when it is neither */
export function uploadsIn(messageBody: string): ValidationRequest[] {
  const { Records, isGivenUp } = message.parse(JSON.parse(messageBody));
  return Records.flatMap(({ s3 }) => {
    // S3 writes keys as in a form: blanks as "+", the rest percent-encoded.
    const key = decodeURIComponent(s3.object.key.replaceAll("+", " "));
    const name = parseIncomingKey(key);
    return name ? [{ ...name, isGivenUp }] : [];
  });
}
