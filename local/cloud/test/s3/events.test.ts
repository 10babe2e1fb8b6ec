import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { expect, test, vi } from "vitest";
import { startS3 } from "./s3-under-test.ts";

test("an event has the shape a Lambda function receives", async () => {
  const cloud = await startS3();
  const Bucket = await cloud.newBucket();
  const put = new PutObjectCommand({ Bucket, Key: "in/foto saya+1(é).jpg", Body: "hello" });
  const { ETag } = await cloud.s3.send(put);

  await vi.waitFor(() => expect(cloud.events).toHaveLength(1));
  await cloud.stop();
  expect(cloud.events).toEqual([
    {
      eventVersion: "2.1",
      eventSource: "aws:s3",
      awsRegion: "ap-southeast-3",
      eventTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      eventName: "ObjectCreated:Put",
      userIdentity: { principalId: "AWS:TESTROOT" },
      requestParameters: { sourceIPAddress: "127.0.0.1" },
      responseElements: {
        "x-amz-request-id": expect.stringMatching(/^[\dA-F]{16}$/),
        "x-amz-id-2": expect.any(String),
      },
      s3: {
        s3SchemaVersion: "1.0",
        configurationId: expect.any(String),
        bucket: {
          name: Bucket,
          ownerIdentity: { principalId: "000000000000" },
          arn: `arn:aws:s3:::${Bucket}`,
        },
        object: {
          key: "in/foto+saya%2B1%28%C3%A9%29.jpg",
          size: 5,
          eTag: ETag?.replaceAll('"', ""),
          sequencer: expect.stringMatching(/^[\dA-F]{16}$/),
        },
      },
    },
  ]);
});

test("every kind of change is told, in order, with its version", async () => {
  const cloud = await startS3();
  const Bucket = await cloud.newBucket();
  const at = { Bucket, Key: "k" };
  const remove = (VersionId?: string) =>
    cloud.s3.send(new DeleteObjectCommand({ ...at, VersionId }));
  await cloud.s3.send(new PutObjectCommand({ ...at, Body: "x" }));
  await remove();
  await remove();
  const VersioningConfiguration = { Status: "Enabled" } as const;
  await cloud.s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  const put = await cloud.s3.send(new PutObjectCommand({ ...at, Body: "x" }));
  const marker = await remove();
  await remove(put.VersionId);

  await vi.waitFor(() => expect(cloud.events).toHaveLength(5));
  await cloud.stop();
  expect(cloud.events.map(({ eventName, s3 }) => [eventName, s3.object.versionId])).toEqual([
    ["ObjectCreated:Put", undefined],
    ["ObjectRemoved:Delete", undefined],
    ["ObjectCreated:Put", put.VersionId],
    ["ObjectRemoved:DeleteMarkerCreated", marker.VersionId],
    ["ObjectRemoved:Delete", put.VersionId],
  ]);
  const sequencers = cloud.events.map(({ s3 }) => s3.object.sequencer);
  expect(sequencers).toEqual([...new Set(sequencers)].sort());
});

test("an event nobody took is told again, and does not hold up the next", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  let isSecondTold = false;
  const cloud = await startS3({
    onEvent({ Records: [record] }) {
      isSecondTold ||= record?.s3.object.key === "2";
      if (!isSecondTold) throw new Error("busy");
    },
  });
  const Bucket = await cloud.newBucket();
  await cloud.s3.send(new PutObjectCommand({ Bucket, Key: "1", Body: "x" }));
  await cloud.s3.send(new PutObjectCommand({ Bucket, Key: "2", Body: "x" }));
  const keys = () => cloud.events.map(({ s3 }) => s3.object.key);
  await vi.waitFor(() => expect(keys()).toEqual(["2", "1"]), { timeout: 5000 });
  await cloud.stop();
});

test("a restart finds the objects, and tells what was not told", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const deaf = await startS3({
    onEvent() {
      throw new Error("not yet");
    },
  });
  const Bucket = await deaf.newBucket();
  await deaf.s3.send(new PutObjectCommand({ Bucket, Key: "k", Body: "hello" }));
  await deaf.stop({ keep: true });

  const cloud = await startS3({ directory: deaf.directory });
  await vi.waitFor(() => expect(cloud.events).toHaveLength(1));
  const { Body } = await cloud.s3.send(new GetObjectCommand({ Bucket, Key: "k" }));
  expect(await Body?.transformToString()).toBe("hello");
  await cloud.stop({ keep: true });

  const again = await startS3({ directory: deaf.directory });
  await again.s3.send(new PutObjectCommand({ Bucket, Key: "k2", Body: "" }));
  await vi.waitFor(() => expect(again.events.map(({ s3 }) => s3.object.key)).toEqual(["k2"]));
  await again.stop();
});
