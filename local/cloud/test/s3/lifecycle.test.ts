import {
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  type LifecycleRule,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type S3UnderTest, startS3 } from "./s3-under-test.ts";

const dayMillis = 86_400_000;
let cloud: S3UnderTest;
let Bucket: string;
let moved = 0;

beforeEach(async () => {
  moved = 0;
  cloud = await startS3();
  Bucket = await cloud.newBucket();
});
afterEach(() => cloud.stop());

/** Also moves what the client signs with. */
function pass(milliseconds: number) {
  moved += milliseconds;
  cloud.clock.advance(milliseconds);
}
const client = () => cloud.clientAt(moved);
const put = (Key: string, Tagging?: string) =>
  client().send(new PutObjectCommand({ Bucket, Key, Body: Key, Tagging }));
const setRule = (rule: Omit<LifecycleRule, "Status">) =>
  client().send(
    new PutBucketLifecycleConfigurationCommand({
      ...{ Bucket, LifecycleConfiguration: { Rules: [{ Status: "Enabled", ...rule }] } },
    }),
  );
const keepVersions = () =>
  client().send(
    new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: "Enabled" } }),
  );
async function contents() {
  const { Versions = [], DeleteMarkers = [] } = await client().send(
    new ListObjectVersionsCommand({ Bucket }),
  );
  return {
    keys: Versions.map(({ Key }) => Key),
    latest: Versions.filter(({ IsLatest }) => IsLatest).map(({ Key }) => Key),
    markers: DeleteMarkers.map(({ Key }) => Key),
  };
}

test("objects under the prefix go after so many days, rounded up to midnight", async () => {
  await setRule({ Filter: { Prefix: "incoming/" }, Expiration: { Days: 1 } });
  await put("incoming/a");
  await put("kept/a");

  pass(dayMillis - (cloud.clock.millis() % dayMillis));
  expect(cloud.service.applyLifecycle()).toBe(0);
  pass(dayMillis);
  expect(cloud.service.applyLifecycle()).toBe(1);
  expect((await contents()).keys).toEqual(["kept/a"]);
  expect(cloud.events.at(-1)?.eventName).toBe("LifecycleExpiration:Delete");
});

test("only objects with the tag go", async () => {
  const Tag = { Key: "stage", Value: "draft" };
  await setRule({ Filter: { Tag }, Expiration: { Days: 1 } });
  await put("draft", "stage=draft&x=1");
  await put("final", "stage=final");
  pass(3 * dayMillis);
  expect(cloud.service.applyLifecycle()).toBe(1);
  expect((await contents()).keys).toEqual(["final"]);
});

test("where versions are kept the current one is hidden", async () => {
  await keepVersions();
  await setRule({ Filter: {}, Expiration: { Days: 1 } });
  await put("a");
  pass(3 * dayMillis);
  expect(cloud.service.applyLifecycle()).toBe(1);
  expect(await contents()).toEqual({ keys: ["a"], latest: [], markers: ["a"] });
});

test("old versions go so many days after they were replaced, but the newest of them stay", async () => {
  await keepVersions();
  await setRule({
    Filter: {},
    NoncurrentVersionExpiration: { NoncurrentDays: 1, NewerNoncurrentVersions: 1 },
  });
  for (let i = 0; i < 4; i++) await put("a");
  pass(dayMillis / 2);
  expect(cloud.service.applyLifecycle()).toBe(0);
  pass(3 * dayMillis);
  expect(cloud.service.applyLifecycle()).toBe(2);
  expect(await contents()).toMatchObject({ keys: ["a", "a"], latest: ["a"] });
});

test("a marker with nothing behind it is cleared away", async () => {
  await keepVersions();
  const { VersionId } = await put("a");
  await client().send(new DeleteObjectCommand({ Bucket, Key: "a" }));
  await setRule({ Filter: {}, Expiration: { ExpiredObjectDeleteMarker: true } });
  expect(cloud.service.applyLifecycle()).toBe(0);
  await client().send(new DeleteObjectCommand({ Bucket, Key: "a", VersionId }));
  expect(cloud.service.applyLifecycle()).toBe(1);
  expect((await contents()).markers).toEqual([]);
});

test("uploads nobody finishes are given up", async () => {
  const Filter = { Prefix: "" };
  await setRule({ Filter, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } });
  await client().send(new CreateMultipartUploadCommand({ Bucket, Key: "a" }));
  expect(cloud.service.applyLifecycle()).toBe(0);
  pass(3 * dayMillis);
  expect(cloud.service.applyLifecycle()).toBe(1);
  const { Uploads = [] } = await client().send(new ListMultipartUploadsCommand({ Bucket }));
  expect(Uploads).toEqual([]);
});

const move: Omit<LifecycleRule, "Status"> = {
  Filter: { Prefix: "cards/" },
  Transitions: [{ Days: 90, StorageClass: "GLACIER_IR" }],
};

test("large objects are moved after so many days, and read as before", async () => {
  const large = "a".repeat(128 * 1024);
  await setRule(move);
  await client().send(new PutObjectCommand({ Bucket, Key: "cards/large", Body: large }));
  await client().send(new PutObjectCommand({ Bucket, Key: "kept/large", Body: large }));
  await put("cards/small");
  pass(89 * dayMillis);
  expect(cloud.service.applyLifecycle()).toBe(0);
  pass(2 * dayMillis);
  expect(cloud.service.applyLifecycle()).toBe(1);
  expect(cloud.service.applyLifecycle()).toBe(0);
  const { Body, StorageClass } = await client().send(
    new GetObjectCommand({ Bucket, Key: "cards/large" }),
  );
  expect(StorageClass).toBe("GLACIER_IR");
  expect(await Body?.transformToString()).toBe(large);
  const { Contents = [] } = await client().send(new ListObjectsV2Command({ Bucket }));
  expect(Contents.map(({ Key, StorageClass: stored }) => [Key, stored])).toEqual([
    ["cards/large", "GLACIER_IR"],
    ["cards/small", "STANDARD"],
    ["kept/large", "STANDARD"],
  ]);
});

test.each([
  ["where they could not be read at once", [{ Days: 90, StorageClass: "DEEP_ARCHIVE" }]],
  [
    "in two steps",
    [
      { Days: 30, StorageClass: "STANDARD_IA" },
      { Days: 90, StorageClass: "GLACIER_IR" },
    ],
  ],
] as const)("a rule that moves objects %s is refused", async (_, transitions) => {
  await expect(setRule({ ...move, Transitions: [...transitions] })).rejects.toMatchObject({
    name: "NotImplemented",
  });
});

test("a rule that is switched off does nothing", async () => {
  await put("a");
  const Rules: LifecycleRule[] = [{ Status: "Disabled", Filter: {}, Expiration: { Days: 1 } }];
  await client().send(
    new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules } }),
  );
  pass(9 * dayMillis);
  expect(cloud.service.applyLifecycle()).toBe(0);
});

test("the rules are applied by themselves, once an hour of the cloud's time", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const own = await startS3();
  const at = { Bucket: await own.newBucket() };
  const rules = [{ ID: "r", Status: "Enabled", Filter: {}, Expiration: { Days: 1 } } as const];
  await own.s3.send(
    new PutBucketLifecycleConfigurationCommand({
      ...at,
      LifecycleConfiguration: { Rules: rules },
    }),
  );
  await own.s3.send(new PutObjectCommand({ ...at, Key: "k", Body: "x" }));
  const countAt = async (moment: number) => {
    own.clock.advance(moment - own.clock.millis());
    vi.advanceTimersByTime(60_000);
    return (await own.clientAt(moment - Date.now()).send(new ListObjectsV2Command(at))).KeyCount;
  };
  // The object is due at this midnight.
  const midnight = (Math.floor(own.clock.millis() / dayMillis) + 2) * dayMillis;

  expect(await countAt(midnight - 30 * 60_000)).toBe(1);
  expect(await countAt(midnight + 15 * 60_000)).toBe(1);
  expect(await countAt(midnight + 45 * 60_000)).toBe(0);
  await own.stop();
  vi.useRealTimers();
});
