import { GetObjectCommand, NoSuchKey, type S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import * as z from "zod";
import { putNewObject } from "#shared/runtime/content-bucket.ts";
import type {
  EvidenceFiles,
  EvidenceForm,
  EvidenceName,
  EvidenceType,
  KeptName,
  StoredEvidence,
} from "./evidence.ts";
import { mostEvidenceBytes } from "./evidence-limits.ts";

type UploadName = Parameters<EvidenceFiles["readUpload"]>[0];

/** As for photos, which may be as large (decision 0074). */
const uploadSeconds = 600;
const linkSeconds = 60;
const endings: Readonly<Record<EvidenceType, string>> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
};

const storedObject = z.object({
  ContentType: z.enum(["application/pdf", "image/jpeg"]),
  Metadata: z.object({ salt: z.string() }),
});

/**
 * Files in S3: `uploads/` as they come, for a day; `evidence/` judged, never written over. Both under the person whom they are about.
 * `announced/` likewise, under the agency that attaches them to what it announces.
 */
export class EvidenceBucket implements EvidenceFiles {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  async uploadForm(name: UploadName): Promise<EvidenceForm> {
    return createPresignedPost(this.#s3, {
      Bucket: this.#bucket,
      Key: uploadKey(name),
      Expires: uploadSeconds,
      // The policy requires the key exactly as given here; only the size needs a condition.
      Conditions: [["content-length-range", 1, mostEvidenceBytes]],
    });
  }

  async readUpload(name: UploadName): Promise<Buffer | undefined> {
    return (await this.#get(uploadKey(name)))?.bytes;
  }

  /** The id is of the content: what is there already stays. */
  async put(name: KeptName, { type, salt, bytes }: StoredEvidence): Promise<void> {
    const place = { Bucket: this.#bucket, Key: fileKey(name) };
    await putNewObject(this.#s3, {
      ...{ ...place, Body: bytes, ContentType: type, Metadata: { salt } },
    });
  }

  async read(name: KeptName): Promise<StoredEvidence | undefined> {
    const found = await this.#get(fileKey(name)).catch((error: unknown) => {
      // Who reads what was announced may not list the bucket, and S3 hides from them that a key is not there («GetObject», Amazon S3 API Reference).
      if ("instansiId" in name && isDenied(error)) return undefined;
      throw error;
    });
    if (!found) return undefined;
    const { ContentType: type, Metadata } = storedObject.parse(found.answer);
    return { type, salt: Metadata.salt, bytes: found.bytes };
  }

  async link(name: EvidenceName, type: EvidenceType): Promise<string> {
    const command = new GetObjectCommand({
      ...{ Bucket: this.#bucket, Key: fileKey(name) },
      ResponseContentType: type,
      ResponseCacheControl: "private, no-store",
      ResponseContentDisposition: `attachment; filename="berkas-bukti.${endings[type]}"`,
    });
    return getSignedUrl(this.#s3, command, { expiresIn: linkSeconds });
  }

  async #get(Key: string) {
    try {
      const answer = await this.#s3.send(new GetObjectCommand({ Bucket: this.#bucket, Key }));
      return { answer, bytes: Buffer.from((await answer.Body?.transformToByteArray()) ?? []) };
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }
}

function isDenied(error: unknown): boolean {
  return error instanceof S3ServiceException && error.name === "AccessDenied";
}

function uploadKey({ employeeId, upload }: UploadName): string {
  return `uploads/${employeeId}/${upload}`;
}

function fileKey(name: KeptName): string {
  return "instansiId" in name
    ? `announced/${name.instansiId}/${name.file}`
    : `evidence/${name.employeeId}/${name.file}`;
}
