import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  paginateListObjectsV2,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { putNewObject } from "#shared/runtime/content-bucket.ts";
import {
  type AcceptedPhoto,
  type ConfirmedPhoto,
  digestOf,
  type PhotoName,
  type Pictures,
} from "./photo-digest.ts";
import { type PhotoFiles, PhotoNotThere, PhotoReplaced } from "./photo-files.ts";
import {
  candidateKey,
  incomingFrom,
  incomingKey,
  parseIncomingKey,
  photoKey,
  previewKey,
  smallCandidateKey,
  smallPhotoKey,
} from "./photo-keys.ts";
import { maxPhotoBytes } from "./photo-limits.ts";
import type { UploadForm, WaitingUpload } from "./upload.ts";

/** Longer than 2 MB need over 50 kbit/s: nobody says that S3 looks at the beginning of an upload alone (decision 0074). */
const uploadSeconds = 600;
const linkSeconds = 60;

/**
 * The photos' way through S3: `incoming/` as uploaded, `candidates/` re-encoded and accepted (a week), `photos/` and
 * `small-photos/` confirmed, `previews/` how the card would look (nine days, or until an officer's request is over). All but the upload lie under keys that end in
 * the photo's digest, are never written over, and are compared with it when they are read.
 */
export class PhotoBucket implements PhotoFiles {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  async uploadForm(name: PhotoName): Promise<UploadForm> {
    return createPresignedPost(this.#s3, {
      Bucket: this.#bucket,
      Key: incomingKey(name),
      Expires: uploadSeconds,
      // The policy requires key and fields exactly as given here; only the size needs a condition.
      Fields: { "Content-Type": "image/png" },
      Conditions: [["content-length-range", 1, maxPhotoBytes]],
    });
  }

  async readIncoming(name: PhotoName): Promise<Buffer | undefined> {
    return this.#read(incomingKey(name));
  }

  async deleteIncoming(name: PhotoName): Promise<void> {
    await this.#s3.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: incomingKey(name) }));
  }

  async *incomingBefore(instant: Date, start: number): AsyncGenerator<WaitingUpload> {
    const from = incomingFrom(start);
    for await (const upload of this.#incoming(instant, from)) yield upload;
    for await (const upload of this.#incoming(instant, undefined)) {
      if (incomingKey(upload) > from) return;
      yield upload;
    }
  }

  async *#incoming(instant: Date, after: string | undefined): AsyncGenerator<WaitingUpload> {
    const pages = paginateListObjectsV2(
      { client: this.#s3 },
      { Bucket: this.#bucket, Prefix: "incoming/", StartAfter: after },
    );
    for await (const { Contents = [] } of pages)
      for (const { Key = "", LastModified } of Contents) {
        const name = parseIncomingKey(Key);
        if (name && LastModified && LastModified < instant)
          yield { ...name, uploadedAt: LastModified };
      }
  }

  async putCandidate(photo: AcceptedPhoto, { png, small }: Pictures): Promise<void> {
    await Promise.all([
      this.#put(candidateKey(photo), png, "image/png"),
      this.#put(smallCandidateKey(photo), small, "image/webp"),
    ]);
  }

  async keep(photo: AcceptedPhoto): Promise<void> {
    const { photoDigest, smallPhotoDigest } = photo;
    const [png, small] = await Promise.all([
      this.#readBound(candidateKey(photo), photoDigest),
      this.#readBound(smallCandidateKey(photo), smallPhotoDigest),
    ]);
    await Promise.all([
      this.#put(photoKey(photo), png, "image/png"),
      this.#put(smallPhotoKey(photo, smallPhotoDigest), small, "image/webp"),
    ]);
  }

  async read(photo: ConfirmedPhoto): Promise<Buffer> {
    return this.#readBound(photoKey(photo), photo.photoDigest);
  }

  async readAsAddress(photo: ConfirmedPhoto): Promise<string> {
    const { smallPhotoDigest } = photo;
    if (!smallPhotoDigest) return dataAddress("image/png", await this.read(photo));
    const small = await this.#readBound(smallPhotoKey(photo, smallPhotoDigest), smallPhotoDigest);
    return dataAddress("image/webp", small);
  }

  async putPreview(photo: AcceptedPhoto, face: string, png: Buffer): Promise<void> {
    await this.#put(previewKey(photo, face), png, "image/png");
  }

  async linkToPreview(photo: AcceptedPhoto, face: string): Promise<string> {
    const command = new GetObjectCommand({
      Bucket: this.#bucket,
      Key: previewKey(photo, face),
      ResponseCacheControl: "private, no-store",
    });
    return getSignedUrl(this.#s3, command, { expiresIn: linkSeconds });
  }

  async #put(key: string, body: Buffer, contentType: string): Promise<void> {
    const place = { Bucket: this.#bucket, Key: key };
    await putNewObject(this.#s3, { ...place, Body: body, ContentType: contentType });
  }

  async #readBound(key: string, digest: string | undefined): Promise<Buffer> {
    const bytes = await this.#read(key).catch((error: unknown) => {
      // Of who may not list the bucket S3 hides that a key is not there («GetObject», Amazon S3 API Reference).
      if (error instanceof S3ServiceException && error.name === "AccessDenied")
        throw new PhotoNotThere(key, { cause: error });
      throw error;
    });
    if (!bytes) throw new PhotoNotThere(key);
    if (digest !== undefined && digestOf(bytes) !== digest) throw new PhotoReplaced(key);
    return bytes;
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
}

function dataAddress(type: string, bytes: Buffer): string {
  return `data:${type};base64,${bytes.toString("base64")}`;
}
