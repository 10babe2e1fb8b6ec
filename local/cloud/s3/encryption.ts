/** Server-side encryption as far as a caller sees it: the headers, and the right to the key. */
import { AwsError, type Caller } from "../kernel/service.ts";
import type { Bucket, StoredObject } from "./object-index.ts";
import { invalidArgument, malformedXml } from "./s3-errors.ts";
import type { S3State } from "./s3-state.ts";
import { childOf, readXml, textOf, writeXml } from "./xml.ts";

const methodHeader = "x-amz-server-side-encryption";
const keyHeader = "x-amz-server-side-encryption-aws-kms-key-id";
const bucketKeyHeader = "x-amz-server-side-encryption-bucket-key-enabled";
const knownMethods = ["AES256", "aws:kms", "aws:kms:dsse"];

/** What a bucket answers that was never told otherwise. */
export const defaultEncryption = writeXml("ServerSideEncryptionConfiguration", {
  Rule: {
    ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" },
    BucketKeyEnabled: false,
  },
});

/** The encryption a write asks for, or else the bucket's. @throws AwsError InvalidArgument */
export function encryptionHeaders(
  headers: Readonly<Record<string, string | undefined>>,
  bucket: Bucket,
): Record<string, string> {
  const { [methodHeader]: method, [keyHeader]: key, [bucketKeyHeader]: bucketKey } = headers;
  if (method === undefined) {
    if (key !== undefined) {
      throw invalidArgument(`${methodHeader} must be given with a key id.`, keyHeader, key);
    }
    return bucketDefault(bucket);
  }
  return present(method, key, bucketKey === "true");
}

/** @throws AwsError MalformedXML, InvalidArgument */
export function checkEncryptionDocument(document: string): void {
  readDefault(document);
}

/**
 * S3 uses a customer's key on behalf of the caller, who must hold the right to it.
 * A key that KMS does not use now fails reading and writing ("Key states of AWS KMS keys").
 * AWS's own key ("aws/s3", no id) allows everybody in the account.
 */
export function authorizeKey(
  { context, requireKey }: Pick<S3State, "context" | "requireKey">,
  caller: Caller,
  action: "kms:GenerateDataKey" | "kms:Decrypt",
  headers: StoredObject["headers"],
): void {
  const key = headers[keyHeader];
  if (key === undefined) return;
  const resource = key.startsWith("arn:")
    ? key
    : `arn:aws:kms:${context.region}:${context.account}:key/${key}`;
  context.authorize(caller, action, resource, {
    "kms:ViaService": `s3.${context.region}.amazonaws.com`,
  });
  try {
    requireKey(resource);
  } catch (error) {
    // What KMS says, S3 passes on under a name of its own.
    if (error instanceof AwsError) throw new AwsError(`KMS.${error.code}`, error.message);
    throw error;
  }
}

function bucketDefault({ configurations }: Bucket): Record<string, string> {
  return readDefault(configurations.encryption ?? defaultEncryption);
}

function readDefault(document: string): Record<string, string> {
  const rule = childOf(readXml(document, "ServerSideEncryptionConfiguration"), "Rule");
  const byDefault = rule && childOf(rule, "ApplyServerSideEncryptionByDefault");
  const method = byDefault && textOf(byDefault, "SSEAlgorithm");
  if (!rule || !method) throw malformedXml();
  return present(
    method,
    textOf(byDefault, "KMSMasterKeyID"),
    textOf(rule, "BucketKeyEnabled") === "true",
  );
}

function present(
  method: string,
  key: string | undefined,
  bucketKey: boolean,
): Record<string, string> {
  if (!knownMethods.includes(method)) {
    throw invalidArgument("The encryption method specified is not supported", methodHeader, method);
  }
  if (method === "AES256" && key) {
    throw invalidArgument("The encryption method AES256 takes no key id.", keyHeader, key);
  }
  return {
    [methodHeader]: method,
    ...(key ? { [keyHeader]: key } : {}),
    ...(bucketKey && method !== "AES256" ? { [bucketKeyHeader]: "true" } : {}),
  };
}
