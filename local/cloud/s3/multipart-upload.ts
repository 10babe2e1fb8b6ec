import { randomBytes } from "node:crypto";
import {
  type Checksum,
  type ChecksumAlgorithm,
  checksumAlgorithm,
  checksumElement,
  checksumHeader,
} from "./checksums.ts";
import { authorizeKey } from "./encryption.ts";
import { listParameters } from "./list-page.ts";
import { writeHeaders } from "./object-headers.ts";
import type { Upload } from "./object-index.ts";
import { authorizeBucket, authorizeObject, type Operation } from "./operation.ts";
import { prepareWrite } from "./put-object.ts";
import { receiveFile } from "./request-body.ts";
import { type Answer, xmlAnswer } from "./s3-answer.ts";
import { invalidArgument, invalidRequest } from "./s3-errors.ts";
import type { SignedRequest } from "./s3-request.ts";
import type { S3State } from "./s3-state.ts";

const partLimit = 10_000;
const algorithmHeader = "x-amz-checksum-algorithm";
const typeHeader = "x-amz-checksum-type";

export const createMultipartUpload: Operation = {
  name: "CreateMultipartUpload",
  method: "POST",
  on: "object",
  selector: "uploads",
  headers: [...writeHeaders, algorithmHeader, typeHeader],
  run: create,
};

export const uploadPart: Operation = {
  name: "UploadPart",
  method: "PUT",
  on: "object",
  selector: "uploadId",
  query: ["partNumber"],
  run: receivePart,
};

export const abortMultipartUpload: Operation = {
  name: "AbortMultipartUpload",
  method: "DELETE",
  on: "object",
  selector: "uploadId",
  run: (state, request) => {
    authorizeObject(state, request, "AbortMultipartUpload", request);
    const { id } = uploadOf(state, request);
    const parts = state.context.store.transaction(() => state.index.removeUpload(id));
    state.files.discard(...parts.map(({ file }) => file));
    return { status: 204 };
  },
};

export const listParts: Operation = {
  name: "ListParts",
  method: "GET",
  on: "object",
  selector: "uploadId",
  query: ["max-parts", "part-number-marker", "encoding-type"],
  run: partsPage,
};

export const listMultipartUploads: Operation = {
  name: "ListMultipartUploads",
  method: "GET",
  on: "bucket",
  selector: "uploads",
  query: ["prefix", "encoding-type", "max-uploads"],
  run: uploadsPage,
};

/** The upload a request names. @throws AwsError NoSuchUpload */
export function uploadOf({ index }: S3State, request: SignedRequest): Upload {
  return index.upload(request.query.get("uploadId") ?? "", request);
}

function create(state: S3State, request: SignedRequest): Answer {
  const { bucket, key, headers } = request;
  const written = prepareWrite(state, request, request);
  const name = headers[algorithmHeader];
  const algorithm = name === undefined ? undefined : checksumAlgorithm(name);
  const checksumType = readType(headers[typeHeader], algorithm);
  const upload: Upload = {
    id: randomBytes(24).toString("hex"),
    bucket,
    key,
    ...written,
    checksumType,
    startedAt: state.context.clock.millis(),
    ...(algorithm ? { algorithm } : {}),
  };
  state.index.saveUpload(upload);
  return xmlAnswer(
    "InitiateMultipartUploadResult",
    { Bucket: bucket, Key: key, UploadId: upload.id },
    algorithm ? { [algorithmHeader]: algorithm, [typeHeader]: checksumType } : {},
  );
}

/** A CRC can be of the whole; a hash of a large object can only be of its parts' hashes. */
function readType(
  type: string | undefined,
  algorithm: ChecksumAlgorithm | undefined,
): Checksum["type"] {
  if (algorithm === undefined || algorithm === "CRC64NVME") {
    if (type === "COMPOSITE") {
      throw invalidRequest(
        "The COMPOSITE checksum type cannot be used with the CRC64NVME algorithm.",
      );
    }
    return "FULL_OBJECT";
  }
  if (type === undefined || type === "COMPOSITE") return "COMPOSITE";
  if (type !== "FULL_OBJECT") throw invalidArgument("Unknown checksum type.", typeHeader, type);
  if (!algorithm.startsWith("CRC")) {
    throw invalidRequest(
      `The FULL_OBJECT checksum type cannot be used with the ${algorithm} checksum algorithm.`,
    );
  }
  return type;
}

async function receivePart(state: S3State, request: SignedRequest): Promise<Answer> {
  const { index, files, context } = state;
  authorizeObject(state, request, "PutObject", request);
  const number = partNumber(request);
  const { id, algorithm, headers } = uploadOf(state, request);
  authorizeKey(state, request.caller, "kms:GenerateDataKey", headers);
  const { file, digests, checksum } = await receiveFile(request, files, algorithm);
  const etag = digests.of("MD5").toString("hex");
  try {
    const replaced = context.store.transaction(() => {
      // It may have been completed or aborted meanwhile.
      uploadOf(state, request);
      files.keep(file);
      return index.savePart(id, {
        number,
        file,
        size: digests.size,
        etag,
        checksum,
        modifiedAt: context.clock.millis(),
      });
    });
    if (replaced) files.discard(replaced.file);
  } catch (error) {
    files.discard(file);
    throw error;
  }
  return {
    status: 200,
    headers: { etag: `"${etag}"`, [checksumHeader(checksum.algorithm)]: checksum.value },
  };
}

function partNumber({ query }: SignedRequest): number {
  const text = query.get("partNumber") ?? "";
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= partLimit) return number;
  throw invalidArgument(
    "Part number must be an integer between 1 and 10000, inclusive",
    "partNumber",
    text,
  );
}

function partsPage(state: S3State, request: SignedRequest): Answer {
  authorizeObject(state, request, "ListMultipartUploadParts", request);
  const upload = uploadOf(state, request);
  const { limit } = listParameters(request.query, "max-parts");
  const marker = Number(request.query.get("part-number-marker") ?? 0);
  const parts = state.index.parts(upload.id).filter(({ number }) => number > marker);
  const page = parts.slice(0, limit);
  const isTruncated = parts.length > page.length;
  return xmlAnswer("ListPartsResult", {
    Bucket: upload.bucket,
    Key: upload.key,
    UploadId: upload.id,
    PartNumberMarker: marker,
    NextPartNumberMarker: isTruncated ? page.at(-1)?.number : undefined,
    MaxParts: limit,
    IsTruncated: isTruncated,
    ChecksumAlgorithm: upload.algorithm,
    ChecksumType: upload.algorithm && upload.checksumType,
    Part: page.map(({ number, modifiedAt, etag, size, checksum }) => ({
      PartNumber: number,
      LastModified: new Date(modifiedAt).toISOString(),
      ETag: `"${etag}"`,
      Size: size,
      [checksumElement(checksum.algorithm)]: checksum.value,
    })),
    StorageClass: upload.headers["x-amz-storage-class"] ?? "STANDARD",
  });
}

function uploadsPage(state: S3State, request: SignedRequest): Answer {
  authorizeBucket(state, request, "ListBucketMultipartUploads");
  state.index.bucket(request.bucket);
  const { prefix, limit, encoding, encode } = listParameters(request.query, "max-uploads");
  const uploads = state.index.uploads(request.bucket).filter(({ key }) => key.startsWith(prefix));
  if (uploads.length > limit) {
    throw invalidRequest(`Lists of more than ${limit} uploads are beyond the embedded cloud.`);
  }
  return xmlAnswer("ListMultipartUploadsResult", {
    Bucket: request.bucket,
    Prefix: encode(prefix),
    EncodingType: encoding,
    MaxUploads: limit,
    IsTruncated: false,
    Upload: uploads.map(({ key, id, startedAt, headers, algorithm, checksumType }) => ({
      Key: encode(key),
      UploadId: id,
      Initiated: new Date(startedAt).toISOString(),
      StorageClass: headers["x-amz-storage-class"] ?? "STANDARD",
      ChecksumAlgorithm: algorithm,
      ChecksumType: algorithm && checksumType,
    })),
  });
}
