import { createHash } from "node:crypto";
import { AwsError } from "../kernel/service.ts";
import type { BodyFiles } from "./body-files.ts";
import {
  type Checksum,
  type ChecksumAlgorithm,
  checksumElement,
  checksumHeader,
  Digests,
  defaultAlgorithm,
} from "./checksums.ts";
import { writePrecondition } from "./conditions.ts";
import { uploadOf } from "./multipart-upload.ts";
import { describeWritten } from "./object-headers.ts";
import { addObject } from "./object-history.ts";
import type { Part, Upload } from "./object-index.ts";
import { authorizeObject, causeOf, type Operation } from "./operation.ts";
import { receiveText } from "./request-body.ts";
import { type Answer, xmlAnswer } from "./s3-answer.ts";
import { invalidRequest, malformedXml, noSuchUpload } from "./s3-errors.ts";
import type { SignedRequest } from "./s3-request.ts";
import type { S3State } from "./s3-state.ts";
import { childrenOf, readXml, textOf } from "./xml.ts";

/** AWS names no time; a client's retries are over long before. */
const rememberedMillis = 3_600_000;
const partMinimumBytes = 5 * 1024 ** 2;

export const completeMultipartUpload: Operation = {
  name: "CompleteMultipartUpload",
  method: "POST",
  on: "object",
  selector: "uploadId",
  headers: ["x-amz-checksum-type", "x-amz-mp-object-size"],
  run: complete,
};

/** Long: one write and its answer; each step needs what the one before found. */
async function complete(state: S3State, request: SignedRequest): Promise<Answer> {
  const { index, files, context } = state;
  const { bucket, key, headers } = request;
  authorizeObject(state, request, "PutObject", request);
  const document = await receiveList(request);
  const again = repeatedAnswer(state, request, document);
  if (again) return again;
  const upload = uploadOf(state, request);
  const parts = chooseParts(document, index.parts(upload.id));
  const precondition = writePrecondition(headers, key);

  const algorithm = upload.algorithm ?? defaultAlgorithm;
  const digests = new Digests([algorithm]);
  const file = await files.write(concatenate(files, parts), digests);
  const checksum =
    upload.checksumType === "COMPOSITE" ? composite(algorithm, parts) : digests.checksum(algorithm);
  try {
    checkClaims(headers, digests.size, checksum);
  } catch (error) {
    files.discard(file);
    throw error;
  }
  let spent: Part[] = [];
  const added = addObject(state, {
    bucket,
    key,
    eventName: "ObjectCreated:CompleteMultipartUpload",
    cause: causeOf(request),
    object: {
      file,
      size: digests.size,
      checksum,
      etag: etagOf(parts),
      headers: upload.headers,
      tags: upload.tags,
    },
    ...(precondition ? { precondition } : {}),
    alongside: () => {
      spent = takeParts(state, upload, parts);
    },
  });
  files.discard(...spent.map((part) => part.file));
  const { etag, ...described } = describeWritten(index.bucket(bucket), added);
  const answer = {
    Location: `${context.endpoint()}/${bucket}/${encodeURIComponent(key)}`,
    Bucket: bucket,
    Key: key,
    ETag: String(etag),
    [checksumElement(checksum.algorithm)]: checksum.value,
    ChecksumType: checksum.type,
  };
  const now = context.clock.millis();
  index.saveCompleted(
    upload.id,
    { bucket, key, at: now, etag: etagOf(parts), document: answer, headers: described },
    now - rememberedMillis,
  );
  return xmlAnswer("CompleteMultipartUploadResult", answer, described);
}

/**
 * "CompleteMultipartUpload": a client that lost the answer asks again. It gets the same answer if its list of parts is the same.
 */
function repeatedAnswer(
  { context, index }: S3State,
  request: SignedRequest,
  parts: readonly ListedPart[],
): Answer | undefined {
  const completed = index.completed(request.query.get("uploadId") ?? "", request);
  if (!completed || completed.etag !== etagOf(parts)) return undefined;
  if (context.clock.millis() - completed.at > rememberedMillis) return undefined;
  return xmlAnswer("CompleteMultipartUploadResult", completed.document, completed.headers);
}

interface ListedPart {
  readonly number: number;
  readonly etag: string;
  /** Checksums as "ChecksumCRC32" etc. */
  readonly texts: ReadonlyMap<string, string>;
}

/** SDKs send the checksum of the whole object in a header, which says nothing of this document. */
async function receiveList(request: SignedRequest): Promise<ListedPart[]> {
  const headers = Object.entries(request.headers).filter(
    ([name]) => !name.startsWith("x-amz-checksum-") && name !== "x-amz-sdk-checksum-algorithm",
  );
  const text = await receiveText({ ...request, headers: Object.fromEntries(headers) });
  const parts = childrenOf(readXml(text, "CompleteMultipartUpload"), "Part");
  if (parts.length === 0) throw malformedXml();
  return parts.map((part) => ({
    number: Number(textOf(part, "PartNumber")),
    etag: textOf(part, "ETag")?.replaceAll('"', "") ?? "",
    texts: new Map(part.children.map((child) => [child.name, child.text])),
  }));
}

/** @throws AwsError InvalidPartOrder, InvalidPart, EntityTooSmall */
function chooseParts(listed: readonly ListedPart[], uploaded: readonly Part[]): Part[] {
  if (listed.some(({ number }, at) => number <= (listed[at - 1]?.number ?? 0))) {
    throw new AwsError(
      "InvalidPartOrder",
      "The list of parts was not in ascending order. Parts must be ordered by part number.",
    );
  }
  const byNumber = new Map(uploaded.map((part) => [part.number, part]));
  const parts = listed.map(({ number, etag, texts }) => {
    const part = byNumber.get(number);
    if (part?.etag !== etag) throw invalidPart(number, etag);
    const { algorithm, value } = part.checksum;
    if ((texts.get(checksumElement(algorithm)) ?? value) !== value) throw invalidPart(number, etag);
    return part;
  });
  const small = parts.slice(0, -1).find(({ size }) => size < partMinimumBytes);
  if (small) {
    throw new AwsError(
      "EntityTooSmall",
      "Your proposed upload is smaller than the minimum allowed size",
      {
        extra: {
          ProposedSize: small.size,
          MinSizeAllowed: partMinimumBytes,
          PartNumber: small.number,
        },
      },
    );
  }
  return parts;
}

/** While the parts were joined, another call may have completed, aborted or changed the upload. */
function takeParts(
  { index }: S3State,
  { id, bucket, key }: Upload,
  parts: readonly Part[],
): Part[] {
  index.upload(id, { bucket, key });
  const spent = index.removeUpload(id);
  const files = new Set(spent.map(({ file }) => file));
  if (!parts.every(({ file }) => files.has(file))) throw noSuchUpload(id);
  return spent;
}

async function* concatenate(files: BodyFiles, parts: readonly Part[]): AsyncGenerator<Buffer> {
  for (const { file } of parts) {
    const bytes: AsyncIterable<Buffer> = files.read(file);
    yield* bytes;
  }
}

function etagOf(parts: readonly { readonly etag: string }[]): string {
  const hash = createHash("md5");
  for (const { etag } of parts) hash.update(etag, "hex");
  return `${hash.digest("hex")}-${parts.length}`;
}

/** The checksum of the parts' checksums. */
function composite(algorithm: ChecksumAlgorithm, parts: readonly Part[]): Checksum {
  const digests = new Digests([algorithm]);
  for (const { checksum } of parts) digests.update(Buffer.from(checksum.value, "base64"));
  const { value } = digests.checksum(algorithm);
  return { algorithm, value: `${value}-${parts.length}`, type: "COMPOSITE" };
}

function checkClaims(
  headers: SignedRequest["headers"],
  size: number,
  { algorithm, value, type }: Checksum,
): void {
  const claimedSize = headers["x-amz-mp-object-size"];
  if (claimedSize !== undefined && Number(claimedSize) !== size) {
    throw invalidRequest(
      `The provided 'x-amz-mp-object-size' header value ${claimedSize} does not match what was computed: ${size}`,
    );
  }
  const claimedType = headers["x-amz-checksum-type"];
  if (claimedType !== undefined && claimedType !== type) {
    throw invalidRequest(
      `The upload was created using the ${type} checksum mode. The complete request must use the same checksum mode.`,
    );
  }
  const claim = headers[checksumHeader(algorithm)];
  if (claim !== undefined && claim !== value && `${claim}-` !== value.replace(/\d+$/, "")) {
    throw new AwsError(
      "BadDigest",
      `The ${algorithm} you specified did not match the calculated checksum.`,
    );
  }
}

function invalidPart(number: number, etag: string): AwsError {
  return new AwsError(
    "InvalidPart",
    "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
    { extra: { PartNumber: number, ETag: etag } },
  );
}
