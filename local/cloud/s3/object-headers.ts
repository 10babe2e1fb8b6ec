/** The headers an object is stored with and sent back with. */
import { AwsError } from "../kernel/service.ts";
import { type Checksum, checksumHeader } from "./checksums.ts";
import type { Bucket, StoredObject, Tag } from "./object-index.ts";
import { retentionHeaders } from "./object-lock.ts";
import { notImplemented } from "./s3-errors.ts";

const keptNames = [
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-type",
  "expires",
];
/** Classes whose objects are read like any other. */
const storageClasses = [
  ...["STANDARD", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER_IR"],
];
const metadataPrefix = "x-amz-meta-";
const metadataLimitBytes = 2048;

type Headers = Readonly<Record<string, string | undefined>>;

/** The x-amz-… headers that calls which write an object understand. */
export const writeHeaders = [
  `${metadataPrefix}*`,
  "x-amz-acl",
  "x-amz-storage-class",
  "x-amz-tagging",
  "x-amz-server-side-encryption",
  "x-amz-server-side-encryption-aws-kms-key-id",
  "x-amz-server-side-encryption-bucket-key-enabled",
] as const;

/** What of a write's headers stays with the object. @throws AwsError MetadataTooLarge, AccessControlListNotSupported */
export function objectHeaders(headers: Headers): Record<string, string> {
  checkAcl(headers["x-amz-acl"]);
  checkStorageClass(headers["x-amz-storage-class"]);
  const kept = Object.entries(headers).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      (keptNames.includes(entry[0]) || entry[0].startsWith(metadataPrefix)),
  );
  checkMetadata(kept.filter(([name]) => name.startsWith(metadataPrefix)));
  const { "content-encoding": encoding = "", ...others } = Object.fromEntries(kept);
  const contentEncoding = encoding
    .split(",")
    .map((coding) => coding.trim())
    .filter((coding) => coding && coding !== "aws-chunked")
    .join(",");
  const storageClass = headers["x-amz-storage-class"];
  return {
    "content-type": "binary/octet-stream",
    ...others,
    ...(contentEncoding ? { "content-encoding": contentEncoding } : {}),
    ...(storageClass && storageClass !== "STANDARD" ? { "x-amz-storage-class": storageClass } : {}),
  };
}

export function storageClassOf({ headers }: StoredObject): string {
  return headers["x-amz-storage-class"] ?? "STANDARD";
}

/** Everything a GET or HEAD says of an object but its length. */
export function describeObject(
  bucket: Bucket,
  object: StoredObject,
): Record<string, string | number | undefined> {
  return {
    ...object.headers,
    ...retentionHeaders(object),
    "accept-ranges": "bytes",
    etag: `"${object.etag}"`,
    "last-modified": new Date(object.modifiedAt).toUTCString(),
    "x-amz-version-id": bucket.versioning && object.versionId,
    "x-amz-tagging-count": object.tags.length || undefined,
  };
}

/** What the answer to a write says of the object. */
export function describeWritten(
  bucket: Bucket,
  { etag, headers, checksum, versionId }: StoredObject,
): Record<string, string | undefined> {
  const encryption = Object.entries(headers).filter(([name]) =>
    name.startsWith("x-amz-server-side-encryption"),
  );
  return {
    ...Object.fromEntries(encryption),
    ...describeChecksum(checksum),
    etag: `"${etag}"`,
    "x-amz-version-id": bucket.versioning && versionId,
  };
}

export function describeChecksum({ algorithm, value, type }: Checksum): Record<string, string> {
  return { [checksumHeader(algorithm)]: value, "x-amz-checksum-type": type };
}

/** The tags of an x-amz-tagging header: "a=1&b=2". */
export function tagsOfHeader(header = ""): Tag[] {
  return checkTags([...new URLSearchParams(header)].map(([key, value]) => ({ key, value })));
}

const tagLimit = 10;

/** @throws AwsError InvalidTag, BadRequest */
export function checkTags(tags: Tag[], limit = tagLimit): Tag[] {
  if (tags.length > limit) {
    throw new AwsError("BadRequest", `Object tags cannot be greater than ${limit}`);
  }
  if (new Set(tags.map(({ key }) => key)).size < tags.length) {
    throw new AwsError("InvalidTag", "Cannot provide multiple Tags with the same key");
  }
  for (const { key, value } of tags) {
    if (!key || key.length > 128)
      throw new AwsError("InvalidTag", "The TagKey you have provided is invalid");
    if (value.length > 256)
      throw new AwsError("InvalidTag", "The TagValue you have provided is invalid");
  }
  return tags;
}

function checkMetadata(metadata: [string, string][]): void {
  const size = metadata.reduce(
    (sum, [name, value]) => sum + name.length - metadataPrefix.length + value.length,
    0,
  );
  if (size <= metadataLimitBytes) return;
  throw new AwsError(
    "MetadataTooLarge",
    "Your metadata headers exceed the maximum allowed metadata size",
    { extra: { Size: size, MaxSizeAllowed: metadataLimitBytes } },
  );
}

/** Buckets own their objects (the default since 2023), so access control lists are off. */
function checkAcl(acl: string | undefined): void {
  if (acl === undefined || acl === "bucket-owner-full-control") return;
  throw new AwsError("AccessControlListNotSupported", "The bucket does not allow ACLs");
}

/** @throws AwsError NotImplemented for a class that is not read at once, or that S3 does not have */
export function checkStorageClass(name: string | undefined): void {
  if (name !== undefined && !storageClasses.includes(name)) {
    throw notImplemented(`the storage class ${name}`);
  }
}
