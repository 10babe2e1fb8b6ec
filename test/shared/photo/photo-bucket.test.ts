import {
  CopyObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  S3Client,
} from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, test } from "vitest";
import { PhotoBucket, parseIncomingKey } from "#shared/photo/photo-bucket.ts";
import { outages } from "../../support/aws-failures.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aPhotoName, photoBucketContract } from "../../support/photo-bucket-contract.ts";
import { PhotoObjectsInMemory } from "../../support/photo-objects-in-memory.ts";

const client = new S3Client();
const s3 = mockClient(client);
const bucket = new PhotoBucket(client, "photos");
const notThere = new NoSuchKey({ message: "", $metadata: {} });

beforeEach(() => {
  s3.reset();
});

describe("photo objects in memory", () =>
  photoBucketContract(async () => {
    const clock = new FakeClock();
    const objects = new PhotoObjectsInMemory(clock);
    return {
      bucket: objects,
      put: async (key, body) => objects.put(key, body),
      now: () => clock.now(),
    };
  }));

test("only S3's own «no such key» means that an upload was dealt with", async () => {
  s3.on(GetObjectCommand).rejectsOnce(notThere);
  expect(await bucket.readIncoming(aPhotoName)).toBeUndefined();

  for (const [, outage] of outages) {
    s3.on(GetObjectCommand).rejects(outage);
    await expect(bucket.readIncoming(aPhotoName)).rejects.toBe(outage);
    await expect(bucket.read(aPhotoName)).rejects.toBe(outage);
  }
});

test("a photo that could not be kept is not taken for kept", async () => {
  s3.on(CopyObjectCommand).rejects(notThere);

  await expect(bucket.keep(aPhotoName)).rejects.toBe(notThere);
});

test("a long list of uploads is read to its end", async () => {
  const page = (photoId: string) => ({
    Contents: [{ Key: `incoming/emp_siti/${photoId}`, LastModified: new Date(0) }],
  });
  s3.on(ListObjectsV2Command).resolves({ ...page("pho_1"), NextContinuationToken: "more" });
  s3.on(ListObjectsV2Command, { ContinuationToken: "more" }).resolves(page("pho_2"));

  const found = await Array.fromAsync(bucket.incomingBefore(new Date(1)));
  expect(found.map(({ photoId }) => photoId)).toEqual(["pho_1", "pho_2"]);
});

test.each([
  "incoming/emp_siti/pho_1/more",
  "incoming/emp_siti/",
  "incoming/emp_../pho_1",
  "photos/emp_siti/pho_1",
  "previews/incoming/emp_siti/pho_1",
  "",
])("%j is no upload's key", (key) => {
  expect(parseIncomingKey(key)).toBeUndefined();
});
