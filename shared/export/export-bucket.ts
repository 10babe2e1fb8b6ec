import type { S3Client } from "@aws-sdk/client-s3";
import type { SpreadsheetFormat } from "#shared/import/write-spreadsheet.ts";
import { DayBucket } from "#shared/runtime/day-bucket.ts";
import type { Export } from "./export.ts";
import type { ExportFiles } from "./exports.ts";

const types: Readonly<Record<SpreadsheetFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Files of lists in S3, for a day. */
export class ExportBucket implements ExportFiles {
  readonly #files: DayBucket;

  constructor(s3: S3Client, bucket: string) {
    this.#files = new DayBucket(s3, bucket);
  }

  put(item: Export, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    return this.#files.put(keyOf(item), types[item.format], pieces);
  }

  link(item: Export, fileName: string): Promise<string> {
    return this.#files.link(keyOf(item), fileName);
  }
}

const keyOf = ({ id, format }: Export) => `exports/${id}.${format}`;
