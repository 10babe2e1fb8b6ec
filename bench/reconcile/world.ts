/** What the reconciler works on: real adapters on the embedded cloud, and each of their calls counted. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { CreateQueueCommand, PurgeQueueCommand, SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { CardTable } from "#shared/card/card-table.ts";
import { RedrawQueue } from "#shared/card/redraw-queue.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { PhotoBucket } from "#shared/photo/photo-bucket.ts";
import { PhotoQueue } from "#shared/photo/photo-queue.ts";
import { PhotoTable } from "#shared/photo/photo-table.ts";
import { createDynamodb } from "../../local/cloud/dynamodb/dynamodb-service.ts";
import { createS3 } from "../../local/cloud/s3/s3-service.ts";
import { createSqs } from "../../local/cloud/sqs/sqs-service.ts";
import { startServices } from "../../local/cloud/test/one-service.ts";
import { newTable } from "../../test/support/tables-of-the-app.ts";
import { CallCount } from "./call-count.ts";
import { createChangesByDay } from "./changes-by-day.ts";

export type World = Awaited<ReturnType<typeof startWorld>>;

/** DynamoDB, S3 and SQS in this process, with the tables that infra/ describes and the one that there was before. */
export async function startWorld() {
  const cloud = await startServices(async (context) => [
    ...(await createDynamodb(context)).services,
    createSqs(context),
    createS3(context, { onEvent: () => undefined, requireKey: () => undefined }),
  ]);
  const dynamodb = new DynamoDBClient(cloud.client);
  const db = DynamoDBDocumentClient.from(dynamodb, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const sqs = new SQSClient(cloud.client);
  const s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
  const bucket = "photos";
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  const [photoUrl, redrawUrl] = [await newQueue(sqs, "photo"), await newQueue(sqs, "redraw")];
  const tables = {
    changes: await newTable(dynamodb, "open-change-table"),
    photos: await newTable(dynamodb, "photo-table"),
    cards: await newTable(dynamodb, "card-table"),
    changesByDay: await createChangesByDay(dynamodb),
  };
  return {
    ...{ db, s3, bucket, tables },
    count: new CallCount([dynamodb, sqs, s3]),
    changes: new OpenChangeTable(db, tables.changes),
    outcomes: new PhotoTable(db, tables.photos),
    cards: new CardTable(db, tables.cards),
    uploads: new PhotoBucket(s3, bucket),
    photoQueue: new PhotoQueue(sqs, photoUrl),
    redrawQueue: new RedrawQueue(sqs, redrawUrl),
    /** Nobody takes the messages. */
    async emptyQueues(): Promise<void> {
      for (const QueueUrl of [photoUrl, redrawUrl])
        await sqs.send(new PurgeQueueCommand({ QueueUrl }));
    },
    stop: () => cloud.stop(),
  };
}

async function newQueue(sqs: SQSClient, QueueName: string): Promise<string> {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName }));
  return z.string().parse(QueueUrl);
}
