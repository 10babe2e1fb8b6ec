import type { S3Client } from "@aws-sdk/client-s3";
import { DayBucket } from "#shared/runtime/day-bucket.ts";
import type { PartOfPrint, PrintFiles } from "./prints.ts";

/** Files of many cards in S3, for a day. */
export class PrintBucket implements PrintFiles {
  readonly #files: DayBucket;

  constructor(s3: S3Client, bucket: string) {
    this.#files = new DayBucket(s3, bucket);
  }

  put(file: PartOfPrint, pdf: AsyncIterable<Uint8Array>): Promise<void> {
    return this.#files.put(keyOf(file), "application/pdf", pdf);
  }

  link(file: PartOfPrint, fileName: string): Promise<string> {
    return this.#files.link(keyOf(file), fileName);
  }
}

/** The first part is where the only file of a print was before there were parts. */
const keyOf = ({ printId, part }: PartOfPrint) =>
  part === 0 ? `prints/${printId}.pdf` : `prints/${printId}.${part + 1}.pdf`;
