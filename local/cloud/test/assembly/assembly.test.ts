import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import {
  GetBucketCorsCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import { runningCloud } from "./running-cloud.ts";
import { allow, arnOf, lambda, role, table, writeAssembly } from "./write-assembly.ts";

test("values pass between stacks, and between regions", async () => {
  const assembly = writeAssembly({
    Data: {
      resources: {
        Queue: { Type: "AWS::SQS::Queue" },
        Writer: {
          Type: "Custom::CrossRegionExportWriter",
          Properties: {
            ServiceToken: "x",
            WriterProps: {
              region: "us-east-1",
              exports: { "/cdk/q": { "Fn::GetAtt": ["Queue", "QueueName"] } },
            },
          },
        },
      },
      outputs: {
        QueueArn: { Value: { "Fn::GetAtt": ["Queue", "Arn"] }, Export: { Name: "Data:Q" } },
      },
    },
    Edge: {
      region: "us-east-1",
      resources: {
        Reader: {
          Type: "Custom::CrossRegionExportReader",
          Properties: {
            ServiceToken: "x",
            ReaderProps: { imports: { "/cdk/q": "{{resolve:ssm:/cdk/q}}" } },
          },
        },
      },
      outputs: {
        Imported: { Value: { "Fn::ImportValue": "Data:Q" } },
        Read: { Value: { "Fn::GetAtt": ["Reader", "/cdk/q"] } },
        Region: { Value: { Ref: "AWS::Region" } },
      },
    },
  });

  const { outputs } = await runningCloud(assembly);

  expect(outputs.Edge).toEqual({
    Imported: "arn:aws:sqs:ap-southeast-3:000000000000:Data-Queue",
    Read: "Data-Queue",
    Region: "us-east-1",
  });
});

test("a type that is not known fails with its name", async () => {
  const assembly = writeAssembly({
    S: { resources: { Cache: { Type: "AWS::ElastiCache::CacheCluster" } } },
  });

  await expect(runningCloud(assembly)).rejects.toThrow(
    "S/Cache (AWS::ElastiCache::CacheCluster): the embedded cloud does not know this type",
  );
});

test("a property that is not known fails with its name", async () => {
  const assembly = writeAssembly({
    S: { resources: { Queue: { Type: "AWS::SQS::Queue", Properties: { FifoQueue: true } } } },
  });

  await expect(runningCloud(assembly)).rejects.toThrow(/S\/Queue .*FifoQueue/);
});

test("an alarm is taken and left alone", async () => {
  const assembly = writeAssembly({
    S: {
      resources: { Alarm: { Type: "AWS::CloudWatch::Alarm", Properties: { Anything: 1 } } },
      outputs: { Name: { Value: { Ref: "Alarm" } } },
    },
  });

  expect((await runningCloud(assembly)).outputs.S).toEqual({ Name: "S-Alarm" });
});

test("a newer template adds an index to a table that already has items", async () => {
  const first = await runningCloud(writeAssembly({ S: { resources: { People: table() } } }));
  const before = new DynamoDBClient(first.client);
  const Item = { id: { S: "1" }, city: { S: "Solo" } };
  await before.send(new PutItemCommand({ TableName: "S-People", Item }));
  await first.stop();

  const newer = writeAssembly({ S: { resources: { People: table({ indexes: ["city"] }) } } });
  const { client } = await runningCloud(newer, { directory: first.directory });

  const db = new DynamoDBClient(client);
  const found = await db.send(
    new QueryCommand({
      TableName: "S-People",
      IndexName: "by-city",
      KeyConditionExpression: "city = :city",
      ExpressionAttributeValues: { ":city": { S: "Solo" } },
    }),
  );
  expect(found.Items).toEqual([Item]);
});

test("a newer template changes the attribute of the time to live and what an index projects", async () => {
  const directory = mkdtempSync(join(tmpdir(), "kartu-cloud-"));
  const assembly = (AttributeName: string, ProjectionType: string) => {
    const people = table({ indexes: ["office"] }, "people");
    const Properties = {
      ...people?.Properties,
      TimeToLiveSpecification: { AttributeName, Enabled: true },
      GlobalSecondaryIndexes: [
        {
          IndexName: "by-office",
          KeySchema: [{ AttributeName: "office", KeyType: "HASH" }],
          Projection: { ProjectionType },
        },
      ],
    };
    return writeAssembly({
      S: { resources: { People: { Type: "AWS::DynamoDB::GlobalTable", Properties } } },
    });
  };
  const first = await runningCloud(assembly("expiresAt", "KEYS_ONLY"), { directory });
  const Item = { id: { S: "a" }, office: { S: "u" }, name: { S: "Siti" }, endsAt: { N: "1" } };
  await new DynamoDBClient(first.client).send(new PutItemCommand({ TableName: "people", Item }));
  await first.stop();

  const db = new DynamoDBClient(
    (await runningCloud(assembly("endsAt", "ALL"), { directory })).client,
  );

  const { TimeToLiveDescription } = await db.send(
    new DescribeTimeToLiveCommand({ TableName: "people" }),
  );
  expect(TimeToLiveDescription?.AttributeName).toBe("endsAt");
  const { Items } = await db.send(
    new QueryCommand({
      TableName: "people",
      IndexName: "by-office",
      KeyConditionExpression: "office = :u",
      ExpressionAttributeValues: { ":u": { S: "u" } },
    }),
  );
  expect(Items).toEqual([Item]);
});

test.each([
  ["a queue", "AWS::SQS::Queue", { KmsMasterKeyId: "alias/own" }],
  [
    "a table",
    "AWS::DynamoDB::GlobalTable",
    { ...table()?.Properties, SSESpecification: { SSEEnabled: true, KMSMasterKeyId: "own" } },
  ],
  [
    "an old runtime",
    "AWS::Lambda::Function",
    { ...lambda("fn", "R")?.Properties, Runtime: "nodejs18.x" },
  ],
])("%s that asks for what is not there is refused", async (_, Type, Properties) => {
  const assembly = writeAssembly(
    { S: { resources: { R: role(), X: { Type, Properties } } } },
    { fn: { "index.cjs": "" } },
  );
  await expect(runningCloud(assembly)).rejects.toThrow(/KmsMasterKeyId|KMSMasterKeyId|Node.js 22/);
});

test("a bucket encrypted with a key takes objects only of those who may use the key", async () => {
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
  const { iam, functions } = cloud.parts;
  const put = (credentials: typeof cloud.client.credentials) =>
    new S3Client({ ...cloud.client, credentials, forcePathStyle: true }).send(
      new PutObjectCommand({ Bucket: "sealed", Key: "x", Body: "x" }),
    );
  expect((await put(cloud.client.credentials)).ServerSideEncryption).toBe("aws:kms");
  const { roleArn } = functions.named("fn").definition;
  const credentials = iam.issueKey(iam.role(roleArn, "fn"));
  await expect(put(credentials)).rejects.toMatchObject({ name: "AccessDenied" });
});

test("a restart keeps the items and the stream", async () => {
  const assembly = writeAssembly({ S: { resources: { People: table({ stream: true }) } } });
  const first = await runningCloud(assembly);
  const describe = async (client: typeof first.client) =>
    (await new DynamoDBClient(client).send(new DescribeTableCommand({ TableName: "S-People" })))
      .Table;
  await new DynamoDBClient(first.client).send(
    new PutItemCommand({ TableName: "S-People", Item: { id: { S: "1" } } }),
  );
  const stream = (await describe(first.client))?.LatestStreamArn;
  await first.stop();

  const second = await runningCloud(assembly, { directory: first.directory });

  expect((await describe(second.client))?.LatestStreamArn).toBe(stream);
  const { Item } = await new DynamoDBClient(second.client).send(
    new GetItemCommand({ TableName: "S-People", Key: { id: { S: "1" } } }),
  );
  expect(Item).toEqual({ id: { S: "1" } });
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

test("a release under an open page leaves what that page still asks for, and takes away what no page is", async () => {
  const release = (files: Record<string, string>) => {
    const put = (properties: object) => ({
      Type: "Custom::CDKBucketDeployment",
      Properties: {
        ServiceToken: "x",
        SourceBucketNames: ["assets"],
        SourceObjectKeys: ["web.zip"],
        DestinationBucketName: { Ref: "Web" },
        ...properties,
      },
    });
    const resources = {
      Web: { Type: "AWS::S3::Bucket" },
      // As the site's own stack has them (test/infra/site.test.ts holds that).
      Assets: put({ Exclude: ["*"], Include: ["assets/*"], Prune: false }),
      Pages: put({ Exclude: ["assets/*"] }),
    };
    return writeAssembly({ S: { resources } }, { web: files });
  };
  const first = await runningCloud(
    release({
      "index.html": "old",
      "gone.html": "",
      "assets/guest-OLD.css": "",
      "assets/a.js": "",
    }),
  );
  await first.stop();

  const second = release({ "index.html": "new", "assets/guest-NEW.css": "", "assets/b.js": "" });
  const { client } = await runningCloud(second, { directory: first.directory });

  const s3 = new S3Client({ ...client, forcePathStyle: true });
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: "s-web" }));
  expect(Contents.map(({ Key }) => Key)).toEqual([
    "assets/a.js",
    "assets/b.js",
    "assets/guest-NEW.css",
    "assets/guest-OLD.css",
    "index.html",
  ]);
});
