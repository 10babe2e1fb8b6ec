import {
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import * as z from "zod";
import type { Seal, SealFile } from "./seal.ts";
import type { KeptSeal, Seals } from "./seals.ts";

const folder = "seals/";
/** More than a signed statement takes, which KMS limits to 4,096 bytes («Sign», AWS KMS API Reference). */
const headBytes = 8192;

const head = z.object({ text: z.string(), signature: z.string() });

/**
 * Seals in S3, each one file: its first line is the seal, each other one a leaf. One PutObject writes all of it, so a run that dies
 * leaves a whole seal or none. The bucket locks each version («Locking objects with Object Lock», Amazon S3 User Guide).
 */
export class SealBucket implements Seals {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  async ends(after?: string): Promise<string[]> {
    const ends: string[] = [];
    const StartAfter = after === undefined ? undefined : keyOf(after);
    const asked = { Bucket: this.#bucket, Prefix: folder, StartAfter };
    for await (const { Contents = [] } of paginateListObjectsV2({ client: this.#s3 }, asked))
      for (const { Key = "" } of Contents) ends.push(endOf(Key));
    return ends;
  }

  async head(to: string): Promise<Seal> {
    const [first = ""] = (await this.#read(to, `bytes=0-${headBytes - 1}`)).split("\n", 1);
    return head.parse(JSON.parse(first));
  }

  async read(to: string): Promise<SealFile> {
    const [first = "", ...lines] = (await this.#read(to)).split("\n");
    return { ...head.parse(JSON.parse(first)), lines };
  }

  async add(to: string, { text, signature, lines }: SealFile): Promise<boolean> {
    try {
      await this.#s3.send(
        new PutObjectCommand({
          Bucket: this.#bucket,
          Key: keyOf(to),
          Body: [JSON.stringify({ text, signature }), ...lines].join("\n"),
          ContentType: "application/jsonl",
          // «Prevent object overwrites with conditional writes», Amazon S3 User Guide.
          IfNoneMatch: "*",
          // A bucket with a default retention asks for a checksum («PutObject», Amazon S3 API Reference).
          ChecksumAlgorithm: "SHA256",
        }),
      );
      return true;
    } catch (error) {
      const isTaken = error instanceof S3ServiceException && taken.includes(error.name);
      if (isTaken) return false;
      throw error;
    }
  }

  async *kept(): AsyncGenerator<KeptSeal> {
    let last: KeptSeal | undefined;
    for await (const { key, isHidden } of this.#versions()) {
      const to = endOf(key);
      // Two things under one key are a seal and what was done to it.
      const isTouched = isHidden || last?.to === to;
      if (last && last.to !== to) yield last;
      last = { to, isTouched };
    }
    if (last) yield last;
  }

  /** By key, and of each key all that was ever written. */
  async *#versions(): AsyncGenerator<{ readonly key: string; readonly isHidden: boolean }> {
    let from: { readonly KeyMarker?: string; readonly VersionIdMarker?: string } = {};
    for (;;) {
      const asked = { Bucket: this.#bucket, Prefix: folder, ...from };
      const page = await this.#s3.send(new ListObjectVersionsCommand(asked));
      const hidden = (page.DeleteMarkers ?? []).map(({ Key: key = "" }) => ({
        key,
        isHidden: true,
      }));
      const there = (page.Versions ?? []).map(({ Key: key = "" }) => ({ key, isHidden: false }));
      yield* [...hidden, ...there].sort((a, b) => (a.key < b.key ? -1 : 1));
      const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page;
      if (KeyMarker === undefined) return;
      from = { KeyMarker, ...(VersionIdMarker === undefined ? {} : { VersionIdMarker }) };
    }
  }

  async #read(to: string, Range?: string): Promise<string> {
    const { Body } = await this.#s3.send(
      new GetObjectCommand({ Bucket: this.#bucket, Key: keyOf(to), Range }),
    );
    if (!Body) throw new Error("The seal has no body.");
    return await Body.transformToString();
  }
}

/**
 * Another run has it already. While another one writes it, S3 answers ConditionalRequestConflict and asks to try again («PutObject», Amazon
 * S3 API Reference): that is a failure, after which Lambda runs the job once more.
 */
const taken = ["PreconditionFailed"];

/** Names of objects should do without colons («Naming Amazon S3 objects», Amazon S3 User Guide); the order is that of the instants. */
const keyOf = (to: string) => `${folder}${to.replaceAll(":", "-")}.jsonl`;

function endOf(key: string): string {
  const [day = "", time = ""] = key.slice(folder.length, -".jsonl".length).split("T");
  return `${day}T${time.replaceAll("-", ":")}`;
}
