import { writePrecondition } from "./conditions.ts";
import { authorizeKey, encryptionHeaders } from "./encryption.ts";
import { describeWritten, objectHeaders, tagsOfHeader, writeHeaders } from "./object-headers.ts";
import { addObject } from "./object-history.ts";
import type { StoredObject } from "./object-index.ts";
import { demandChecksum } from "./object-lock.ts";
import { authorizeObject, causeOf, type Operation } from "./operation.ts";
import { receiveFile } from "./request-body.ts";
import type { Answer } from "./s3-answer.ts";
import type { ObjectAddress, S3Request, SignedRequest } from "./s3-request.ts";
import type { S3State } from "./s3-state.ts";

export const putObject: Operation = {
  name: "PutObject",
  method: "PUT",
  on: "object",
  headers: [...writeHeaders],
  run: put,
};

async function put(state: S3State, request: SignedRequest): Promise<Answer> {
  const { bucket: name, key, headers } = request;
  const { headers: stored, tags } = prepareWrite(state, request, request);
  demandChecksum(state.index.bucket(name), headers);
  const precondition = writePrecondition(headers, key);
  const { file, digests, checksum } = await receiveFile(request, state.files);
  const added = addObject(state, {
    bucket: name,
    key,
    eventName: "ObjectCreated:Put",
    cause: causeOf(request),
    object: {
      file,
      size: digests.size,
      etag: digests.of("MD5").toString("hex"),
      headers: stored,
      checksum,
      tags,
    },
    ...(precondition ? { precondition } : {}),
  });
  return { status: 200, headers: describeWritten(state.index.bucket(name), added) };
}

/**
 * Everything about a new object that its headers say, once the caller may write it.
 * @throws AwsError AccessDenied, NoSuchBucket, and what is wrong with a header
 */
export function prepareWrite(
  state: S3State,
  { caller, headers }: Pick<SignedRequest, "caller" | "headers">,
  address: ObjectAddress,
): Pick<StoredObject, "headers" | "tags"> {
  const tags = tagsOfHeader(headers["x-amz-tagging"]);
  const conditions = writeConditions(headers, tags);
  authorizeObject(state, { caller }, "PutObject", address, conditions);
  if (tags.length > 0) {
    authorizeObject(state, { caller }, "PutObjectTagging", address, conditions);
  }
  const bucket = state.index.bucket(address.bucket);
  const stored = { ...objectHeaders(headers), ...encryptionHeaders(headers, bucket) };
  authorizeKey(state, caller, "kms:GenerateDataKey", stored);
  return { headers: stored, tags };
}

const conditionHeaders = [
  "x-amz-acl",
  "x-amz-server-side-encryption",
  "x-amz-server-side-encryption-aws-kms-key-id",
  "x-amz-storage-class",
  "if-match",
  "if-none-match",
];

function writeConditions(
  headers: S3Request["headers"],
  tags: StoredObject["tags"],
): Record<string, string | string[]> {
  const given = conditionHeaders.flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[`s3:${name}`, value] as const];
  });
  return {
    ...Object.fromEntries(given),
    ...Object.fromEntries(tags.map(({ key, value }) => [`s3:RequestObjectTag/${key}`, value])),
    ...(tags.length > 0 ? { "s3:RequestObjectTagKeys": tags.map(({ key }) => key) } : {}),
  };
}
