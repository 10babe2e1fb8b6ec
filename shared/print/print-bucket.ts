import type { S3Client } from "@aws-sdk/client-s3";
import { DayBucket } from "#shared/runtime/day-bucket.ts";
import type { PrintId } from "./print-id.ts";
import type { PrintFiles } from "./prints.ts";

/** Files of many cards in S3, for a day. */
export class PrintBucket implements PrintFiles {
  readonly #files: DayBucket;

  constructor(s3: S3Client, bucket: string) {
    this.#files = new DayBucket(s3, bucket);
  }

  put(printId: PrintId, pdf: AsyncIterable<Uint8Array>): Promise<void> {
    return this.#files.put(keyOf(printId), "application/pdf", pdf);
  }

  link(printId: PrintId, fileName: string): Promise<string> {
    return this.#files.link(keyOf(printId), fileName);
  }
}

const keyOf = (printId: PrintId) => `prints/${printId}.pdf`;
