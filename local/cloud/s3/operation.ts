import { AwsError } from "../kernel/service.ts";
import type { EventCause } from "./event-record.ts";
import type { Answer } from "./s3-answer.ts";
import { accessDenied, noSuchKey } from "./s3-errors.ts";
import type { ObjectAddress, SignedRequest } from "./s3-request.ts";
import type { S3State } from "./s3-state.ts";

/** One API call: how it is recognised, what it understands, what it does. It authorises itself. */
export interface Operation {
  /** As the API reference names it. */
  readonly name: string;
  readonly method: "GET" | "HEAD" | "PUT" | "POST" | "DELETE";
  readonly on: "service" | "bucket" | "object";
  /** The query parameter, or header, that tells it from others of the same method. */
  readonly selector?: string;
  /** Further query parameters it understands. */
  readonly query?: readonly string[];
  /** The x-amz-… headers it understands; "*" at the end stands for any ending. */
  readonly headers?: readonly string[];
  readonly run: (state: S3State, request: SignedRequest) => Answer | Promise<Answer>;
}

type Conditions = Readonly<Record<string, string | string[]>>;

/** @throws AwsError AccessDenied */
export function authorizeBucket(
  { context }: S3State,
  { caller, bucket }: SignedRequest,
  action: string,
  conditions?: Conditions,
): void {
  context.authorize(caller, `s3:${action}`, `arn:aws:s3:::${bucket}`, conditions);
}

/** @throws AwsError AccessDenied */
export function authorizeObject(
  { context }: S3State,
  { caller }: Pick<SignedRequest, "caller">,
  action: string,
  { bucket, key }: ObjectAddress,
  conditions?: Conditions,
): void {
  context.authorize(caller, `s3:${action}`, `arn:aws:s3:::${bucket}/${key}`, conditions);
}

/**
 * Only callers who may list learn that a key is missing; to others S3 answers AccessDenied («GetObject», Amazon S3 API Reference). It does not say
 * what holds where they may list some keys only (s3:prefix): here they learn nothing, so that nobody relies on it.
 */
export function missingKey(
  { context }: S3State,
  { caller }: Pick<SignedRequest, "caller">,
  { bucket, key }: ObjectAddress,
): AwsError {
  try {
    context.authorize(caller, "s3:ListBucket", `arn:aws:s3:::${bucket}`);
    return noSuchKey(key);
  } catch (error) {
    if (error instanceof AwsError) return accessDenied();
    throw error;
  }
}

export function causeOf({ id, caller, incoming }: SignedRequest): EventCause {
  return {
    requestId: id,
    principalId: `AWS:${caller.accessKeyId}`,
    sourceIp: incoming.socket.remoteAddress ?? "127.0.0.1",
  };
}
