import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { PublishedKeys } from "./publish-keys.ts";

/** Where everybody finds the list of keys, below the site's address. It never moves: programs of others ask there. */
export const listPath = ".well-known/kartu-asn/kunci.json";

/** The published list of keys, beside the pages. */
export class KeyListBucket implements PublishedKeys {
  readonly #s3: S3Client;
  readonly #place: { readonly Bucket: string; readonly Key: string };

  /** @param bucket of the pages */
  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#place = { Bucket: bucket, Key: listPath };
  }

  async read(): Promise<string | undefined> {
    try {
      const { Body } = await this.#s3.send(new GetObjectCommand(this.#place));
      return await Body?.transformToString();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  async put(json: string): Promise<void> {
    await this.#s3.send(
      new PutObjectCommand({
        ...this.#place,
        Body: json,
        ContentType: "application/json",
        CacheControl: "public, max-age=3600",
      }),
    );
  }
}
