import { bucketConfigurations } from "./bucket-configuration.ts";
import { getBucketVersioning, putBucketVersioning } from "./bucket-versioning.ts";
import { createBucket, deleteBucket, headBucket, listBuckets } from "./buckets.ts";
import { checksumHeaders } from "./checksums.ts";
import { completeMultipartUpload } from "./complete-multipart-upload.ts";
import { deleteObject, deleteObjects } from "./delete-object.ts";
import { getObject, headObject } from "./get-object.ts";
import { listObjectsV2 } from "./list-objects.ts";
import { listObjectVersions } from "./list-versions.ts";
import {
  abortMultipartUpload,
  createMultipartUpload,
  listMultipartUploads,
  listParts,
  uploadPart,
} from "./multipart-upload.ts";
import { deleteObjectTagging, getObjectTagging, putObjectTagging } from "./object-tagging.ts";
import type { Operation } from "./operation.ts";
import { putObject } from "./put-object.ts";
import { notImplemented } from "./s3-errors.ts";
import { isSignatureParameter, type S3Request } from "./s3-request.ts";

/** Where two fit, one with a selector is meant. */
const operations: readonly Operation[] = [
  ...[listBuckets, createBucket, headBucket, deleteBucket],
  ...[getBucketVersioning, putBucketVersioning, ...bucketConfigurations],
  ...[listObjectsV2, listObjectVersions],
  ...[getObject, headObject, deleteObject, deleteObjects],
  // A copy is found as what is put or as a part, which do not know its header: it fails loudly.
  ...[uploadPart, putObject],
  ...[getObjectTagging, putObjectTagging, deleteObjectTagging],
  ...[createMultipartUpload, completeMultipartUpload, abortMultipartUpload],
  ...[listParts, listMultipartUploads],
];

/** Headers that say how to read any request, or who sent it. */
const commonHeaders = new Set([
  ...["x-amz-content-sha256", "x-amz-date", "x-amz-security-token", "x-amz-user-agent"],
  ...["x-amz-decoded-content-length", "x-amz-trailer", "x-amz-sdk-checksum-algorithm"],
  ...["x-amz-expected-bucket-owner", ...checksumHeaders],
]);

/** The SDKs name the operation in it; it changes nothing. */
const operationName = "x-id";

/** @throws AwsError NotImplemented, naming what is not known */
export function findOperation(request: S3Request): Operation {
  const { method, bucket, key } = request;
  const on = key ? "object" : bucket ? "bucket" : "service";
  const fitting = operations.filter(
    (operation) => operation.method === method && operation.on === on,
  );
  const operation =
    fitting.find(({ selector }) => selector !== undefined && isSelected(request, selector)) ??
    fitting.find(({ selector }) => selector === undefined);
  const what = `${method} on a ${on}`;
  if (!operation) {
    const parameters = [...request.query.keys()].filter((name) => !isSignatureParameter(name));
    throw notImplemented(`${what} with ${parameters.join(", ") || "no parameter"}`);
  }
  checkParameters(operation, request);
  checkHeaders(operation, request);
  return operation;
}

function isSelected({ query, headers }: S3Request, selector: string): boolean {
  return query.has(selector) || (selector.startsWith("x-amz-") && headers[selector] !== undefined);
}

function checkParameters({ name, selector, query: known = [] }: Operation, { query }: S3Request) {
  const unknown = [...query.keys()].find(
    (parameter) =>
      parameter !== selector &&
      parameter !== operationName &&
      !known.includes(parameter) &&
      // Parameters that are headers, and the signature.
      !/^x-amz-/i.test(parameter),
  );
  if (unknown !== undefined) throw notImplemented(`the parameter ${unknown} of ${name}`);
}

function checkHeaders({ name, selector, headers: known = [] }: Operation, { headers }: S3Request) {
  const unknown = Object.keys(headers).find(
    (header) =>
      header.startsWith("x-amz-") &&
      header !== selector &&
      !commonHeaders.has(header) &&
      !known.some((pattern) => fits(pattern, header)),
  );
  if (unknown !== undefined) throw notImplemented(`the header ${unknown} of ${name}`);
}

function fits(pattern: string, header: string): boolean {
  return pattern.endsWith("*") ? header.startsWith(pattern.slice(0, -1)) : header === pattern;
}
