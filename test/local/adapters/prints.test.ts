/** Prints on the embedded cloud: their table with infra/'s key, their bucket, their queue. */

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  NoSuchKey,
  S3Client,
} from "@aws-sdk/client-s3";
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PrintBucket } from "#shared/print/print-bucket.ts";
import type { PrintId } from "#shared/print/print-id.ts";
import { PrintQueue, printOf } from "#shared/print/print-queue.ts";
import { PrintTable } from "#shared/print/print-table.ts";
import { createDynamodb } from "../../../local/cloud/dynamodb/dynamodb-service.ts";
import { createS3 } from "../../../local/cloud/s3/s3-service.ts";
import { createSqs } from "../../../local/cloud/sqs/sqs-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { printBucketContract } from "../../support/print-bucket-contract.ts";
import { aPrint, printTableContract } from "../../support/print-table-contract.ts";
import { newTable } from "../../support/tables-of-the-app.ts";

const { id } = aPrint();
let cloud: ServicesUnderTest;
let s3: S3Client;
let buckets = 0;

beforeAll(async () => {
  cloud = await startServices(async (context) => [
    ...(await createDynamodb(context)).services,
    createSqs(context),
    createS3(context, { onEvent: () => undefined, requireKey: () => undefined }),
  ]);
  s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
});

afterAll(() => cloud.stop());

describe("PrintTable", () =>
  printTableContract(async () => {
    const dynamodb = new DynamoDBClient(cloud.client);
    const db = DynamoDBDocumentClient.from(dynamodb);
    return new PrintTable(db, await newTable(dynamodb, "print-table"));
  }));

describe("PrintBucket", () => {
  async function newBucket() {
    buckets += 1;
    const Bucket = `prints-${buckets}`;
    await s3.send(new CreateBucketCommand({ Bucket }));
    const read = async (printId: PrintId) => {
      try {
        const Key = `prints/${printId}.pdf`;
        const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
        return await Body?.transformToString();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    };
    const unfinished = async () => {
      const { Uploads = [] } = await s3.send(new ListMultipartUploadsCommand({ Bucket }));
      return Uploads.length;
    };
    return { bucket: new PrintBucket(s3, Bucket), read, unfinished };
  }
  printBucketContract(newBucket);

  const megabyte = 1024 * 1024;
  async function* megabytes(count: number, failure?: Error) {
    for (let i = 0; i < count; i++) yield Buffer.alloc(megabyte, i);
    if (failure) throw failure;
  }

  test("a file of several parts is all there, and of its PDF's type", async () => {
    const { bucket } = await newBucket();
    await bucket.put({ printId: id, part: 0 }, megabytes(12));
    const answer = await fetch(await bucket.link({ printId: id, part: 0 }, "kartu-asn-unit.pdf"));
    const stored = Buffer.from(await answer.arrayBuffer());

    expect(stored.equals(Buffer.concat(await Array.fromAsync(megabytes(12))))).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": 'attachment; filename="kartu-asn-unit.pdf"',
      "cache-control": "private, no-store",
    });
  });

  test("of a file that fails after several parts nothing stays", async () => {
    const { bucket, read, unfinished } = await newBucket();
    const failure = new Error("no ink");

    await expect(bucket.put({ printId: id, part: 0 }, megabytes(12, failure))).rejects.toBe(
      failure,
    );
    expect([await read(id), await unfinished()]).toEqual([undefined, 0]);
  });
});

test("a print to draw is a message that the printer reads", async () => {
  const sqs = new SQSClient(cloud.client);
  const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName: "print" }));
  await new PrintQueue(sqs, QueueUrl).send(id);
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));

  expect(Messages.map(({ Body = "" }) => printOf(Body))).toEqual([id]);
});
