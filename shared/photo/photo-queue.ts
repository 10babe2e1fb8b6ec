import type { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { MessageQueue } from "#shared/runtime/message-queue.ts";
import { objectKeysIn } from "#shared/runtime/s3-message.ts";
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

/** Our own mark on a message that has S3's form. */
const mark = z.object({ isGivenUp: z.boolean().default(false) });

/** The uploads of a message: those of an S3 event, or none for S3's test message. @throws when it is neither */
export function uploadsIn(messageBody: string): ValidationRequest[] {
  const keys = objectKeysIn(messageBody);
  const { isGivenUp } = mark.parse(JSON.parse(messageBody));
  return keys.flatMap((key) => {
    const name = parseIncomingKey(key);
    return name ? [{ ...name, isGivenUp }] : [];
  });
}
