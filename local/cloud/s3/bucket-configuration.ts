/** The calls that put, get and delete one document of a bucket's configuration. They keep it as it is sent. */
import { AwsError } from "../kernel/service.ts";
import { checkCorsDocument } from "./cors-rules.ts";
import { checkEncryptionDocument, defaultEncryption } from "./encryption.ts";
import { readLifecycleRules } from "./lifecycle-rules.ts";
import type { Bucket } from "./object-index.ts";
import { readDefaultRetention } from "./object-lock.ts";
import { readTags } from "./object-tagging.ts";
import { authorizeBucket, type Operation } from "./operation.ts";
import { receiveText } from "./request-body.ts";
import type { Answer } from "./s3-answer.ts";
import { notImplemented } from "./s3-errors.ts";
import type { S3State } from "./s3-state.ts";
import { childOf, readXml, textOf, writeXml } from "./xml.ts";

interface Configuration {
  /** The sub-resource, e.g. "cors". */
  readonly name: string;
  /** In the operations' names, e.g. "BucketCors". */
  readonly called: string;
  /** In the IAM actions, e.g. "BucketCORS" of s3:PutBucketCORS. */
  readonly permission: string;
  /** Where deleting has an action of its own. */
  readonly deletePermission?: string;
  readonly isDeletable: boolean;
  /** Absent where a document would change nothing here: it is refused. @throws AwsError on a document S3 would refuse */
  readonly check?: (document: string, bucket: Bucket) => void;
  /** What a bucket answers that has none: a document, or an error's code. */
  readonly absent: { readonly document: string } | { readonly code: string };
}

const bucketTagLimit = 50;
const rootIs = (name: string) => (document: string) => void readXml(document, name);

const configurationCalls: readonly Configuration[] = [
  {
    name: "cors",
    called: "BucketCors",
    permission: "BucketCORS",
    isDeletable: true,
    check: checkCorsDocument,
    absent: { code: "NoSuchCORSConfiguration" },
  },
  {
    name: "encryption",
    called: "BucketEncryption",
    permission: "EncryptionConfiguration",
    isDeletable: true,
    check: checkEncryptionDocument,
    absent: { document: defaultEncryption },
  },
  {
    name: "policy",
    called: "BucketPolicy",
    permission: "BucketPolicy",
    deletePermission: "DeleteBucketPolicy",
    isDeletable: true,
    absent: { code: "NoSuchBucketPolicy" },
  },
  {
    name: "lifecycle",
    called: "BucketLifecycleConfiguration",
    permission: "LifecycleConfiguration",
    isDeletable: true,
    check: readLifecycleRules,
    absent: { code: "NoSuchLifecycleConfiguration" },
  },
  {
    name: "notification",
    called: "BucketNotificationConfiguration",
    permission: "BucketNotification",
    isDeletable: false,
    absent: { document: writeXml("NotificationConfiguration", {}) },
  },
  {
    name: "publicAccessBlock",
    called: "PublicAccessBlock",
    permission: "BucketPublicAccessBlock",
    isDeletable: true,
    check: rootIs("PublicAccessBlockConfiguration"),
    absent: { code: "NoSuchPublicAccessBlockConfiguration" },
  },
  {
    name: "ownershipControls",
    called: "BucketOwnershipControls",
    permission: "BucketOwnershipControls",
    isDeletable: true,
    check: checkOwnership,
    absent: { code: "OwnershipControlsNotFoundError" },
  },
  {
    name: "tagging",
    called: "BucketTagging",
    permission: "BucketTagging",
    isDeletable: true,
    check: (document) => void readTags(document, bucketTagLimit),
    absent: { code: "NoSuchTagSet" },
  },
  {
    name: "logging",
    called: "BucketLogging",
    permission: "BucketLogging",
    isDeletable: false,
    absent: { document: writeXml("BucketLoggingStatus", {}) },
  },
  {
    name: "object-lock",
    called: "ObjectLockConfiguration",
    permission: "BucketObjectLockConfiguration",
    isDeletable: false,
    check: checkObjectLock,
    absent: { code: "ObjectLockConfigurationNotFoundError" },
  },
];

export const bucketConfigurations: readonly Operation[] = configurationCalls.flatMap(
  (configuration) => [
    getConfiguration(configuration),
    putConfiguration(configuration),
    ...(configuration.isDeletable ? [deleteConfiguration(configuration)] : []),
  ],
);

function getConfiguration({ name, called, permission, absent }: Configuration): Operation {
  return {
    name: `Get${called}`,
    method: "GET",
    on: "bucket",
    selector: name,
    run: (state, request) => {
      authorizeBucket(state, request, `Get${permission}`);
      const document = state.index.bucket(request.bucket).configurations[name];
      const type = name === "policy" ? "application/json" : "application/xml";
      const headers = { "content-type": type };
      if (document !== undefined) return { status: 200, headers, body: document };
      if ("document" in absent) return { status: 200, headers, body: absent.document };
      throw new AwsError(absent.code, `The bucket has no ${name} configuration.`, {
        status: 404,
        extra: { BucketName: request.bucket },
      });
    },
  };
}

function putConfiguration({ name, called, permission, check }: Configuration): Operation {
  return {
    name: `Put${called}`,
    method: "PUT",
    on: "bucket",
    selector: name,
    headers: name === "lifecycle" ? ["x-amz-transition-default-minimum-object-size"] : [],
    run: async (state, request) => {
      authorizeBucket(state, request, `Put${permission}`);
      if (!check) throw notImplemented(`Put${called}`);
      const document = await receiveText(request);
      check(document, state.index.bucket(request.bucket));
      return save(state, request.bucket, name, document, 200);
    },
  };
}

function deleteConfiguration(configuration: Configuration): Operation {
  const { name, called, permission } = configuration;
  return {
    name: `Delete${called}`,
    method: "DELETE",
    on: "bucket",
    selector: name,
    run: (state, request) => {
      authorizeBucket(state, request, configuration.deletePermission ?? `Put${permission}`);
      return save(state, request.bucket, name, undefined, 204);
    },
  };
}

function save(
  { context, index }: S3State,
  bucketName: string,
  name: string,
  document: string | undefined,
  status: number,
): Answer {
  context.store.transaction(() => {
    const bucket = index.bucket(bucketName);
    const { [name]: _, ...others } = bucket.configurations;
    const configurations = document === undefined ? others : { ...others, [name]: document };
    index.saveBucket({ ...bucket, configurations });
  });
  return { status };
}

function checkOwnership(document: string): void {
  const rule = childOf(readXml(document, "OwnershipControls"), "Rule");
  const ownership = rule && textOf(rule, "ObjectOwnership");
  if (ownership !== "BucketOwnerEnforced") {
    throw notImplemented(`the object ownership ${ownership}`);
  }
}

function checkObjectLock(document: string, { objectLock }: Bucket): void {
  if (!objectLock) {
    throw new AwsError(
      "InvalidBucketState",
      "Object Lock configuration cannot be enabled on existing buckets",
      { status: 409 },
    );
  }
  readDefaultRetention(document);
}
