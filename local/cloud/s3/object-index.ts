import type { Shelf, Store } from "../kernel/store.ts";
import type { Checksum, ChecksumAlgorithm } from "./checksums.ts";
import { noSuchBucket, noSuchUpload } from "./s3-errors.ts";
import type { ObjectAddress } from "./s3-request.ts";

export interface Bucket {
  readonly name: string;
  /** Milliseconds of the cloud's clock, as all times here. */
  readonly createdAt: number;
  /** Undefined until it is first enabled. */
  readonly versioning?: "Enabled" | "Suspended";
  /** Created with object lock: versions can be kept from deletion. */
  readonly objectLock: boolean;
  /** Documents of the configuration calls, as they were sent, by sub-resource ("cors", "lifecycle", …). */
  readonly configurations: Readonly<Record<string, string>>;
}

export interface Tag {
  readonly key: string;
  readonly value: string;
}

export interface StoredObject {
  /** "null" for one written while versioning was not enabled. */
  readonly versionId: string;
  readonly modifiedAt: number;
  /** Id of the body's file. */
  readonly file: string;
  readonly size: number;
  /** Without the quotes. */
  readonly etag: string;
  /** What a GET sends back: content-type, x-amz-meta-…, x-amz-server-side-encryption, … */
  readonly headers: Readonly<Record<string, string>>;
  readonly checksum: Checksum;
  readonly tags: readonly Tag[];
  readonly retention?: Retention;
}

/** Until when a version may not be deleted. */
export interface Retention {
  readonly mode: "GOVERNANCE" | "COMPLIANCE";
  readonly until: number;
}

export interface DeleteMarker {
  readonly versionId: string;
  readonly modifiedAt: number;
  readonly deleted: true;
}

export type ObjectVersion = StoredObject | DeleteMarker;

export interface Upload extends ObjectAddress {
  readonly id: string;
  readonly startedAt: number;
  readonly headers: StoredObject["headers"];
  readonly tags: readonly Tag[];
  /** Undefined when the client named none: S3 then computes its default over the whole. */
  readonly algorithm?: ChecksumAlgorithm;
  readonly checksumType: Checksum["type"];
}

/** What a completed upload was answered, for a client that did not hear it. */
export interface CompletedUpload extends ObjectAddress {
  readonly at: number;
  readonly etag: string;
  readonly document: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface Part {
  readonly number: number;
  readonly file: string;
  readonly size: number;
  readonly etag: string;
  readonly modifiedAt: number;
  readonly checksum: Checksum;
}

const batchSize = 500;
/** It sorts after everything that follows a prefix. */
const lastCharacter = "\u{10ffff}";

export function isDeleteMarker(version: ObjectVersion): version is DeleteMarker {
  return "deleted" in version;
}

/** The order of S3's lists: by the bytes of UTF-8, which is not that of JavaScript strings. */
export function compareKeys(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** The index: buckets, the versions of every key (newest first), uploads and their parts. */
export class ObjectIndex {
  readonly #buckets: Shelf<Bucket>;
  readonly #objects: Shelf<readonly ObjectVersion[]>;
  readonly #uploads: Shelf<Upload>;
  readonly #parts: Shelf<Part>;
  readonly #completed: Shelf<CompletedUpload>;

  constructor(store: Store) {
    this.#completed = store.shelf("s3-completed-uploads");
    this.#buckets = store.shelf("s3-buckets");
    this.#objects = store.shelf("s3-objects");
    this.#uploads = store.shelf("s3-uploads");
    this.#parts = store.shelf("s3-parts");
  }

  findBucket(name: string): Bucket | undefined {
    return this.#buckets.get(name);
  }

  /** @throws AwsError NoSuchBucket */
  bucket(name: string): Bucket {
    const bucket = this.#buckets.get(name);
    if (!bucket) throw noSuchBucket(name);
    return bucket;
  }

  buckets(): Bucket[] {
    return this.#buckets.range().map(([, bucket]) => bucket);
  }

  saveBucket(bucket: Bucket): void {
    this.#buckets.set(bucket.name, bucket);
  }

  removeBucket(name: string): void {
    this.#buckets.delete(name);
  }

  /** Newest first; empty when there is no such key. */
  versions({ bucket, key }: ObjectAddress): readonly ObjectVersion[] {
    return this.#objects.get(`${bucket}/${key}`) ?? [];
  }

  saveVersions({ bucket, key }: ObjectAddress, versions: readonly ObjectVersion[]): void {
    if (versions.length > 0) this.#objects.set(`${bucket}/${key}`, versions);
    else this.#objects.delete(`${bucket}/${key}`);
  }

  /** Every key of a bucket with its versions, in the order of the keys' UTF-8 bytes. */
  *entries(
    bucket: string,
    { prefix = "", from = "" }: { prefix?: string; from?: string } = {},
  ): Generator<{ key: string; versions: readonly ObjectVersion[] }> {
    const start = `${bucket}/`;
    let next = start + (compareKeys(from, prefix) > 0 ? from : prefix);
    for (;;) {
      const rows = this.#objects.range({
        from: next,
        to: start + prefix + lastCharacter,
        limit: batchSize,
      });
      for (const [path, versions] of rows) yield { key: path.slice(start.length), versions };
      const last = rows.at(-1)?.[0];
      if (rows.length < batchSize || last === undefined) return;
      // The smallest string behind the last one.
      next = `${last}\u0001`;
    }
  }

  /** @throws AwsError NoSuchUpload, also when the upload is of another key */
  upload(id: string, { bucket, key }: ObjectAddress): Upload {
    const upload = this.#uploads.get(id);
    if (upload?.bucket !== bucket || upload.key !== key) throw noSuchUpload(id);
    return upload;
  }

  /** Of one bucket by key, then by age. */
  uploads(bucket: string): Upload[] {
    return this.#uploads
      .range()
      .map(([, upload]) => upload)
      .filter((upload) => upload.bucket === bucket)
      .sort((a, b) => compareKeys(a.key, b.key) || a.startedAt - b.startedAt);
  }

  saveUpload(upload: Upload): void {
    this.#uploads.set(upload.id, upload);
  }

  /** @returns what an upload of this key was answered when it was completed */
  completed(id: string, { bucket, key }: ObjectAddress): CompletedUpload | undefined {
    const found = this.#completed.get(id);
    return found?.bucket === bucket && found.key === key ? found : undefined;
  }

  /** Remembers an answer, and forgets those older than `since`. */
  saveCompleted(id: string, upload: CompletedUpload, since: number): void {
    for (const [old, { at }] of this.#completed.range())
      if (at < since) this.#completed.delete(old);
    this.#completed.set(id, upload);
  }

  /** In the order of their numbers. */
  parts(uploadId: string): Part[] {
    return this.#parts.withPrefix(`${uploadId}/`).map(([, part]) => part);
  }

  /** @returns the part it replaces */
  savePart(uploadId: string, part: Part): Part | undefined {
    const row = partRow(uploadId, part.number);
    const replaced = this.#parts.get(row);
    this.#parts.set(row, part);
    return replaced;
  }

  /** Forgets an upload with its parts. @returns the parts, whose files nothing names any more */
  removeUpload(id: string): Part[] {
    const parts = this.parts(id);
    this.#uploads.delete(id);
    for (const { number } of parts) this.#parts.delete(partRow(id, number));
    return parts;
  }

  /** The ids of all files that objects and parts name. */
  files(): Set<string> {
    const objects = this.buckets().flatMap(({ name }) =>
      [...this.entries(name)].flatMap(({ versions }) => versions.flatMap(fileOf)),
    );
    return new Set([...objects, ...this.#parts.range().map(([, part]) => part.file)]);
  }
}

/** The file a version holds; a delete marker holds none. */
export function fileOf(version: ObjectVersion): string[] {
  return isDeleteMarker(version) ? [] : [version.file];
}

function partRow(uploadId: string, number: number): string {
  return `${uploadId}/${String(number).padStart(5, "0")}`;
}
