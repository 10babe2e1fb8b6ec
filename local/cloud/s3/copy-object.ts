import type { AwsError } from "../kernel/service.ts";
import { checksumAlgorithm, checksumElement, Digests } from "./checksums.ts";
import { isUnchanged, writePrecondition } from "./conditions.ts";
import { authorizeKey } from "./encryption.ts";
import { findObject, versionCondition } from "./get-object.ts";
import { describeWritten, writeHeaders } from "./object-headers.ts";
import { addObject, shownVersion } from "./object-history.ts";
import type { StoredObject } from "./object-index.ts";
import { authorizeObject, causeOf, type Operation } from "./operation.ts";
import { prepareWrite } from "./put-object.ts";
import { type Answer, xmlAnswer } from "./s3-answer.ts";
import {
  accessDenied,
  invalidArgument,
  invalidRequest,
  notImplemented,
  preconditionFailed,
} from "./s3-errors.ts";
import type { ObjectAddress, SignedRequest } from "./s3-request.ts";
import type { S3State } from "./s3-state.ts";

export const copyObject: Operation = {
  name: "CopyObject",
  method: "PUT",
  on: "object",
  selector: "x-amz-copy-source",
  headers: [
    ...writeHeaders,
    "x-amz-checksum-algorithm",
    "x-amz-copy-source-if-match",
    "x-amz-copy-source-if-modified-since",
    "x-amz-copy-source-if-none-match",
    "x-amz-copy-source-if-unmodified-since",
    "x-amz-metadata-directive",
    "x-amz-source-expected-bucket-owner",
    "x-amz-tagging-directive",
  ],
  run: copy,
};

interface CopySource extends ObjectAddress {
  readonly versionId?: string;
}

async function copy(state: S3State, request: SignedRequest): Promise<Answer> {
  const { bucket, key, headers } = request;
  const from = copySource(headers["x-amz-copy-source"] ?? "");
  const replacesHeaders = isReplaced(headers, "x-amz-metadata-directive");
  checkOwner(state, headers["x-amz-source-expected-bucket-owner"]);
  const source = readSource(state, request, from);
  if (!replacesHeaders && isSame(from, request) && !changesStorage(headers)) {
    throw invalidRequest(
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    );
  }
  const given = prepareWrite(state, request, request);
  const { file, digests, algorithm } = await copyBody(state, request, source);
  const precondition = writePrecondition(headers, key);
  const added = addObject(state, {
    bucket,
    key,
    eventName: "ObjectCreated:Copy",
    cause: causeOf(request),
    object: {
      file,
      size: digests.size,
      etag: digests.of("MD5").toString("hex"),
      headers: replacesHeaders ? given.headers : mergeHeaders(source.headers, given.headers),
      checksum: digests.checksum(algorithm),
      tags: isReplaced(headers, "x-amz-tagging-directive") ? given.tags : source.tags,
    },
    ...(precondition ? { precondition } : {}),
  });
  return answer(state, request, added, from);
}

function answer(
  { index }: S3State,
  { bucket }: SignedRequest,
  added: StoredObject,
  from: CopySource,
): Answer {
  const { etag: _, ...described } = describeWritten(index.bucket(bucket), added);
  const source = index.bucket(from.bucket);
  const current = index.versions(from)[0];
  const sourceVersion = from.versionId ?? (current && shownVersion(source, current).versionId);
  return xmlAnswer(
    "CopyObjectResult",
    {
      ETag: `"${added.etag}"`,
      LastModified: new Date(added.modifiedAt).toISOString(),
      [checksumElement(added.checksum.algorithm)]: added.checksum.value,
      ChecksumType: added.checksum.type,
    },
    { ...described, "x-amz-copy-source-version-id": sourceVersion },
  );
}

/** The object to copy, once the caller may read it. */
function readSource(state: S3State, request: SignedRequest, from: CopySource): StoredObject {
  const { versionId } = from;
  const action = versionId === undefined ? "GetObject" : "GetObjectVersion";
  authorizeObject(state, request, action, from, versionCondition(versionId));
  state.index.bucket(from.bucket);
  const source = findObject(state, request, from, versionId);
  authorizeKey(state, request.caller, "kms:Decrypt", source.headers);
  if (source.tags.length > 0 && !isReplaced(request.headers, "x-amz-tagging-directive")) {
    const ofVersion = versionId === undefined ? "" : "Version";
    authorizeObject(state, request, `GetObject${ofVersion}Tagging`, from);
    authorizeObject(state, request, "PutObjectTagging", request);
  }
  if (isUnchanged(request.headers, source, "x-amz-copy-source-")) {
    throw preconditionFailed("x-amz-copy-source-If-None-Match");
  }
  return source;
}

async function copyBody({ files }: S3State, { headers }: SignedRequest, source: StoredObject) {
  const algorithm = checksumAlgorithm(
    headers["x-amz-checksum-algorithm"] ?? source.checksum.algorithm,
  );
  const digests = new Digests([algorithm]);
  const file = await files.write(files.read(source.file), digests);
  return { file, digests, algorithm };
}

/** The source's headers, under the encryption and the storage class of the copy. */
function mergeHeaders(source: StoredObject["headers"], given: StoredObject["headers"]) {
  const belongsToCopy = ([name]: [string, string]) =>
    name.startsWith("x-amz-server-side-encryption") || name === "x-amz-storage-class";
  return Object.fromEntries([
    ...Object.entries(source).filter((header) => !belongsToCopy(header)),
    ...Object.entries(given).filter(belongsToCopy),
  ]);
}

function copySource(header: string): CopySource {
  const [path = "", versionId] = header.split("?versionId=");
  if (path.startsWith("arn:")) throw notImplemented("a copy source that is an access point");
  const match = /^\/?([^/]+)\/(.+)$/s.exec(decode(path, header));
  if (!match) throw badSource(header);
  const [, bucket = "", key = ""] = match;
  return { bucket, key, ...(versionId === undefined ? {} : { versionId }) };
}

function decode(path: string, header: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw badSource(header);
  }
}

function badSource(header: string): AwsError {
  return invalidArgument(
    "Copy Source must mention the source bucket and key: sourcebucket/sourcekey",
    "x-amz-copy-source",
    header,
  );
}

function isReplaced(headers: SignedRequest["headers"], name: string): boolean {
  const directive = headers[name] ?? "COPY";
  if (directive === "COPY" || directive === "REPLACE") return directive === "REPLACE";
  throw invalidArgument(`Unknown ${name}.`, name, directive);
}

function isSame({ bucket, key, versionId }: CopySource, to: ObjectAddress): boolean {
  return bucket === to.bucket && key === to.key && versionId === undefined;
}

function changesStorage(headers: SignedRequest["headers"]): boolean {
  return "x-amz-storage-class" in headers || "x-amz-server-side-encryption" in headers;
}

function checkOwner({ context }: S3State, owner: string | undefined): void {
  if (owner !== undefined && owner !== context.account) throw accessDenied();
}
