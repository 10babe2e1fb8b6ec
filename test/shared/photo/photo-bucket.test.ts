import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, test } from "vitest";
import { PhotoBucket } from "#shared/photo/photo-bucket.ts";
import { parseIncomingKey } from "#shared/photo/photo-keys.ts";
import { errorFields } from "#shared/runtime/logger.ts";
import { outages } from "../../support/aws-failures.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import {
  aPhoto,
  aPhotoName,
  photoBucketContract,
  pictures,
} from "../../support/photo-bucket-contract.ts";
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

const refusal = (name: string) => new S3ServiceException({ name, $fault: "client", $metadata: {} });

test.each([
  ["PhotoNotThere", notThere, undefined],
  // What S3 tells a function that may not list the bucket.
  ["PhotoNotThere", refusal("AccessDenied"), "AccessDenied"],
])("a lost photo is a %s in the log, whatever S3 calls it", async (name, answer, cause) => {
  s3.on(GetObjectCommand).rejects(answer);
  const error = await bucket.read(aPhoto).catch((thrown: unknown) => thrown);

  expect(errorFields(error)).toMatchObject({ error: name, cause });
});

test("who writes the same photo at the same moment is told to try again, and does", async () => {
  s3.on(PutObjectCommand)
    .rejectsOnce(refusal("ConditionalRequestConflict"))
    .rejects(refusal("PreconditionFailed"));

  await bucket.putPreview(aPhoto, "front-portrait", pictures.png);
  expect(s3.commandCalls(PutObjectCommand)).toHaveLength(2);
});

test("a candidate's pictures are stored as what they are", async () => {
  s3.on(PutObjectCommand).resolves({});
  await bucket.putCandidate(aPhoto, pictures);

  const types = s3.commandCalls(PutObjectCommand).map(({ args: [{ input }] }) => input.ContentType);
  expect(types).toEqual(["image/png", "image/webp"]);
});

test("a photo that could not be stored is not taken for stored", async () => {
  const conflict = refusal("ConditionalRequestConflict");
  s3.on(PutObjectCommand).rejects(conflict);
  await expect(bucket.putCandidate(aPhoto, pictures)).rejects.toBe(conflict);

  for (const [, outage] of outages) {
    s3.on(PutObjectCommand).rejects(outage);
    await expect(bucket.putCandidate(aPhoto, pictures)).rejects.toBe(outage);
  }
});

test("a long list of uploads is read to its end", async () => {
  const page = (photoId: string) => ({
    Contents: [{ Key: `incoming/emp_siti/${photoId}`, LastModified: new Date(0) }],
  });
  s3.on(ListObjectsV2Command).resolves({
    ...page("pho_1"),
    IsTruncated: true,
    NextContinuationToken: "more",
  });
  s3.on(ListObjectsV2Command, { ContinuationToken: "more" }).resolves(page("pho_2"));

  const found = await Array.fromAsync(bucket.incomingBefore(new Date(1), 0));
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
