import { randomBytes } from "node:crypto";
import { readdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { expect, test, vi } from "vitest";
import { startS3 } from "./s3-under-test.ts";

const mebibyte = 1024 * 1024;

test("files a crash left behind are swept at the next start", async () => {
  const crashed = await startS3();
  const Bucket = await crashed.newBucket();
  await crashed.s3.send(new PutObjectCommand({ Bucket, Key: "kept", Body: "x" }));
  await crashed.stop({ keep: true });
  const folder = join(crashed.directory, "s3");
  const kept = readdirSync(join(folder, "bodies"));
  writeFileSync(join(folder, "bodies", "orphan"), "x");
  writeFileSync(join(folder, "incoming", "half"), "x");

  const cloud = await startS3({ directory: crashed.directory });
  expect(kept).toHaveLength(1);
  expect(readdirSync(join(folder, "bodies"))).toEqual(kept);
  expect(readdirSync(join(folder, "incoming"))).toEqual([]);
  await cloud.stop();
});

test("a body nothing names any more is removed", async () => {
  const cloud = await startS3();
  const Bucket = await cloud.newBucket();
  for (const Body of ["1", "2", "3"]) {
    await cloud.s3.send(new PutObjectCommand({ Bucket, Key: "k", Body }));
  }
  expect(readdirSync(join(cloud.directory, "s3", "bodies"))).toHaveLength(1);
  await cloud.stop();
});

test("an upload that breaks off leaves nothing", async () => {
  const cloud = await startS3();
  const Bucket = await cloud.newBucket();
  const url = await getSignedUrl(cloud.s3, new PutObjectCommand({ Bucket, Key: "broken" }));
  const headers = { "content-length": String(mebibyte) };
  const call = request(url, { method: "PUT", headers });
  call.on("error", () => undefined);
  call.write(randomBytes(mebibyte / 2));
  const incoming = () => readdirSync(join(cloud.directory, "s3", "incoming"));
  await vi.waitFor(() => expect(incoming()).toHaveLength(1));
  call.destroy();
  await vi.waitFor(() => expect(incoming()).toEqual([]));
  const get = new GetObjectCommand({ Bucket, Key: "broken" });
  await expect(cloud.s3.send(get)).rejects.toMatchObject({ name: "NoSuchKey" });
  await cloud.stop();
});

test("an upload that is refused early is read to its end, so that its sender hears why", async () => {
  const cloud = await startS3();
  const url = await getSignedUrl(
    cloud.s3,
    new PutObjectCommand({ Bucket: "no-such-bucket", Key: "x" }),
  );
  const response = await fetch(url, { method: "PUT", body: randomBytes(8 * mebibyte) });
  expect(response.status).toBe(404);
  await cloud.stop();
});
