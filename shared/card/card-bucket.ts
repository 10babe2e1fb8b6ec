import {
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { DocumentName, Face } from "./card-content.ts";
import type { CardDocument, Drawing, Drawings, FaceImages } from "./drawn-card.ts";

const linkSeconds = 60;

/** Drawn cards in S3. The key names the content, so that nothing else ever overwrites it. */
export class CardBucket implements Drawings {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  async has(drawing: Drawing): Promise<boolean> {
    try {
      await this.#s3.send(
        new HeadObjectCommand({ Bucket: this.#bucket, Key: `${prefix(drawing)}/complete` }),
      );
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  }

  async put(
    drawing: Drawing,
    faces: readonly FaceImages[],
    documents: readonly CardDocument[],
  ): Promise<void> {
    const images = faces.flatMap(({ face, png, webp }) => [
      this.#put(`${prefix(drawing)}/${face}.png`, png, "image/png"),
      this.#put(`${prefix(drawing)}/${face}.webp`, webp, "image/webp"),
    ]);
    const prints = documents.map((document) =>
      this.#put(documentKey(drawing, document), document.pdf, "application/pdf"),
    );
    await Promise.all([...images, ...prints]);
    await this.#put(`${prefix(drawing)}/complete`, Buffer.alloc(0), "text/plain");
  }

  async read(drawing: Drawing, face: Face): Promise<Buffer> {
    const { Body } = await this.#s3.send(
      new GetObjectCommand({ Bucket: this.#bucket, Key: `${prefix(drawing)}/${face}.webp` }),
    );
    if (!Body) throw new Error("The face has no body.");
    return Buffer.from(await Body.transformToByteArray());
  }

  async link(drawing: Drawing, face: Face, fileName: string): Promise<string> {
    return this.#link(`${prefix(drawing)}/${face}.png`, fileName);
  }

  async linkToDocument(
    drawing: Drawing,
    document: DocumentName,
    fileName: string,
  ): Promise<string> {
    return this.#link(documentKey(drawing, document), fileName);
  }

  #link(key: string, fileName: string): Promise<string> {
    const command = new GetObjectCommand({
      Bucket: this.#bucket,
      Key: key,
      ResponseCacheControl: "private, no-store",
      ResponseContentDisposition: `attachment; filename="${fileName}"`,
    });
    return getSignedUrl(this.#s3, command, { expiresIn: linkSeconds });
  }

  async #put(key: string, body: Buffer, contentType: string): Promise<void> {
    await this.#s3.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: key,
        Body: body,
        ContentType: contentType,
      }),
    );
  }
}

function documentKey(drawing: Drawing, { shape, sheet }: DocumentName): string {
  return `${prefix(drawing)}/${shape}-${sheet}.pdf`;
}

function prefix({ employeeId, contentHash, templateVersion }: Drawing): string {
  return `cards/${employeeId}/${contentHash}/${templateVersion}`;
}
