/** What a bucket tells EventBridge: «EventBridge event message structure», «Using EventBridge», Amazon S3 User Guide. */
import { randomUUID } from "node:crypto";
import type { S3EventRecord } from "./event-record.ts";

const reasons: Readonly<Record<string, string>> = {
  Put: "PutObject",
  Post: "POST Object",
  Copy: "CopyObject",
  CompleteMultipartUpload: "CompleteMultipartUpload",
};

/** @returns an event of the default bus. Unlike in a notification its key is not percent-encoded */
export function bridgeEvent(record: S3EventRecord, account: string): object {
  const { eventName, eventTime, awsRegion, s3, userIdentity, requestParameters } = record;
  const { bucket, object } = s3;
  const [kind = "", by = ""] = eventName.split(":");
  const wasMade = kind === "ObjectCreated";
  const deletion = by === "Delete" ? "Permanently Deleted" : "Delete Marker Created";
  const byCaller = kind === "ObjectRemoved" ? "DeleteObject" : "Lifecycle Expiration";
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": wasMade ? "Object Created" : "Object Deleted",
    source: "aws.s3",
    account,
    time: eventTime,
    region: awsRegion,
    resources: [bucket.arn],
    detail: {
      version: "0",
      bucket: { name: bucket.name },
      object: {
        key: decodeURIComponent(object.key.replaceAll("+", " ")),
        ...(object.size !== undefined && { size: object.size }),
        ...(object.eTag !== undefined && { etag: object.eTag }),
        ...(object.versionId !== undefined && { "version-id": object.versionId }),
        sequencer: object.sequencer,
      },
      "request-id": record.responseElements["x-amz-request-id"],
      requester: userIdentity.principalId,
      "source-ip-address": requestParameters.sourceIPAddress,
      reason: wasMade ? (reasons[by] ?? by) : byCaller,
      ...(!wasMade && { "deletion-type": deletion }),
    },
  };
}
