import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  GetBucketAclCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketTaggingCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketTaggingCommand,
  PutObjectCommand,
  PutObjectLockConfigurationCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { beforeEach, describe, expect, test } from "vitest";
import { s3ForThisFile } from "./s3-for-this-file.ts";

const { cloud } = s3ForThisFile();
let Bucket: string;
beforeEach(async () => {
  Bucket = await cloud.newBucket();
});

const key = "arn:aws:kms:ap-southeast-3:000000000000:key/1";
const lambda = "arn:aws:lambda:ap-southeast-3:000000000000:function:f";

test("buckets are made, found, listed and removed when empty", async () => {
  const { s3 } = cloud;
  await s3.send(new HeadBucketCommand({ Bucket }));
  const { Buckets = [] } = await s3.send(new ListBucketsCommand());
  expect(Buckets.map(({ Name }) => Name)).toContain(Bucket);
  await expect(s3.send(new CreateBucketCommand({ Bucket }))).rejects.toMatchObject({
    name: "BucketAlreadyOwnedByYou",
  });

  await s3.send(new PutObjectCommand({ Bucket, Key: "x", Body: "" }));
  await expect(s3.send(new DeleteBucketCommand({ Bucket }))).rejects.toMatchObject({
    name: "BucketNotEmpty",
  });
  await s3.send(new DeleteObjectCommand({ Bucket, Key: "x" }));
  await s3.send(new DeleteBucketCommand({ Bucket }));
  await expect(s3.send(new HeadBucketCommand({ Bucket }))).rejects.toMatchObject({
    name: "NotFound",
  });
});

test.each(["UPPER", "ab", "with_underscore", "10.0.0.1", "a..b"])(
  "the bucket name %s is refused",
  async (name) => {
    await expect(cloud.s3.send(new CreateBucketCommand({ Bucket: name }))).rejects.toMatchObject({
      name: "InvalidBucketName",
    });
  },
);

test("what would change nothing here is refused by its name", async () => {
  const { s3 } = cloud;
  const named = (called: string) => ({
    name: "NotImplemented",
    message: expect.stringContaining(called),
  });
  const Policy = '{"Version":"2012-10-17","Statement":[]}';
  await expect(s3.send(new PutBucketPolicyCommand({ Bucket, Policy }))).rejects.toMatchObject(
    named("PutBucketPolicy"),
  );
  const LambdaFunctionConfigurations = [
    { Id: "a", LambdaFunctionArn: lambda, Events: ["s3:ObjectCreated:*" as const] },
  ];
  const NotificationConfiguration = { LambdaFunctionConfigurations };
  await expect(
    s3.send(new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration })),
  ).rejects.toMatchObject(named("PutBucketNotificationConfiguration"));
  await expect(s3.send(new GetBucketPolicyCommand({ Bucket }))).rejects.toMatchObject({
    name: "NoSuchBucketPolicy",
  });
  const told = await s3.send(new GetBucketNotificationConfigurationCommand({ Bucket }));
  expect(told.LambdaFunctionConfigurations).toBeUndefined();
});

describe("a configuration is given back as it was put", () => {
  test("encryption, which new objects follow", async () => {
    const ApplyServerSideEncryptionByDefault = {
      ...({ SSEAlgorithm: "aws:kms", KMSMasterKeyID: key } as const),
    };
    const Rules = [{ ApplyServerSideEncryptionByDefault, BucketKeyEnabled: true }];
    const get = async () =>
      (await cloud.s3.send(new GetBucketEncryptionCommand({ Bucket })))
        .ServerSideEncryptionConfiguration?.Rules;
    expect(await get()).toMatchObject([
      { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } },
    ]);
    const ServerSideEncryptionConfiguration = { Rules };
    await cloud.s3.send(
      new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration }),
    );
    expect(await get()).toEqual(Rules);
    await cloud.s3.send(new PutObjectCommand({ Bucket, Key: "x", Body: "x" }));
    expect(await cloud.s3.send(new HeadObjectCommand({ Bucket, Key: "x" }))).toMatchObject({
      ...{ ServerSideEncryption: "aws:kms", SSEKMSKeyId: key, BucketKeyEnabled: true },
    });
  });

  test("lifecycle", async () => {
    const Rules = [
      { ID: "x", Status: "Enabled", Filter: { Prefix: "in/" }, Expiration: { Days: 1 } } as const,
    ];
    const LifecycleConfiguration = { Rules };
    await cloud.s3.send(
      new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration }),
    );
    const got = await cloud.s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
    expect(got.Rules).toMatchObject(Rules);
  });

  test("public access block, ownership, tags", async () => {
    const { s3 } = cloud;
    const PublicAccessBlockConfiguration = { BlockPublicAcls: true, BlockPublicPolicy: true };
    await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration }));
    expect(await s3.send(new GetPublicAccessBlockCommand({ Bucket }))).toMatchObject({
      PublicAccessBlockConfiguration,
    });
    const Rules = [{ ObjectOwnership: "BucketOwnerEnforced" as const }];
    const OwnershipControls = { Rules };
    await s3.send(new PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls }));
    expect(await s3.send(new GetBucketOwnershipControlsCommand({ Bucket }))).toMatchObject({
      OwnershipControls,
    });
    const TagSet = [{ Key: "stage", Value: "test" }];
    await s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));
    expect((await s3.send(new GetBucketTaggingCommand({ Bucket }))).TagSet).toEqual(TagSet);
  });
});

test("object lock keeps a version until its time", async () => {
  const locked = `${Bucket}-locked`;
  const { s3 } = cloud;
  await s3.send(new CreateBucketCommand({ Bucket: locked, ObjectLockEnabledForBucket: true }));
  const DefaultRetention = { Mode: "COMPLIANCE", Days: 2 } as const;
  const ObjectLockConfiguration = {
    ObjectLockEnabled: "Enabled",
    Rule: { DefaultRetention },
  } as const;
  await s3.send(new PutObjectLockConfigurationCommand({ Bucket: locked, ObjectLockConfiguration }));
  expect(await s3.send(new GetObjectLockConfigurationCommand({ Bucket: locked }))).toMatchObject({
    ObjectLockConfiguration,
  });
  const put = new PutObjectCommand({ Bucket: locked, Key: "audit", Body: "x" });
  const { VersionId } = await s3.send(put);
  const remove = new DeleteObjectCommand({ Bucket: locked, Key: "audit", VersionId });
  await expect(s3.send(remove)).rejects.toMatchObject({ name: "AccessDenied" });
  const twoDays = 2 * 86_400_000;
  cloud.clock.advance(twoDays);
  await cloud.clientAt(twoDays).send(remove);
  cloud.clock.advance(-twoDays);
  await expect(s3.send(new HeadObjectCommand({ ...put.input }))).rejects.toMatchObject({
    name: "NotFound",
  });
});

test("a bucket that locks what is put takes nothing without a checksum of it", async () => {
  const locked = `${Bucket}-checked`;
  const { s3 } = cloud;
  await s3.send(new CreateBucketCommand({ Bucket: locked, ObjectLockEnabledForBucket: true }));
  const put = new PutObjectCommand({ Bucket: locked, Key: "audit", Body: "x" });
  const careless = new S3Client({
    ...cloud.client,
    forcePathStyle: true,
    requestChecksumCalculation: "WHEN_REQUIRED",
  });
  await careless.send(put);
  const ObjectLockConfiguration = {
    ObjectLockEnabled: "Enabled",
    Rule: { DefaultRetention: { Mode: "GOVERNANCE", Days: 1 } },
  } as const;
  await s3.send(new PutObjectLockConfigurationCommand({ Bucket: locked, ObjectLockConfiguration }));
  await expect(careless.send(put)).rejects.toMatchObject({
    name: "InvalidRequest",
    message: expect.stringContaining("Content-MD5 OR x-amz-checksum-"),
  });
  await expect(s3.send(put)).resolves.toHaveProperty("VersionId");
});

test("a sub-resource it does not know fails with its name", async () => {
  await expect(cloud.s3.send(new GetBucketAclCommand({ Bucket }))).rejects.toMatchObject({
    name: "NotImplemented",
    message: expect.stringContaining("acl"),
  });
});

test("a rule that would be ignored is refused with its name", async () => {
  const Transitions = [{ Days: 1, StorageClass: "GLACIER" as const }];
  const Rules = [{ Status: "Enabled" as const, Filter: {}, Transitions }];
  const put = new PutBucketLifecycleConfigurationCommand({
    ...{ Bucket, LifecycleConfiguration: { Rules } },
  });
  await expect(cloud.s3.send(put)).rejects.toMatchObject({
    name: "NotImplemented",
    message: expect.stringContaining("GLACIER"),
  });
});
