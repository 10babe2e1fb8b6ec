import { HeadObjectCommand, NotFound, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, test } from "vitest";
import { CardBucket } from "#shared/card/card-bucket.ts";
import { outages } from "../../support/aws-failures.ts";
import {
  aBack,
  aDocument,
  aDrawing,
  aFace,
  cardBucketContract,
} from "../../support/card-bucket-contract.ts";
import { DrawingsInMemory } from "../../support/drawings-in-memory.ts";

const client = new S3Client();
const s3 = mockClient(client);
const bucket = new CardBucket(client, "cards");

beforeEach(() => {
  s3.reset();
});

describe("drawings in memory", () => cardBucketContract(async () => new DrawingsInMemory()));

test.each([
  [aFace, "image/png"],
  [aBack, "image/webp"],
  [aDocument, "application/pdf"],
])("%j is stored as %s", async (file, type) => {
  s3.on(PutObjectCommand).resolves({});
  await bucket.put(aDrawing, file, Buffer.of(1));

  const [call, ...others] = s3.commandCalls(PutObjectCommand);
  expect(call?.args[0].input).toMatchObject({ Bucket: "cards", ContentType: type });
  expect(others).toEqual([]);
});

test("a file that was not stored is a failure", async () => {
  const [[, outage] = []] = outages;
  s3.on(PutObjectCommand).rejects(outage);

  await expect(bucket.put(aDrawing, aFace, Buffer.of(1))).rejects.toBe(outage);
});

test("only S3's own «not found» means that nothing is drawn", async () => {
  s3.on(HeadObjectCommand).rejectsOnce(new NotFound({ message: "", $metadata: {} }));
  expect(await bucket.has(aDrawing, aFace)).toBe(false);

  for (const [, outage] of outages) {
    s3.on(HeadObjectCommand).rejects(outage);
    await expect(bucket.has(aDrawing, aFace)).rejects.toBe(outage);
  }
});
