/** Deletions in a bucket, through EventBridge and the template's rule, to the queue. */
import { DeleteObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { expect, test } from "vitest";
import { runningCloud } from "../assembly/running-cloud.ts";
import { arnOf, writeAssembly } from "../assembly/write-assembly.ts";

const Bucket = "seals";
const queueArn = "arn:aws:sqs:ap-southeast-3:000000000000:deletions";

async function start({ isBridged = true, named = Bucket } = {}) {
  const resources = {
    Bucket: {
      Type: "AWS::S3::Bucket",
      Properties: {
        BucketName: Bucket,
        VersioningConfiguration: { Status: "Enabled" },
        ...(isBridged && {
          NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
        }),
      },
    },
    Queue: { Type: "AWS::SQS::Queue", Properties: { QueueName: "deletions" } },
    Rule: {
      Type: "AWS::Events::Rule",
      Properties: {
        EventPattern: {
          source: ["aws.s3"],
          "detail-type": ["Object Deleted"],
          detail: { bucket: { name: [named] } },
        },
        State: "ENABLED",
        Targets: [{ Id: "queue", Arn: arnOf("Queue") }],
      },
    },
    Policy: {
      Type: "AWS::SQS::QueuePolicy",
      Properties: {
        Queues: [{ Ref: "Queue" }],
        PolicyDocument: {
          Statement: [
            {
              Effect: "Allow",
              Action: "sqs:SendMessage",
              Principal: { Service: "events.amazonaws.com" },
              Resource: arnOf("Queue"),
              Condition: { ArnEquals: { "aws:SourceArn": arnOf("Rule") } },
            },
          ],
        },
      },
    },
  };
  const cloud = await runningCloud(writeAssembly({ Deletions: { resources } }));
  const s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
  const sqs = new SQSClient(cloud.client);
  const QueueUrl = cloud.services.sqs.queueUrl(queueArn);
  const received = async (WaitTimeSeconds: number) => {
    const receive = new ReceiveMessageCommand({
      QueueUrl,
      WaitTimeSeconds,
      MaxNumberOfMessages: 10,
    });
    const { Messages = [] } = await sqs.send(receive);
    return Messages.map(({ Body = "" }) => JSON.parse(Body));
  };
  return { s3, received };
}

const object = { Bucket, Key: "seals/a b+é.json" };

test("a version that is deleted and one that is hidden are told apart; what is made is another event", async () => {
  const { s3, received } = await start();
  const { VersionId } = await s3.send(new PutObjectCommand({ ...object, Body: "x" }));
  await s3.send(new DeleteObjectCommand(object));
  await s3.send(new DeleteObjectCommand({ ...object, VersionId }));

  const events: unknown[] = [];
  while (events.length < 2) events.push(...(await received(5)));
  const told = (deletion: string) => ({
    source: "aws.s3",
    "detail-type": "Object Deleted",
    detail: {
      bucket: { name: Bucket },
      object: { key: object.Key, "version-id": expect.any(String) },
      reason: "DeleteObject",
      "deletion-type": deletion,
      requester: expect.any(String),
    },
  });
  expect(events).toMatchObject([told("Delete Marker Created"), told("Permanently Deleted")]);
});

test.each([
  ["a bucket that does not tell EventBridge", { isBridged: false }],
  ["another bucket", { named: "other" }],
])("of %s nothing arrives", async (_, options) => {
  const { s3, received } = await start(options);
  await s3.send(new PutObjectCommand({ ...object, Body: "x" }));
  await s3.send(new DeleteObjectCommand(object));

  expect(await received(1)).toEqual([]);
});
