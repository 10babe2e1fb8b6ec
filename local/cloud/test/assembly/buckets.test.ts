/** Buckets of an assembly: their keys, and the files that are put into them. */
import {
  DisableKeyCommand,
  EnableKeyCommand,
  KMSClient,
  ListKeysCommand,
} from "@aws-sdk/client-kms";
import {
  DeleteObjectCommand,
  GetBucketCorsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import { runningCloud } from "./running-cloud.ts";
import { allow, arnOf, lambda, role, writeAssembly } from "./write-assembly.ts";

test("a bucket encrypted with a key takes objects only of those who may use the key, while it is enabled", async () => {
  const assembly = writeAssembly(
    {
      S: {
        resources: {
          Role: role([allow(["s3:PutObject"], "*")]),
          Key: {
            Type: "AWS::KMS::Key",
            Properties: {
              KeyPolicy: {
                Statement: [
                  {
                    Effect: "Allow",
                    Action: "kms:*",
                    Principal: { AWS: "arn:aws:iam::000000000000:root" },
                    Resource: "*",
                  },
                ],
              },
            },
          },
          Bucket: {
            Type: "AWS::S3::Bucket",
            Properties: {
              BucketName: "sealed",
              BucketEncryption: {
                ServerSideEncryptionConfiguration: [
                  {
                    ServerSideEncryptionByDefault: {
                      SSEAlgorithm: "aws:kms",
                      KMSMasterKeyID: arnOf("Key"),
                    },
                  },
                ],
              },
            },
          },
          Fn: lambda("fn", "Role"),
        },
      },
    },
    { fn: { "index.cjs": "exports.handler = async () => null;" } },
  );
  const cloud = await runningCloud(assembly);
  const { iam, functions } = cloud.services;
  const put = (credentials: typeof cloud.client.credentials) =>
    new S3Client({ ...cloud.client, credentials, forcePathStyle: true }).send(
      new PutObjectCommand({ Bucket: "sealed", Key: "x", Body: "x" }),
    );
  expect((await put(cloud.client.credentials)).ServerSideEncryption).toBe("aws:kms");
  const { roleArn } = functions.named("fn").definition;
  const credentials = iam.issueKey(iam.role(roleArn, "fn"));
  await expect(put(credentials)).rejects.toMatchObject({ name: "AccessDenied" });

  const kms = new KMSClient(cloud.client);
  const KeyId = (await kms.send(new ListKeysCommand())).Keys?.[0]?.KeyId;
  await kms.send(new DisableKeyCommand({ KeyId }));
  const disabled = { name: "KMS.DisabledException", $metadata: { httpStatusCode: 400 } };
  await expect(put(cloud.client.credentials)).rejects.toMatchObject(disabled);
  const s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
  const stored = { Bucket: "sealed", Key: "x" };
  await expect(s3.send(new GetObjectCommand(stored))).rejects.toMatchObject(disabled);
  await kms.send(new EnableKeyCommand({ KeyId }));
  expect(await (await s3.send(new GetObjectCommand(stored))).Body?.transformToString()).toBe("x");
});

test("nobody deletes what lies in a bucket with a lock", async () => {
  const assembly = writeAssembly({
    S: {
      resources: {
        Bucket: {
          Type: "AWS::S3::Bucket",
          Properties: {
            BucketName: "locked",
            ObjectLockEnabled: true,
            ObjectLockConfiguration: {
              ObjectLockEnabled: "Enabled",
              Rule: { DefaultRetention: { Mode: "GOVERNANCE", Days: 400 } },
            },
          },
        },
        Trail: { Type: "AWS::CloudTrail::Trail", Properties: { IsLogging: true } },
      },
    },
  });
  const cloud = await runningCloud(assembly);
  const s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
  const object = { Bucket: "locked", Key: "x" };
  const { VersionId } = await s3.send(new PutObjectCommand({ ...object, Body: "x" }));

  await expect(s3.send(new DeleteObjectCommand({ ...object, VersionId }))).rejects.toMatchObject({
    name: "AccessDenied",
  });
});

test("files of an asset are put into a bucket, and addresses of the site become this machine's", async () => {
  const deployment = (properties: object) => ({
    Type: "Custom::CDKBucketDeployment",
    Properties: {
      ServiceToken: "x",
      SourceBucketNames: ["assets"],
      SourceObjectKeys: ["web.zip"],
      DestinationBucketName: { Ref: "Web" },
      ...properties,
    },
  });
  const assembly = writeAssembly(
    {
      S: {
        resources: {
          Web: {
            Type: "AWS::S3::Bucket",
            Properties: {
              CorsConfiguration: {
                CorsRules: [
                  { AllowedMethods: ["POST"], AllowedOrigins: ["https://kartu.example.go.id"] },
                ],
              },
            },
          },
          Assets: deployment({
            Exclude: ["*"],
            Include: ["assets/*"],
            Prune: false,
            SystemMetadata: { "cache-control": "immutable" },
          }),
          Pages: deployment({
            Exclude: ["assets/*"],
            SystemMetadata: { "cache-control": "no-cache" },
          }),
        },
        outputs: { SiteUrl: { Value: "https://kartu.example.go.id" } },
      },
    },
    { web: { "index.html": "<p>hi</p>", "assets/js/a.js": "1" } },
  );

  const { client, siteUrl } = await runningCloud(assembly);

  const s3 = new S3Client({ ...client, forcePathStyle: true });
  const head = (Key: string) => s3.send(new HeadObjectCommand({ Bucket: "s-web", Key }));
  expect(await head("index.html")).toMatchObject({
    ContentType: "text/html",
    CacheControl: "no-cache",
  });
  expect(await head("assets/js/a.js")).toMatchObject({ CacheControl: "immutable" });
  const { CORSRules } = await s3.send(new GetBucketCorsCommand({ Bucket: "s-web" }));
  expect(CORSRules?.[0]?.AllowedOrigins).toEqual([siteUrl]);
});
