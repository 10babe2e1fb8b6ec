import { openAsBlob } from "node:fs";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { ImportId } from "./import.ts";
import { appliedKey, markedKey, uploadKey } from "./import-keys.ts";
import type { FileForm, ImportFiles } from "./imports.ts";

/** Longer than 64 MB need over 200 kbit/s, an office's slow line (decision 0074). */
const uploadSeconds = 3600;
const linkSeconds = 60;
/** How the folders of files on the function's own disk begin. */
const folderName = "kartu-import-";
/** The longest that Lambda lets a function run («Lambda quotas»), milliseconds. */
const longestRunMs = 900_000;
/** The least size that S3 takes for a part that is not the last, bytes. */
const partSize = 5 * 1024 * 1024;

/**
 * Files in S3: `files/` as they were uploaded, `results/` what was found in them, `applied/` whose file back is
 * made anew. All are deleted after 30 days.
 */
export class ImportBucket implements ImportFiles {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  async uploadForm(id: ImportId, bytes: number): Promise<FileForm> {
    return createPresignedPost(this.#s3, {
      Bucket: this.#bucket,
      Key: uploadKey(id),
      Expires: uploadSeconds,
      // The policy requires the key exactly as given here; only the size needs a condition.
      Conditions: [["content-length-range", 1, bytes]],
    });
  }

  /**
   * The file waits on the function's own disk, takes no memory there and can be read twice. `/tmp` has 512 MB, is encrypted and is shared with
   * no other environment («Using larger ephemeral storage for AWS Lambda», AWS Compute Blog).
   */
  async withUpload<T>(id: ImportId, use: (file: Blob) => Promise<T>): Promise<T | undefined> {
    const content = await this.#get(uploadKey(id));
    if (!content) return undefined;
    const folder = await mkdtemp(join(tmpdir(), folderName));
    try {
      await clearLeftBehind(folder);
      const path = join(folder, "file");
      await writeFile(path, content.transformToWebStream());
      return await use(await openAsBlob(path));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async putUpload(id: ImportId, bytes: Uint8Array): Promise<void> {
    await this.#s3.send(
      new PutObjectCommand({ Bucket: this.#bucket, Key: uploadKey(id), Body: bytes }),
    );
  }

  async put(key: string, text: string): Promise<void> {
    await this.#s3.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: key,
        Body: text,
        ContentType: "application/json",
      }),
    );
  }

  async read(key: string): Promise<string | undefined> {
    const content = await this.#get(key);
    return content?.transformToString();
  }

  async nextKey(prefix: string, after: string | undefined): Promise<string | undefined> {
    const { Contents = [] } = await this.#s3.send(
      new ListObjectsV2Command({
        Bucket: this.#bucket,
        Prefix: prefix,
        MaxKeys: 1,
        ...(after !== undefined && { StartAfter: after }),
      }),
    );
    return Contents[0]?.Key;
  }

  async askMarked(id: ImportId): Promise<void> {
    await this.#s3.send(
      new PutObjectCommand({ Bucket: this.#bucket, Key: appliedKey(id), Body: "" }),
    );
  }

  async putMarked(folder: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const upload = new Upload({
      client: this.#s3,
      params: {
        Bucket: this.#bucket,
        Key: markedKey(folder),
        Body: Readable.from(bytes, { highWaterMark: 1 }),
        ContentType: "application/octet-stream",
      },
      partSize,
      queueSize: 1,
    });
    await upload.done();
  }

  async linkToMarked(folder: string, fileName: string): Promise<string> {
    const command = new GetObjectCommand({
      Bucket: this.#bucket,
      Key: markedKey(folder),
      ResponseCacheControl: "private, no-store",
      ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    });
    return getSignedUrl(this.#s3, command, { expiresIn: linkSeconds });
  }

  async #get(key: string) {
    try {
      const { Body } = await this.#s3.send(
        new GetObjectCommand({ Bucket: this.#bucket, Key: key }),
      );
      return Body;
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }
}

/**
 * Deletes what functions left that died or ran out of time. Their environment lives on, and "the Lambda reset does not clear the /tmp
 * directory" («Understanding the Lambda execution environment lifecycle»): some files of 64 MB would leave no room for the next one.
 * @param own a new folder: others are compared with it, because elsewhere than on Lambda they may be in use
 */
async function clearLeftBehind(own: string): Promise<void> {
  const now = (await stat(own)).mtimeMs;
  const names = await readdir(tmpdir());
  for (const name of names.filter((each) => each.startsWith(folderName))) {
    const path = join(tmpdir(), name);
    // Whose it is may have deleted it meanwhile.
    const found = await stat(path).catch(() => undefined);
    if (found && now - found.mtimeMs > longestRunMs)
      await rm(path, { recursive: true, force: true });
  }
}
