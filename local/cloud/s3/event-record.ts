/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
import type { ObjectAddress } from "./s3-request.ts";

/** What a bucket tells about an object: the document a Lambda function or a queue receives. */
export interface S3Event {
  readonly Records: readonly S3EventRecord[];
}

export interface S3EventRecord {
  readonly eventVersion: "2.1";
  readonly eventSource: "aws:s3";
  readonly awsRegion: string;
  readonly eventTime: string;
  /** "ObjectCreated:Put" etc., without the "s3:" that the configuration has in front. */
  readonly eventName: string;
  readonly userIdentity: { readonly principalId: string };
  readonly requestParameters: { readonly sourceIPAddress: string };
  readonly responseElements: {
    readonly "x-amz-request-id": string;
    readonly "x-amz-id-2": string;
  };
  readonly s3: {
    readonly s3SchemaVersion: "1.0";
    readonly configurationId: string;
    readonly bucket: {
      readonly name: string;
      readonly ownerIdentity: { readonly principalId: string };
      readonly arn: string;
    };
    readonly object: {
      /** Percent-encoded, a space as "+". */
      readonly key: string;
      /** Bytes; absent when an object was removed, as eTag is. */
      readonly size?: number;
      readonly eTag?: string;
      readonly versionId?: string;
      /** Hexadecimal; of two events of one key the later has the greater. */
      readonly sequencer: string;
    };
  };
}

/** Who caused a change. */
export interface EventCause {
  readonly requestId: string;
  readonly principalId: string;
  readonly sourceIp: string;
}

export interface Happening extends ObjectAddress {
  readonly name: string;
  readonly cause: EventCause;
  readonly object: { readonly size?: number; readonly eTag?: string; readonly versionId?: string };
}

export function eventRecord(
  { name, bucket, key, object, cause }: Happening,
  {
    region,
    account,
    now,
    sequence,
  }: { region: string; account: string; now: Date; sequence: number },
): S3EventRecord {
  return {
    eventVersion: "2.1",
    eventSource: "aws:s3",
    awsRegion: region,
    eventTime: now.toISOString(),
    eventName: name,
    userIdentity: { principalId: cause.principalId },
    requestParameters: { sourceIPAddress: cause.sourceIp },
    responseElements: { "x-amz-request-id": cause.requestId, "x-amz-id-2": "embedded-cloud" },
    s3: {
      s3SchemaVersion: "1.0",
      configurationId: "embedded-cloud",
      bucket: {
        name: bucket,
        ownerIdentity: { principalId: account },
        arn: `arn:aws:s3:::${bucket}`,
      },
      object: {
        key: encodeKey(key),
        ...object,
        sequencer: sequence.toString(16).toUpperCase().padStart(16, "0"),
      },
    },
  };
}

/** As S3 writes keys in events and in lists with encoding-type=url: a slash stays, a space becomes "+". */
export function encodeKey(key: string): string {
  return encodeURIComponent(key)
    .replace(/[!'()]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%2F", "/")
    .replaceAll("%20", "+");
}
