import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { expect, test } from "vitest";
import type { Cloud } from "../../cloud.ts";
import { runningCloud } from "../assembly/running-cloud.ts";
import { lambda, role, table, writeAssembly } from "../assembly/write-assembly.ts";
import { consumer, got, queueAssembly, streamArn, streamAssembly } from "./consumer-assemblies.ts";

async function put({ client }: Cloud, ...ids: string[]): Promise<void> {
  const db = new DynamoDBClient(client);
  for (const id of ids) {
    await db.send(new PutItemCommand({ TableName: "people", Item: { id: { S: id } } }));
  }
}

async function oneMessage({ client }: Cloud, queue: string): Promise<unknown> {
  const sqs = new SQSClient(client);
  const QueueUrl = `${client.endpoint}/000000000000/${queue}`;
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  return JSON.parse(Messages[0]?.Body ?? "null");
}

test("changes reach the function in their order", async () => {
  const cloud = await runningCloud(streamAssembly());

  await put(cloud, "a", "b", "c");
  await cloud.waitUntilIdle();

  expect(got(cloud)).toEqual(["a", "b", "c"]);
});

test("a record that always throws is set aside, and its neighbours are taken", async () => {
  const cloud = await runningCloud(streamAssembly());

  await put(cloud, "a", "throw", "b");
  await cloud.waitUntilIdle();

  expect(new Set(got(cloud))).toEqual(new Set(["a", "throw", "b"]));
  expect(got(cloud).at(-1)).toBe("b");
  expect(cloud.deadLetters()).toEqual({ dead: 1 });
  expect(await oneMessage(cloud, "dead")).toMatchObject({
    requestContext: {
      functionArn: "arn:aws:lambda:ap-southeast-3:000000000000:function:consumer",
      condition: "RetryAttemptsExhausted",
      approximateInvokeCount: 2,
    },
    DDBStreamBatchInfo: {
      batchSize: 1,
      streamArn: expect.stringContaining("table/people/stream/"),
    },
  });
});

test("a record reported as failed is tried again without those before it", async () => {
  const cloud = await runningCloud(streamAssembly({ BatchSize: 10 }));

  await put(cloud, "a", "fail", "b");
  await cloud.waitUntilIdle();

  expect(got(cloud).filter((id) => id === "a")).toHaveLength(1);
  expect(got(cloud).filter((id) => id === "fail").length).toBeGreaterThan(1);
  expect(got(cloud).at(-1)).toBe("b");
  expect(cloud.deadLetters()).toEqual({ dead: 1 });
});

test("what the filter leaves out never starts the function", async () => {
  const filter = { dynamodb: { Keys: { id: { S: [{ prefix: "yes" }] } } } };
  const cloud = await runningCloud(
    streamAssembly({ FilterCriteria: { Filters: [{ Pattern: JSON.stringify(filter) }] } }),
  );

  await put(cloud, "no-1", "yes-1", "no-2", "yes-2");
  await cloud.waitUntilIdle();

  expect(got(cloud)).toEqual(["yes-1", "yes-2"]);
});

test("several lanes take all records once", async () => {
  const cloud = await runningCloud(streamAssembly({ ParallelizationFactor: 4 }));
  const ids = Array.from({ length: 12 }, (_, index) => `id-${index}`);

  await put(cloud, ...ids);
  await cloud.waitUntilIdle();

  expect(got(cloud).sort()).toEqual([...ids].sort());
});

test("a restart goes on where the function had got to", async () => {
  const assembly = streamAssembly();
  const first = await runningCloud(assembly);
  await put(first, "a");
  await first.waitUntilIdle();
  await first.stop();

  const second = await runningCloud(assembly, { directory: first.directory });
  await put(second, "b");
  await second.waitUntilIdle();

  expect([got(first), got(second)]).toEqual([["a"], ["b"]]);
});

test("a mapping that the role could not serve is refused", async () => {
  const assembly = writeAssembly(
    {
      S: {
        resources: {
          People: table({ stream: true }),
          Role: role(),
          Fn: lambda("consumer", "Role"),
          Mapping: {
            Type: "AWS::Lambda::EventSourceMapping",
            Properties: {
              EventSourceArn: streamArn,
              FunctionName: "consumer",
              StartingPosition: "LATEST",
            },
            DependsOn: "Fn",
          },
        },
      },
    },
    { consumer: { "index.cjs": consumer } },
  );

  await expect(runningCloud(assembly)).rejects.toThrow("dynamodb:DescribeStream");
});

test("a message that fails comes again alone after its visibility timeout, then goes to the dead letters", async () => {
  const cloud = await runningCloud(queueAssembly());
  await cloud.waitUntilIdle();
  const sqs = new SQSClient(cloud.client);
  const QueueUrl = `${cloud.endpoint}/000000000000/work`;
  for (const MessageBody of ["good", "fail"]) {
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  }
  const times = (id: string) => got(cloud).filter((each) => each === id).length;

  await cloud.waitUntilIdle();
  expect([times("good"), times("fail")]).toEqual([1, 1]);
  cloud.clock.advance(61_000);
  await cloud.waitUntilIdle();
  expect([times("good"), times("fail")]).toEqual([1, 2]);
  cloud.clock.advance(61_000);
  await cloud.waitUntilIdle();
  expect([times("good"), times("fail")]).toEqual([1, 2]);
  await expect.poll(() => cloud.deadLetters()).toEqual({ dead: 1 });
});

test("a bucket tells the queue of the uploads the filter names, after a test event", async () => {
  const cloud = await runningCloud(queueAssembly());
  const s3 = new S3Client({ ...cloud.client, forcePathStyle: true });

  for (const Key of ["incoming/a photo.png", "elsewhere/b.png"]) {
    await s3.send(new PutObjectCommand({ Bucket: "s-photos", Key, Body: "x" }));
  }
  await cloud.waitUntilIdle();

  const bodies = got(cloud).map((body) => JSON.parse(body));
  expect(bodies).toHaveLength(2);
  expect(bodies).toContainEqual(
    expect.objectContaining({ Event: "s3:TestEvent", Bucket: "s-photos" }),
  );
  const [record] = bodies.flatMap(({ Records = [] }) => Records);
  expect(record).toMatchObject({
    eventName: "ObjectCreated:Put",
    s3: { bucket: { name: "s-photos" }, object: { key: "incoming/a+photo.png", size: 1 } },
  });
});
