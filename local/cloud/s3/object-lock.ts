/** The default retention of a bucket with object lock: a version cannot be deleted before its time. */

import {
  type Bucket,
  isDeleteMarker,
  type ObjectVersion,
  type Retention,
  type StoredObject,
} from "./object-index.ts";
import { accessDenied, invalidArgument, invalidRequest, malformedXml } from "./s3-errors.ts";
import type { S3Request } from "./s3-request.ts";
import { childOf, readXml, textOf } from "./xml.ts";

const dayMillis = 86_400_000;
const daysOfAYear = 365;

/** @throws AwsError MalformedXML, InvalidArgument */
export function readDefaultRetention(
  document: string,
): { mode: Retention["mode"]; milliseconds: number } | undefined {
  const root = readXml(document, "ObjectLockConfiguration");
  const rule = childOf(root, "Rule");
  if (!rule) return undefined;
  const retention = childOf(rule, "DefaultRetention");
  const mode = retention && textOf(retention, "Mode");
  if (!retention || (mode !== "GOVERNANCE" && mode !== "COMPLIANCE")) throw malformedXml();
  const days = Number(textOf(retention, "Days") ?? 0);
  const years = Number(textOf(retention, "Years") ?? 0);
  if (days > 0 === years > 0) {
    throw invalidArgument("Default retention period must be a positive integer value.", "Days", "");
  }
  return { mode, milliseconds: (days + years * daysOfAYear) * dayMillis };
}

export function defaultRetention(
  { configurations }: Bucket,
  now: number,
): Pick<StoredObject, "retention"> {
  const document = configurations["object-lock"];
  const retention = document && readDefaultRetention(document);
  if (!retention) return {};
  return { retention: { mode: retention.mode, until: now + retention.milliseconds } };
}

/**
 * «The Content-MD5 or x-amz-sdk-checksum-algorithm header is required for any request to upload an object with a retention period
 * configured using Amazon S3 Object Lock» («PutObject», Amazon S3 API Reference).
 * @throws AwsError InvalidRequest
 */
export function demandChecksum(bucket: Bucket, headers: S3Request["headers"]): void {
  const document = bucket.configurations["object-lock"];
  if (!document || !readDefaultRetention(document) || isIntegrityClaimed(headers)) return;
  throw invalidRequest(
    "Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters",
  );
}

/** Whether a digest of the body comes along, in a header or behind the body. */
export function isIntegrityClaimed(headers: S3Request["headers"]): boolean {
  return Object.keys(headers).some(
    (name) => name === "content-md5" || /^x-amz-(?:checksum-|trailer$)/.test(name),
  );
}

export function isRetained(version: ObjectVersion, now: number): boolean {
  return !isDeleteMarker(version) && (version.retention?.until ?? 0) > now;
}

/** @throws AwsError AccessDenied */
export function checkNotRetained(version: ObjectVersion, now: number): void {
  if (isRetained(version, now)) {
    throw accessDenied("Access Denied because object protected by object lock.");
  }
}

export function retentionHeaders({ retention }: StoredObject): Record<string, string> {
  if (!retention) return {};
  return {
    "x-amz-object-lock-mode": retention.mode,
    "x-amz-object-lock-retain-until-date": new Date(retention.until).toISOString(),
  };
}
