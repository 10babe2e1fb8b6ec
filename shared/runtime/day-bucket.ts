import { Readable } from "node:stream";
import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";

/** The least size that S3 takes for a part that is not the last, bytes. Only one part is in memory, however large the file is. */
const partSize = 5 * 1024 * 1024;
const linkSeconds = 60;

/** Files in S3 that are made for one person and live for a day. */
export class DayBucket {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  /**
   * Stores a file while it is being written. Afterwards there is either all of it, or what was there before.
   * @throws what `pieces` throws, with nothing stored
   */
  async put(key: string, type: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const upload = new Upload({
      client: this.#s3,
      params: {
        Bucket: this.#bucket,
        Key: key,
        Body: Readable.from(pieces, { highWaterMark: 1 }),
        ContentType: type,
      },
      partSize,
      queueSize: 1,
    });
    await upload.done();
  }

  /** A link to download it, valid for a minute. No cache keeps the file. */
  async link(key: string, fileName: string): Promise<string> {
    const command = new GetObjectCommand({
      Bucket: this.#bucket,
      Key: key,
      ResponseCacheControl: "private, no-store",
      ResponseContentDisposition: `attachment; filename="${fileName}"`,
    });
    return getSignedUrl(this.#s3, command, { expiresIn: linkSeconds });
  }
}
