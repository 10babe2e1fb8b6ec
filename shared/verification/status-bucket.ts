import {
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from "@aws-sdk/client-s3";
import { headBytes, statusPath, statusType } from "#shared/signed-qr/status-list.ts";
import type { StatusFiles } from "./publish-status.ts";

const folder = statusPath(0).slice(0, -1);

/** The status lists, beside the pages. */
export class StatusBucket implements StatusFiles {
  readonly #s3: S3Client;
  readonly #bucket: string;

  /** @param bucket of the pages */
  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  async publishedAt(): Promise<ReadonlyMap<number, Date>> {
    const found = new Map<number, Date>();
    const asked = { Bucket: this.#bucket, Prefix: folder };
    for await (const { Contents = [] } of paginateListObjectsV2({ client: this.#s3 }, asked))
      for (const { Key = "", LastModified } of Contents)
        if (LastModified) found.set(Number(Key.slice(folder.length)), LastModified);
    return found;
  }

  async headOf(part: number): Promise<Uint8Array> {
    const Range = `bytes=0-${headBytes - 1}`;
    const { Body } = await this.#s3.send(
      new GetObjectCommand({ Bucket: this.#bucket, Key: statusPath(part), Range }),
    );
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  }

  async put(part: number, bytes: Uint8Array): Promise<void> {
    await this.#s3.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: statusPath(part),
        Body: bytes,
        ContentType: statusType,
        CacheControl: "public, max-age=3600",
      }),
    );
  }
}
