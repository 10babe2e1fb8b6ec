import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { EmployeeId, PhotoId } from "#shared/employee/employee.ts";
import { maxPhotoBytes } from "./photo-limits.ts";

/** Where a browser sends a photo: a form's address and fields (the file goes last). */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface PhotoName {
  readonly employeeId: EmployeeId;
  readonly photoId: PhotoId;
}

const uploadSeconds = 120;
const linkSeconds = 60;

/**
 * The photos' way through S3: `incoming/` as uploaded, `candidates/` re-encoded and accepted (a week),
 * `photos/` confirmed, `previews/` how the card would look (two days).
 */
export class PhotoBucket {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  /** A form that takes one PNG of at most 2 MB under one key, for two minutes. */
  async uploadForm(name: PhotoName): Promise<UploadForm> {
    return createPresignedPost(this.#s3, {
      Bucket: this.#bucket,
      Key: incomingKey(name),
      Expires: uploadSeconds,
      // The policy demands key and fields just as they are given here; only the size needs a condition of its own.
      Fields: { "Content-Type": "image/png" },
      Conditions: [["content-length-range", 1, maxPhotoBytes]],
    });
  }

  /** The upload as it came; undefined once it has been dealt with. */
  async readIncoming(name: PhotoName): Promise<Buffer | undefined> {
    return this.#read(incomingKey(name));
  }

  async deleteIncoming(name: PhotoName): Promise<void> {
    await this.#s3.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: incomingKey(name) }));
  }

  /** Uploads that have waited since before that instant. */
  async *incomingBefore(instant: Date): AsyncGenerator<PhotoName> {
    let next: string | undefined;
    do {
      const page = await this.#s3.send(
        new ListObjectsV2Command({
          Bucket: this.#bucket,
          Prefix: "incoming/",
          ContinuationToken: next,
        }),
      );
      for (const { Key = "", LastModified } of page.Contents ?? []) {
        const name = parseIncomingKey(Key);
        if (name && LastModified && LastModified < instant) yield name;
      }
      next = page.NextContinuationToken;
    } while (next);
  }

  async putCandidate(name: PhotoName, png: Buffer): Promise<void> {
    await this.#put(candidateKey(name), png);
  }

  /** Keeps an accepted candidate for good; a photo that is kept already stays. */
  async keep(name: PhotoName): Promise<void> {
    await this.#s3.send(
      new CopyObjectCommand({
        Bucket: this.#bucket,
        CopySource: `${this.#bucket}/${candidateKey(name)}`,
        Key: photoKey(name),
      }),
    );
  }

  /** A confirmed photo. @throws when it is not there, which only a lost object explains */
  async read(name: PhotoName): Promise<Buffer> {
    const photo = await this.#read(photoKey(name));
    if (!photo) throw new Error(`Photo ${name.photoId} is not in the bucket.`);
    return photo;
  }

  async putPreview(name: PhotoName, face: string, png: Buffer): Promise<void> {
    await this.#put(previewKey(name, face), png);
  }

  /** A link to a preview that lives for a minute. */
  async linkToPreview(name: PhotoName, face: string): Promise<string> {
    return this.#link(previewKey(name, face));
  }

  /** A link to a confirmed photo that lives for a minute. */
  async linkToPhoto(name: PhotoName): Promise<string> {
    return this.#link(photoKey(name));
  }

  async #put(key: string, png: Buffer): Promise<void> {
    await this.#s3.send(
      new PutObjectCommand({ Bucket: this.#bucket, Key: key, Body: png, ContentType: "image/png" }),
    );
  }

  async #read(key: string): Promise<Buffer | undefined> {
    try {
      const { Body } = await this.#s3.send(
        new GetObjectCommand({ Bucket: this.#bucket, Key: key }),
      );
      return Body && Buffer.from(await Body.transformToByteArray());
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  async #link(key: string): Promise<string> {
    const command = new GetObjectCommand({
      Bucket: this.#bucket,
      Key: key,
      ResponseCacheControl: "private, no-store",
    });
    return getSignedUrl(this.#s3, command, { expiresIn: linkSeconds });
  }
}

const incomingKey = ({ employeeId, photoId }: PhotoName) => `incoming/${employeeId}/${photoId}`;
const candidateKey = ({ employeeId, photoId }: PhotoName) =>
  `candidates/${employeeId}/${photoId}.png`;
const photoKey = ({ employeeId, photoId }: PhotoName) => `photos/${employeeId}/${photoId}.png`;
const previewKey = ({ employeeId, photoId }: PhotoName, face: string) =>
  `previews/${employeeId}/${photoId}/${face}.png`;

/** Whose upload a key of `incoming/` is; undefined for any other key. */
export function parseIncomingKey(key: string): PhotoName | undefined {
  const match = /^incoming\/(emp_[a-z0-9]+)\/(pho_[a-z0-9]+)$/.exec(key);
  return match ? { employeeId: match[1] as EmployeeId, photoId: match[2] as PhotoId } : undefined;
}
