import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { AwsError, type Caller } from "../kernel/service.ts";
import type { SignatureChain } from "./aws-chunked.ts";
import { invalidArgument } from "./s3-errors.ts";

/** A request in path style: /bucket/key?query. */
export interface S3Request {
  /** x-amz-request-id of the answer and of the events it causes. */
  readonly id: string;
  readonly incoming: IncomingMessage;
  readonly method: string;
  /** Empty for a call to the service itself. */
  readonly bucket: string;
  /** Empty for a call to a bucket. */
  readonly key: string;
  readonly query: URLSearchParams;
  /** Names in lower case; with the x-amz-… parameters of the query, which presigned calls carry there. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** A request whose signature holds. */
export interface SignedRequest extends S3Request {
  readonly caller: Caller;
  /** What the signer says of the body: a SHA-256 in hex, UNSIGNED-PAYLOAD or STREAMING-…. */
  readonly payload: string;
  /** What the signatures of the body's chunks continue. */
  readonly chain?: SignatureChain;
}

/** What names an object. */
export interface ObjectAddress {
  readonly bucket: string;
  readonly key: string;
}

const signatureParameters =
  /^x-amz-(?:algorithm|content-sha256|credential|date|expires|security-token|signature|signedheaders)$/i;
/** S3 reads a checksum of the body from headers and trailers only; the SDK's presigner signs that of an empty body. */
const unreadInQuery = /^x-amz-(?:sdk-checksum-algorithm|checksum-(?!mode$|algorithm$|type$))/i;
const keyLimitBytes = 1024;

/** @throws AwsError InvalidURI, KeyTooLongError */
export function readRequest(incoming: IncomingMessage): S3Request {
  const [path = "/", rawQuery = ""] = (incoming.url ?? "/").split(/\?(.*)/s);
  const query = new URLSearchParams(rawQuery.replaceAll("+", "%2B"));
  const [, bucket = "", key = ""] = /^\/([^/]*)\/?(.*)$/s.exec(decodePath(path)) ?? [];
  checkKey(key);
  return {
    id: randomBytes(8).toString("hex").toUpperCase(),
    incoming,
    method: incoming.method ?? "GET",
    bucket,
    key,
    query,
    headers: { ...headersInQuery(query), ...plainHeaders(incoming) },
  };
}

/** True for a query parameter that only says who signed. */
export function isSignatureParameter(name: string): boolean {
  return signatureParameters.test(name);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new AwsError("InvalidURI", "Couldn't parse the specified URI.");
  }
}

/** @throws AwsError KeyTooLongError, InvalidArgument (control characters the index keeps for itself) */
export function checkKey(key: string): void {
  const size = Buffer.byteLength(key);
  if (size > keyLimitBytes) {
    throw new AwsError("KeyTooLongError", "Your key is too long", {
      extra: { Size: size, MaxSizeAllowed: keyLimitBytes },
    });
  }
  if (key.includes("\u0000")) throw invalidArgument("The key holds a NUL character.", "key", "");
}

function headersInQuery(query: URLSearchParams): Record<string, string> {
  const entries = [...query].filter(
    ([name]) => /^x-amz-/i.test(name) && !isSignatureParameter(name) && !unreadInQuery.test(name),
  );
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value]));
}

function plainHeaders({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value ?? ""].flat().join(",")]),
  );
}
