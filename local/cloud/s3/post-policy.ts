/**
 * The signed policy of a browser's upload.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
import { createHmac } from "node:crypto";
import { AwsError, type Caller, type CloudContext } from "../kernel/service.ts";
import { equal, signingKey } from "../kernel/sigv4.ts";
import { accessDenied, invalidArgument } from "./s3-errors.ts";

type Fields = ReadonlyMap<string, string>;

/** Sizes in bytes the file may have. */
export interface SizeRange {
  readonly minimum: number;
  readonly maximum: number;
}

interface Condition {
  readonly operator: "eq" | "starts-with";
  readonly field: string;
  readonly value: string;
  /** As the policy writes it, for the error. */
  readonly source: unknown;
}

const uncovered = new Set(["policy", "x-amz-signature", "file"]);
/** "ISO8601 GMT date format": https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html */
const expirationFormat = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
const signingAlgorithm = "AWS4-HMAC-SHA256";

/** @throws AwsError AccessDenied, InvalidArgument, InvalidAccessKeyId, SignatureDoesNotMatch */
export function verifyPolicySignature(fields: Fields, context: CloudContext): Caller {
  const policy = fields.get("policy");
  if (!policy) throw accessDenied();
  requireSignature(fields);
  const credential = fields.get("x-amz-credential") ?? "";
  const [accessKeyId = "", day = "", region = "", service = "", end] = credential.split("/");
  const isScopeRight =
    region === context.region &&
    service === "s3" &&
    end === "aws4_request" &&
    fields.get("x-amz-date")?.startsWith(`${day}T`);
  if (!isScopeRight || fields.get("x-amz-algorithm") !== signingAlgorithm) {
    throw invalidArgument(
      "The credential or algorithm is invalid.",
      "X-Amz-Credential",
      credential,
    );
  }
  const secret = context.secretOf(accessKeyId);
  if (!secret) {
    throw new AwsError(
      "InvalidAccessKeyId",
      "The AWS Access Key Id you provided does not exist in our records.",
      { status: 403 },
    );
  }
  const key = signingKey(secret, day, region, service);
  const expected = createHmac("sha256", key).update(policy).digest("hex");
  if (!equal(expected, fields.get("x-amz-signature") ?? "")) {
    throw new AwsError(
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
      { status: 403 },
    );
  }
  return { accessKeyId };
}

/** @throws AwsError InvalidArgument, naming the field that is missing */
function requireSignature(fields: Fields): void {
  for (const name of ["x-amz-algorithm", "x-amz-credential", "x-amz-date", "x-amz-signature"]) {
    if (!fields.get(name)) {
      throw invalidArgument(
        `Bucket POST must contain a field named '${name}'.  If it is specified, please check the order of the fields.`,
        name,
        "",
      );
    }
  }
}

/** @param now milliseconds of the cloud's clock. @throws AwsError AccessDenied, InvalidPolicyDocument */
export function checkExpiration(fields: Fields, now: number): void {
  const { expiration } = readPolicy(fields.get("policy") ?? "");
  if (!(now < expiration)) throw accessDenied("Invalid according to Policy: Policy expired.");
}

/**
 * Holds the form to its policy.
 * @param fields with the bucket addressed, and ${filename} filled in
 * @param now milliseconds of the cloud's clock
 * @throws AwsError AccessDenied, InvalidPolicyDocument
 */
export function checkPolicy(fields: Fields, now: number): SizeRange {
  checkExpiration(fields, now);
  const { conditions } = readPolicy(fields.get("policy") ?? "");
  let range: SizeRange = { minimum: 0, maximum: Number.POSITIVE_INFINITY };
  const covered = new Set<string>();
  for (const source of conditions) {
    const [operator, first, second]: unknown[] = Array.isArray(source) ? source : [];
    if (operator === "content-length-range") {
      range = readRange(first, second);
      continue;
    }
    const condition = readCondition(source);
    if (!holds(condition, fields.get(condition.field) ?? "")) {
      throw accessDenied(
        `Invalid according to Policy: Policy Condition failed: ${JSON.stringify(condition.source)}`,
      );
    }
    covered.add(condition.field);
  }
  const extra = [...fields.keys()].filter(
    (name) => !covered.has(name) && !uncovered.has(name) && !name.startsWith("x-ignore-"),
  );
  if (extra.length > 0) {
    throw accessDenied(`Invalid according to Policy: Extra input fields: ${extra.join(", ")}`);
  }
  return range;
}

function readPolicy(encoded: string): { expiration: number; conditions: unknown[] } {
  let policy: unknown;
  try {
    policy = JSON.parse(Buffer.from(encoded, "base64").toString());
  } catch {
    throw invalidPolicy("Invalid JSON.");
  }
  if (typeof policy !== "object" || policy === null) throw invalidPolicy("Invalid JSON.");
  const { expiration, conditions }: { expiration?: unknown; conditions?: unknown } = policy;
  if (typeof expiration !== "string") throw invalidPolicy("Policy missing expiration.");
  if (!expirationFormat.test(expiration) || Number.isNaN(Date.parse(expiration))) {
    throw invalidPolicy(`Invalid 'expiration' value: '${expiration}'`);
  }
  if (!Array.isArray(conditions)) throw invalidPolicy("Policy missing conditions.");
  return { expiration: Date.parse(expiration), conditions };
}

/** Either ["eq", "$field", "value"] or { "field": "value" }. */
function readCondition(source: unknown): Condition {
  if (Array.isArray(source)) {
    const [operator, field, value]: unknown[] = source;
    const isKnown = operator === "eq" || operator === "starts-with";
    if (isKnown && typeof field === "string" && field.startsWith("$") && isText(value)) {
      return { operator, field: field.slice(1).toLowerCase(), value: String(value), source };
    }
  } else if (typeof source === "object" && source !== null) {
    const [entry, ...others] = Object.entries(source);
    if (entry && others.length === 0 && isText(entry[1])) {
      const [name, value] = entry;
      const written = ["eq", `$${name}`, value];
      return { operator: "eq", field: name.toLowerCase(), value: String(value), source: written };
    }
  }
  throw invalidPolicy(`Invalid Condition: ${JSON.stringify(source)}`);
}

function isText(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number";
}

function holds({ operator, field, value }: Condition, given: string): boolean {
  if (operator === "eq") return given === value;
  // A content type may be a list, of which each must fit.
  const parts = field === "content-type" ? given.split(",") : [given];
  return parts.every((part) => part.trimStart().startsWith(value));
}

function readRange(first: unknown, second: unknown): SizeRange {
  const [minimum, maximum] = [Number(first), Number(second)];
  if (minimum >= 0 && maximum >= minimum) return { minimum, maximum };
  throw invalidPolicy("Invalid content-length-range.");
}

function invalidPolicy(reason: string): AwsError {
  return new AwsError("InvalidPolicyDocument", `Invalid Policy: ${reason}`);
}
