import { HeadObjectCommand, NotFound, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, test } from "vitest";
import { CardBucket } from "#shared/card/card-bucket.ts";
import { outages } from "../../support/aws-failures.ts";
import {
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

test("a drawing is marked complete after all its faces and documents", async () => {
  s3.on(PutObjectCommand).resolves({});
  await bucket.put(aDrawing, [aFace, { ...aFace, face: "back-landscape" }], [aDocument]);

  const keys = s3.commandCalls(PutObjectCommand).map(({ args }) => args[0].input.Key ?? "");
  expect(keys).toHaveLength(6);
  expect(keys.at(-1)).toBe("cards/emp_siti/c3/t1/complete");
});

test("a drawing with a face that was not stored is not marked complete", async () => {
  const [[, outage] = []] = outages;
  s3.on(PutObjectCommand).resolves({});
  s3.on(PutObjectCommand, { Key: "cards/emp_siti/c3/t1/front-landscape.webp" }).rejects(outage);

  await expect(bucket.put(aDrawing, [aFace], [])).rejects.toBe(outage);
  const keys = s3.commandCalls(PutObjectCommand).map(({ args }) => args[0].input.Key);
  expect(keys).not.toContain("cards/emp_siti/c3/t1/complete");
});

test("only S3's own «not found» means that nothing is drawn", async () => {
  s3.on(HeadObjectCommand).rejectsOnce(new NotFound({ message: "", $metadata: {} }));
  expect(await bucket.has(aDrawing)).toBe(false);

  for (const [, outage] of outages) {
    s3.on(HeadObjectCommand).rejects(outage);
    await expect(bucket.has(aDrawing)).rejects.toBe(outage);
  }
});
