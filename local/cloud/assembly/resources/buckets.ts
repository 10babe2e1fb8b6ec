import {
  type CORSRule,
  CreateBucketCommand,
  DeleteBucketCorsCommand,
  DeleteBucketEncryptionCommand,
  DeleteBucketLifecycleCommand,
  type LifecycleRule,
  ObjectLockRetentionMode,
  PutBucketCorsCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketVersioningCommand,
  PutObjectLockConfigurationCommand,
  S3Client,
  type ServerSideEncryptionRule,
  TransitionStorageClass,
} from "@aws-sdk/client-s3";
import * as z from "zod";
import {
  type CloudServices,
  type Deployer,
  physicalName,
  readProperties,
  withoutEffect,
} from "../deployer.ts";
import { announce, notificationConfiguration, notificationsIn } from "./bucket-notifications.ts";

const corsRuleSchema = z.strictObject({
  AllowedMethods: z.array(z.string()),
  AllowedOrigins: z.array(z.string()),
  AllowedHeaders: z.array(z.string()).optional(),
  ExposedHeaders: z.array(z.string()).optional(),
  MaxAge: z.coerce.number().optional(),
  Id: z.string().optional(),
});

/** The rules that S3 has here. */
const lifecycleRuleSchema = z.strictObject({
  Id: z.string().optional(),
  Status: z.enum(["Enabled", "Disabled"]),
  Prefix: z.string().optional(),
  ExpirationInDays: z.coerce.number().optional(),
  ExpiredObjectDeleteMarker: z.boolean().optional(),
  NoncurrentVersionExpiration: z
    .strictObject({
      NoncurrentDays: z.coerce.number(),
      NewerNoncurrentVersions: z.coerce.number().optional(),
    })
    .optional(),
  AbortIncompleteMultipartUpload: z
    .strictObject({ DaysAfterInitiation: z.coerce.number() })
    .optional(),
  Transitions: z
    .array(
      z.strictObject({
        StorageClass: z.enum(TransitionStorageClass),
        TransitionInDays: z.coerce.number(),
      }),
    )
    .optional(),
});

const bucketProperties = z.strictObject({
  BucketName: z.string().optional(),
  VersioningConfiguration: z.strictObject({ Status: z.enum(["Enabled", "Suspended"]) }).optional(),
  CorsConfiguration: z.strictObject({ CorsRules: z.array(corsRuleSchema) }).optional(),
  LifecycleConfiguration: z.strictObject({ Rules: z.array(lifecycleRuleSchema) }).optional(),
  NotificationConfiguration: notificationConfiguration.optional(),
  ObjectLockEnabled: z.boolean().optional(),
  ObjectLockConfiguration: z
    .strictObject({
      ObjectLockEnabled: z.literal("Enabled"),
      Rule: z.strictObject({
        DefaultRetention: z.strictObject({
          Mode: z.enum(ObjectLockRetentionMode),
          Days: z.coerce.number(),
        }),
      }),
    })
    .optional(),
  // No policy here opens a bucket to everyone, and access lists do not exist.
  PublicAccessBlockConfiguration: withoutEffect,
  OwnershipControls: withoutEffect,
  BucketEncryption: z
    .strictObject({
      ServerSideEncryptionConfiguration: z
        .array(
          z.strictObject({
            ServerSideEncryptionByDefault: z.strictObject({
              SSEAlgorithm: z.enum(["AES256", "aws:kms", "aws:kms:dsse"]),
              KMSMasterKeyID: z.string().optional(),
            }),
            BucketKeyEnabled: z.boolean().optional(),
          }),
        )
        .length(1),
    })
    .optional(),
  LoggingConfiguration: withoutEffect,
  Tags: withoutEffect,
});

type BucketProperties = z.output<typeof bucketProperties>;

export const deployBucket: Deployer = async (resource, cloud) => {
  const properties = readProperties(bucketProperties, resource);
  const name = properties.BucketName ?? physicalName(resource, 63).toLowerCase();
  const s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
  try {
    const ObjectLockEnabledForBucket = properties.ObjectLockEnabled;
    const create = new CreateBucketCommand({ Bucket: name, ObjectLockEnabledForBucket });
    await s3.send(create).catch((error: Error) => {
      if (error.name !== "BucketAlreadyOwnedByYou") throw error;
    });
    await configure(s3, name, properties, cloud);
  } finally {
    s3.destroy();
  }
  const { EventBridgeConfiguration } = properties.NotificationConfiguration ?? {};
  cloud.bucketNotifications.bridge(name, EventBridgeConfiguration?.EventBridgeEnabled === true);
  if (properties.NotificationConfiguration) {
    announce(name, notificationsIn(properties.NotificationConfiguration), cloud);
  }
  const { region } = cloud.context;
  return {
    ref: name,
    attributes: {
      Arn: `arn:aws:s3:::${name}`,
      DomainName: `${name}.s3.amazonaws.com`,
      RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
    },
  };
};

async function configure(
  s3: S3Client,
  Bucket: string,
  {
    BucketEncryption,
    CorsConfiguration,
    LifecycleConfiguration,
    ObjectLockConfiguration,
    VersioningConfiguration,
  }: BucketProperties,
  { addresses }: CloudServices,
): Promise<void> {
  if (VersioningConfiguration) {
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  }
  if (ObjectLockConfiguration) {
    await s3.send(new PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration }));
  }
  const Rules = BucketEncryption?.ServerSideEncryptionConfiguration.map(encryptionRule);
  if (Rules) {
    const ServerSideEncryptionConfiguration = { Rules };
    await s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration }));
  } else await s3.send(new DeleteBucketEncryptionCommand({ Bucket }));
  const CORSRules = CorsConfiguration?.CorsRules.map((rule) => corsRule(rule, addresses));
  if (CORSRules) {
    await s3.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules } }));
  } else await s3.send(new DeleteBucketCorsCommand({ Bucket }));
  const lifecycle = LifecycleConfiguration?.Rules.map(lifecycleRule);
  if (lifecycle) {
    await s3.send(
      new PutBucketLifecycleConfigurationCommand({
        Bucket,
        LifecycleConfiguration: { Rules: lifecycle },
      }),
    );
  } else await s3.send(new DeleteBucketLifecycleCommand({ Bucket }));
}

function encryptionRule({
  ServerSideEncryptionByDefault,
  BucketKeyEnabled = false,
}: NonNullable<
  BucketProperties["BucketEncryption"]
>["ServerSideEncryptionConfiguration"][number]): ServerSideEncryptionRule {
  const { SSEAlgorithm, KMSMasterKeyID } = ServerSideEncryptionByDefault;
  return {
    ApplyServerSideEncryptionByDefault: {
      SSEAlgorithm,
      ...(KMSMasterKeyID && { KMSMasterKeyID }),
    },
    BucketKeyEnabled,
  };
}

/** CloudFormation names some members otherwise than the API. */
function corsRule(
  { AllowedOrigins, ExposedHeaders, MaxAge, Id, ...rule }: z.output<typeof corsRuleSchema>,
  addresses: CloudServices["addresses"],
): CORSRule {
  return {
    ...rule,
    AllowedOrigins: AllowedOrigins.map((origin) => addresses.translate(origin)),
    ...(ExposedHeaders && { ExposeHeaders: ExposedHeaders }),
    ...(MaxAge !== undefined && { MaxAgeSeconds: MaxAge }),
    ...(Id && { ID: Id }),
  };
}

function lifecycleRule({
  Id,
  Prefix = "",
  ExpirationInDays,
  ExpiredObjectDeleteMarker,
  Transitions,
  ...rule
}: z.output<typeof lifecycleRuleSchema>): LifecycleRule {
  return {
    ...rule,
    ...(Id && { ID: Id }),
    Filter: { Prefix },
    ...(ExpirationInDays !== undefined && { Expiration: { Days: ExpirationInDays } }),
    ...(ExpiredObjectDeleteMarker && { Expiration: { ExpiredObjectDeleteMarker } }),
    ...(Transitions && {
      Transitions: Transitions.map(({ StorageClass, TransitionInDays: Days }) => ({
        StorageClass,
        Days,
      })),
    }),
  };
}
