import {
  type BucketVersioningStatus,
  DeleteObjectCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { beforeEach, expect, test } from "vitest";
import { s3ForThisFile } from "./s3-for-this-file.ts";

const { cloud } = s3ForThisFile();
let Bucket: string;
beforeEach(async () => {
  Bucket = await cloud.newBucket();
});

const setVersioning = (Status: BucketVersioningStatus) =>
  cloud.s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }));
const put = (Body: string, Key = "v") => cloud.s3.send(new PutObjectCommand({ Bucket, Key, Body }));
const remove = (VersionId?: string) =>
  cloud.s3.send(new DeleteObjectCommand({ Bucket, Key: "v", VersionId }));
const read = async (VersionId?: string) =>
  (
    await cloud.s3.send(new GetObjectCommand({ Bucket, Key: "v", VersionId }))
  ).Body?.transformToString();
const versions = (input = {}) => cloud.s3.send(new ListObjectVersionsCommand({ Bucket, ...input }));

test("a bucket has no versioning until it is told", async () => {
  const status = async () =>
    (await cloud.s3.send(new GetBucketVersioningCommand({ Bucket }))).Status;
  expect(await status()).toBeUndefined();
  expect((await put("1")).VersionId).toBeUndefined();
  await setVersioning("Enabled");
  expect(await status()).toBe("Enabled");
});

test("every version can be read, the newest without asking", async () => {
  await setVersioning("Enabled");
  const first = await put("1");
  const second = await put("2");

  expect(first.VersionId).not.toBe(second.VersionId);
  expect(await read()).toBe("2");
  expect(await read(first.VersionId)).toBe("1");
  const { Versions = [] } = await versions();
  expect(Versions.map(({ VersionId, IsLatest }) => [VersionId, IsLatest])).toEqual([
    [second.VersionId, true],
    [first.VersionId, false],
  ]);
});

test("a deleted object hides behind a marker and comes back without it", async () => {
  await setVersioning("Enabled");
  const { VersionId } = await put("1");
  const marker = await remove();

  expect(marker.DeleteMarker).toBe(true);
  await expect(read()).rejects.toMatchObject({ name: "NoSuchKey" });
  await expect(read(marker.VersionId)).rejects.toMatchObject({ name: "MethodNotAllowed" });
  expect(await read(VersionId)).toBe("1");
  expect((await cloud.s3.send(new ListObjectsV2Command({ Bucket }))).KeyCount).toBe(0);
  expect((await versions()).DeleteMarkers).toMatchObject([
    { VersionId: marker.VersionId, IsLatest: true },
  ]);

  expect(await remove(marker.VersionId)).toMatchObject({ DeleteMarker: true });
  expect(await read()).toBe("1");
});

test("a deleted version is gone for good", async () => {
  await setVersioning("Enabled");
  const { VersionId } = await put("1");
  await put("2");
  await remove(VersionId);
  await expect(read(VersionId)).rejects.toMatchObject({ name: "NoSuchVersion" });
  expect(await read()).toBe("2");
});

test("what was there before versioning is the version null", async () => {
  await put("old");
  await setVersioning("Enabled");
  await put("new");
  expect(await read("null")).toBe("old");
});

test("while suspended only the version null is replaced", async () => {
  await setVersioning("Enabled");
  const kept = await put("kept");
  await setVersioning("Suspended");
  expect((await put("a")).VersionId).toBe("null");
  await put("b");

  expect((await versions()).Versions).toHaveLength(2);
  expect(await read("null")).toBe("b");
  const marker = await remove();
  expect(marker).toMatchObject({ DeleteMarker: true, VersionId: "null" });
  expect((await versions()).Versions?.map(({ VersionId }) => VersionId)).toEqual([kept.VersionId]);
});

test("versions are listed page by page, newest first within a key", async () => {
  await setVersioning("Enabled");
  for (const [key, body] of ["a1", "a2", "a3", "b1", "b2"].map((s) => [...s])) {
    await put(body ?? "", key ?? "");
  }
  const seen: string[] = [];
  let markers: { KeyMarker?: string; VersionIdMarker?: string } | undefined = {};
  while (markers) {
    const page = await versions({ MaxKeys: 2, ...markers });
    for (const { Key, VersionId } of page.Versions ?? []) seen.push(`${Key} ${VersionId}`);
    const { NextKeyMarker = "", NextVersionIdMarker = "" } = page;
    markers = page.IsTruncated
      ? { KeyMarker: NextKeyMarker, VersionIdMarker: NextVersionIdMarker }
      : undefined;
  }
  const { Versions = [] } = await versions();
  expect(seen).toEqual(Versions.map(({ Key, VersionId }) => `${Key} ${VersionId}`));
  expect(seen).toHaveLength(5);
});
