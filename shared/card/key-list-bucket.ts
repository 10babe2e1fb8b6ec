import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import type { FoundList, PublishedKeys } from "./publish-keys.ts";

/** Where everybody finds the list of keys, below the site's address. It never moves: programs of others ask there. */
export const listPath = ".well-known/kartu-asn/kunci.json";

/** What a write with a condition is refused with when something else, or nothing, lies there («Prevent object overwrites with conditional writes», Amazon S3 User Guide). */
const otherLies = ["PreconditionFailed", "ConditionalRequestConflict", "NoSuchKey"];

/** The published list of keys, beside the pages. */
export class KeyListBucket implements PublishedKeys {
  readonly #s3: S3Client;
  readonly #place: { readonly Bucket: string; readonly Key: string };

  /** @param bucket of the pages */
  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#place = { Bucket: bucket, Key: listPath };
  }

  async read(): Promise<FoundList | undefined> {
    try {
      const { Body, ETag } = await this.#s3.send(new GetObjectCommand(this.#place));
      const json = await Body?.transformToString();
      return json === undefined || ETag === undefined ? undefined : { json, tag: ETag };
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  async put(json: string, found: FoundList | undefined): Promise<boolean> {
    try {
      await this.#s3.send(
        new PutObjectCommand({
          ...this.#place,
          ...(found ? { IfMatch: found.tag } : { IfNoneMatch: "*" }),
          Body: json,
          ContentType: "application/json",
          CacheControl: "public, max-age=3600",
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof S3ServiceException && otherLies.includes(error.name)) return false;
      throw error;
    }
  }
}
