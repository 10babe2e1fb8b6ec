/** A cloud that was there before: started again, with the same assembly or a newer one. */
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
import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import { runningCloud } from "./running-cloud.ts";
import { table, writeAssembly } from "./write-assembly.ts";

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
