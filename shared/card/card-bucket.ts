import {
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { type CardFile, contentType, fileName, isShared } from "./card-file.ts";
import { type Drawing, type Drawings, lookName } from "./drawn-card.ts";

const linkSeconds = 60;

/** Drawn cards in S3. The key names the content, so that nothing else ever overwrites it. */
export class CardBucket implements Drawings {
  readonly #s3: S3Client;
  readonly #bucket: string;
  /** Backs that were seen there: all cards of an agency ask for the same few. */
  readonly #shared = new Set<string>();

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  async has(drawing: Drawing, file: CardFile): Promise<boolean> {
    const place = this.#place(drawing, file);
    if (this.#shared.has(place.Key)) return true;
    try {
      await this.#s3.send(new HeadObjectCommand(place));
      if (isShared(file)) this.#shared.add(place.Key);
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  }

  async put(drawing: Drawing, file: CardFile, bytes: Buffer): Promise<void> {
    await this.#s3.send(
      new PutObjectCommand({
        ...this.#place(drawing, file),
        Body: bytes,
        ContentType: contentType(file),
      }),
    );
  }

  async read(drawing: Drawing, file: CardFile): Promise<Buffer> {
    const { Body } = await this.#s3.send(new GetObjectCommand(this.#place(drawing, file)));
    if (!Body) throw new Error("The file has no body.");
    return Buffer.from(await Body.transformToByteArray());
  }

  link(drawing: Drawing, file: CardFile, name: string): Promise<string> {
    const command = new GetObjectCommand({
      ...this.#place(drawing, file),
      ResponseCacheControl: "private, no-store",
      ResponseContentDisposition: `attachment; filename="${name}"`,
    });
    return getSignedUrl(this.#s3, command, { expiresIn: linkSeconds });
  }

  #place(drawing: Drawing, file: CardFile): { Bucket: string; Key: string } {
    const { employeeId, contentHash, backs } = drawing;
    const own = `cards/${employeeId}/${contentHash}/${lookName(drawing)}`;
    return { Bucket: this.#bucket, Key: `${isShared(file) ? backs : own}/${fileName(file)}` };
  }
}
