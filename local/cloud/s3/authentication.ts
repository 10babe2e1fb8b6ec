import { AwsError, type CloudContext } from "../kernel/service.ts";
import { signingKey, verifySignature } from "../kernel/sigv4.ts";
import { type SignatureChain, signedChunks } from "./aws-chunked.ts";
import { accessDenied, invalidArgument, invalidRequest } from "./s3-errors.ts";
import type { S3Request, SignedRequest } from "./s3-request.ts";

const sevenDaysSeconds = 604_800;
const payloads = new Set([
  "UNSIGNED-PAYLOAD",
  "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
  signedChunks,
  `${signedChunks}-TRAILER`,
]);

/**
 * Checks who calls.
 * @throws AwsError AccessDenied for a call nobody signed: no bucket here is public
 */
export function authenticate(request: S3Request, context: CloudContext): SignedRequest {
  checkPresignedParameters(request);
  const { method = "GET", url = "/", headers } = request.incoming;
  const signature = verifySignature({ method, url, headers }, context);
  if (!signature) throw accessDenied();
  checkSignedHeaders(request);
  const payload = checkPayload(signature.payloadHash);
  const chain = payload.startsWith(signedChunks) ? signatureChain(request, context) : undefined;
  return {
    ...request,
    caller: { accessKeyId: signature.accessKeyId },
    payload,
    ...(chain ? { chain } : {}),
  };
}

function checkPresignedParameters({ query }: S3Request): void {
  if (!query.has("X-Amz-Signature")) return;
  const refuse = (message: string) => new AwsError("AuthorizationQueryParametersError", message);
  if (query.get("X-Amz-Algorithm") !== "AWS4-HMAC-SHA256") {
    throw refuse('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256"');
  }
  const seconds = Number(query.get("X-Amz-Expires") ?? Number.NaN);
  if (Number.isNaN(seconds)) throw refuse("X-Amz-Expires should be a number");
  if (seconds < 0) throw refuse("X-Amz-Expires must be non-negative");
  if (seconds > sevenDaysSeconds) {
    throw refuse("X-Amz-Expires must be less than a week (in seconds) that is 604800");
  }
}

/** Every header that S3 acts on must be signed. Otherwise, people could add headers to a presigned URL. */
function checkSignedHeaders({ incoming, query }: S3Request): void {
  const list =
    query.get("X-Amz-SignedHeaders") ??
    /SignedHeaders=([^,]+)/.exec(incoming.headers.authorization ?? "")?.[1] ??
    "";
  const signed = new Set(list.split(";"));
  const unsigned = Object.keys(incoming.headers).filter(
    (name) => (name === "host" || name.startsWith("x-amz-")) && !signed.has(name),
  );
  if (unsigned.length === 0) return;
  throw new AwsError(
    "AccessDenied",
    "There were headers present in the request which were not signed",
    { status: 403, extra: { HeadersNotSigned: unsigned.join(", ") } },
  );
}

function checkPayload(payload: string | undefined): string {
  if (!payload) {
    throw invalidRequest("Missing required header for this request: x-amz-content-sha256");
  }
  if (payloads.has(payload) || /^[\da-f]{64}$/.test(payload)) return payload;
  throw invalidArgument(
    "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.",
    "x-amz-content-sha256",
    payload,
  );
}

function signatureChain(
  { incoming }: S3Request,
  { secretOf }: CloudContext,
): SignatureChain | undefined {
  const { authorization = "", "x-amz-date": date } = incoming.headers;
  const match = /Credential=([^/]+)\/([^,]+),.*Signature=(\w+)/.exec(authorization);
  const [, accessKeyId = "", scope = "", seed = ""] = match ?? [];
  const secret = secretOf(accessKeyId);
  if (!secret) return undefined;
  const [day = "", region = "", service = ""] = scope.split("/");
  return { key: signingKey(secret, day, region, service), date: String(date), scope, seed };
}
