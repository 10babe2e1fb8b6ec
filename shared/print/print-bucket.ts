import { Readable } from "node:stream";
import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { PrintId } from "./print-id.ts";
import type { PrintFiles } from "./prints.ts";

/** The least size that S3 takes for a part that is not the last, bytes. Only one part is in memory, however large the file is. */
const partSize = 5 * 1024 * 1024;
const linkSeconds = 60;

/** Files of many cards in S3, for a day. */
export class PrintBucket implements PrintFiles {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  async put(printId: PrintId, pdf: AsyncIterable<Uint8Array>): Promise<void> {
    const upload = new Upload({
      client: this.#s3,
      params: {
        Bucket: this.#bucket,
        Key: keyOf(printId),
        Body: Readable.from(pdf, { highWaterMark: 1 }),
        ContentType: "application/pdf",
      },
      partSize,
      queueSize: 1,
    });
    await upload.done();
  }

  async link(printId: PrintId, fileName: string): Promise<string> {
    const command = new GetObjectCommand({
      Bucket: this.#bucket,
      Key: keyOf(printId),
      ResponseCacheControl: "private, no-store",
      ResponseContentDisposition: `attachment; filename="${fileName}"`,
    });
    return getSignedUrl(this.#s3, command, { expiresIn: linkSeconds });
  }
}

const keyOf = (printId: PrintId) => `prints/${printId}.pdf`;
