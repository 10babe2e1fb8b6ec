/**
 * AWS Signature Version 4, the checking side.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { canonicalPath, canonicalQuery } from "./canonical-address.ts";
import { AwsError, type CloudContext } from "./service.ts";
import { isSignedBy } from "./sigv4a.ts";

/** The parts of a request that are signed. `url` is the raw request target. */
export interface SignedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Signature {
  readonly accessKeyId: string;
  /** Service name in the credential scope. */
  readonly service: string;
  /** What the caller says of the body: a SHA-256 in hex, UNSIGNED-PAYLOAD or STREAMING-…; undefined when unsaid. */
  readonly payloadHash: string | undefined;
}

interface Claim {
  credential: string;
  signedHeaders: string[];
  signature: string;
  date: string;
  payloadHash: string | undefined;
  presigned: boolean;
  /** Signature Version 4A: for a set of regions, which no part of the scope names. */
  isAsymmetric: boolean;
}

const fifteenMinutes = 900_000;

/**
 * Checks a request's signature, in its header or its query.
 * @param bodyHash SHA-256 of the body in hex, for services whose clients do not send x-amz-content-sha256
 * @returns who signed, or undefined when the request carries no signature
 * @throws AwsError in S3's words: SignatureDoesNotMatch, AuthorizationHeaderMalformed, InvalidAccessKeyId,
 *   RequestTimeTooSkewed, AccessDenied (expired). The JSON services have their own (json-service.ts).
 */
export function verifySignature(
  request: SignedRequest,
  { clock, region: here, secretOf }: Pick<CloudContext, "clock" | "region" | "secretOf">,
  bodyHash?: string,
): Signature | undefined {
  const [path = "", rawQuery = ""] = splitOnce(request.url, "?");
  const query = new URLSearchParams(rawQuery.replaceAll("+", "%2B"));
  const claim = readClaim(request.headers, query);
  if (!claim) return undefined;
  const { accessKeyId, day, region, service } = readScope(claim, here);
  checkTime(claim, query, clock.millis());
  const secret = secretOf(accessKeyId);
  if (!secret) {
    throw new AwsError(
      "InvalidAccessKeyId",
      "The AWS Access Key Id you provided does not exist in our records.",
      { status: 403 },
    );
  }
  const canonicalRequest = [
    request.method,
    canonicalPath(path, service),
    canonicalQuery(query),
    ...claim.signedHeaders.map((name) => `${name}:${headerText(request.headers[name])}`),
    "",
    claim.signedHeaders.join(";"),
    claim.payloadHash ?? bodyHash ?? sha256(""),
  ].join("\n");
  const signed = { accessKeyId, day, region, service, secret, canonicalRequest };
  if (!isSigned(claim, signed)) {
    throw new AwsError(
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.",
      { status: 403 },
    );
  }
  return { accessKeyId, service, payloadHash: claim.payloadHash };
}

interface Signed {
  readonly accessKeyId: string;
  readonly day: string;
  readonly region: string;
  readonly service: string;
  readonly secret: string;
  readonly canonicalRequest: string;
}

function isSigned(claim: Claim, { day, region, service, secret, ...signed }: Signed): boolean {
  if (claim.isAsymmetric) {
    const scope = `${day}/${service}/aws4_request`;
    return isSignedBy(secret, { ...claim, ...signed, scope });
  }
  const scope = `${day}/${region}/${service}/aws4_request`;
  const hash = sha256(signed.canonicalRequest);
  const toSign = ["AWS4-HMAC-SHA256", claim.date, scope, hash].join("\n");
  const expected = hmac(signingKey(secret, day, region, service), toSign).toString("hex");
  return equal(expected, claim.signature);
}

/**
 * The scope names the day of the request, this region and a service, and the host is signed: a signature is valid for one place
 * only. The service need not be compared, because endpoint.ts routes calls by it.
 */
function readScope(
  { credential, date, signedHeaders, presigned, isAsymmetric }: Claim,
  here: string,
): { accessKeyId: string; day: string; region: string; service: string } {
  const malformed = (what: string, extra = {}) =>
    presigned
      ? new AwsError(
          "AuthorizationQueryParametersError",
          `Error parsing the X-Amz-Credential parameter; ${what}`,
          { extra },
        )
      : new AwsError(
          "AuthorizationHeaderMalformed",
          `The authorization header is malformed; ${what}`,
          { extra },
        );
  const [accessKeyId = "", day = "", ...place] = credential.split("/");
  const [region = "", service = "", end, ...more] = isAsymmetric ? [here, ...place] : place;
  if (end !== "aws4_request" || more.length > 0) {
    throw malformed(
      'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".',
    );
  }
  if (day !== date.slice(0, 8)) {
    throw malformed(
      `Invalid credential date "${day}". This date is not the same as X-Amz-Date: "${date.slice(0, 8)}".`,
    );
  }
  if (region !== here) {
    throw malformed(`the region '${region}' is wrong; expecting '${here}'`, { Region: here });
  }
  if (!signedHeaders.includes("host")) {
    throw malformed("'Host' must be a 'SignedHeader' in the AWS Authorization.");
  }
  return { accessKeyId, day, region, service };
}

/** The service a request is signed for, read without checking anything; undefined when unsigned. */
export function signedService({
  url,
  headers,
}: Pick<SignedRequest, "url" | "headers">): string | undefined {
  const [, rawQuery = ""] = splitOnce(url, "?");
  return readClaim(headers, new URLSearchParams(rawQuery))?.credential.split("/").at(-2);
}

/** The key that signs for one day, region and service; presigned POST policies are signed with it too. */
export function signingKey(secret: string, day: string, region: string, service: string): Buffer {
  return hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), service), "aws4_request");
}

export function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function readClaim(headers: IncomingHttpHeaders, query: URLSearchParams): Claim | undefined {
  const signature = query.get("X-Amz-Signature");
  if (signature) {
    return {
      credential: query.get("X-Amz-Credential") ?? "",
      signedHeaders: (query.get("X-Amz-SignedHeaders") ?? "").split(";"),
      signature,
      date: query.get("X-Amz-Date") ?? "",
      payloadHash: query.get("X-Amz-Content-Sha256") ?? "UNSIGNED-PAYLOAD",
      presigned: true,
      isAsymmetric: false,
    };
  }
  const match =
    /^AWS4-(HMAC|ECDSA-P256)-SHA256 Credential=([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=(\w+)/.exec(
      headers.authorization ?? "",
    );
  if (!match) return undefined;
  const [, kind, credential = "", signedHeaders = "", sig = ""] = match;
  return {
    credential,
    signedHeaders: signedHeaders.split(";"),
    signature: sig,
    date: headerText(headers["x-amz-date"]),
    payloadHash: headers["x-amz-content-sha256"]?.toString(),
    presigned: false,
    isAsymmetric: kind === "ECDSA-P256",
  };
}

function checkTime({ date, presigned }: Claim, query: URLSearchParams, now: number): void {
  const signedAt = Date.parse(
    date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"),
  );
  const age = now - signedAt;
  if (presigned) {
    if (age < -fifteenMinutes) {
      throw new AwsError("AccessDenied", "Request is not valid yet", { status: 403 });
    }
    if (!(age <= Number(query.get("X-Amz-Expires")) * 1000)) {
      throw new AwsError("AccessDenied", "Request has expired", { status: 403 });
    }
    return;
  }
  if (!(Math.abs(age) <= fifteenMinutes)) {
    throw new AwsError(
      "RequestTimeTooSkewed",
      "The difference between the request time and the current time is too large.",
      { status: 403 },
    );
  }
}

function headerText(value: string | string[] | undefined): string {
  return [value ?? ""].flat().join(",").trim().replace(/\s+/g, " ");
}

function splitOnce(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
