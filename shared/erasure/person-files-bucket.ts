import { DeleteObjectCommand, paginateListObjectsV2, type S3Client } from "@aws-sdk/client-s3";
import type { Id } from "#shared/runtime/ids.ts";
import type { ErasedPart } from "./erase-leavers.ts";

/** The files of one person in a bucket, in folders that are named after the id: "photos/emp_…/". */
export class PersonFilesBucket implements ErasedPart {
  readonly #s3: S3Client;
  readonly #bucket: string;
  readonly #folders: readonly string[];

  constructor(s3: S3Client, bucket: string, folders: readonly string[]) {
    this.#s3 = s3;
    this.#bucket = bucket;
    this.#folders = folders;
  }

  /** One file, in each of the folders. Deleting what is not there does nothing. */
  async delete({ person, file }: { readonly person: Id<"emp">; readonly file: string }) {
    for (const folder of this.#folders) {
      const Key = `${folder}/${person}/${file}`;
      await this.#s3.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key }));
    }
  }

  async erase(id: Id<"emp">): Promise<void> {
    for (const folder of this.#folders) {
      // With the last slash: an id that begins like this one is another person's.
      const Prefix = `${folder}/${id}/`;
      const pages = paginateListObjectsV2({ client: this.#s3 }, { Bucket: this.#bucket, Prefix });
      for await (const { Contents = [] } of pages)
        for (const { Key } of Contents)
          await this.#s3.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key }));
    }
  }
}
