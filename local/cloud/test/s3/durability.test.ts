import { type ChildProcess, fork } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import {
  CreateBucketCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { testRegion } from "../one-service.ts";
import { startS3 } from "./s3-under-test.ts";

const mebibyte = 1024 * 1024;
const Bucket = "durable";
let directory: string;
let child: ChildProcess;
let s3: S3Client;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "kartu-test-"));
  child = fork(join(import.meta.dirname, "s3-process.ts"), [directory]);
  const [endpoint] = await once(child, "message");
  s3 = new S3Client({
    ...{ endpoint, region: testRegion, forcePathStyle: true, maxAttempts: 1 },
    credentials: { accessKeyId: "TESTROOT", secretAccessKey: "test-secret" },
  });
  await s3.send(new CreateBucketCommand({ Bucket }));
});
afterEach(async () => {
  if (child.exitCode === null && child.signalCode === null) await kill();
  rmSync(directory, { recursive: true, force: true });
});

async function kill() {
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}

test("after a kill every acknowledged object is there and its event is told", async () => {
  const acknowledged: string[] = [];
  const writer = async (name: string) => {
    for (let i = 0; ; i++) {
      const Key = `${name}-${i}`;
      await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key.repeat(1000) }));
      acknowledged.push(Key);
    }
  };
  const writers = Promise.allSettled(["a", "b", "c", "d"].map(writer));
  await vi.waitUntil(() => acknowledged.length > 100, { timeout: 20_000, interval: 1 });
  await kill();
  await writers;

  const cloud = await startS3({ directory });
  for (const Key of acknowledged) {
    const { Body } = await cloud.s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(await Body?.transformToString()).toBe(Key.repeat(1000));
  }
  const before = readFileSync(join(directory, "told.txt"), "utf8").split("\n");
  await vi.waitFor(() => {
    const told = new Set([...before, ...cloud.events.map(({ s3: { object } }) => object.key)]);
    expect(acknowledged.filter((key) => !told.has(key))).toEqual([]);
  });
  expect(cloud.events.length).toBeGreaterThan(0);
  await cloud.stop({ keep: true });
});

test("64 MiB go in and out without filling the memory", async () => {
  const size = 64 * mebibyte;
  const before = await peakMemory();
  const sent = createHash("sha256");
  const Body = Readable.from(pieces(size, sent));
  await s3.send(new PutObjectCommand({ Bucket, Key: "big", Body, ContentLength: size }));
  const { Body: body } = await s3.send(new GetObjectCommand({ Bucket, Key: "big" }));
  const received = createHash("sha256");
  for await (const chunk of body as Readable) received.update(chunk);

  expect(received.digest("hex")).toBe(sent.digest("hex"));
  expect((await peakMemory()) - before).toBeLessThan(size);
});

/** Bytes of the server's process. */
async function peakMemory(): Promise<number> {
  child.send("memory?");
  const [bytes] = await once(child, "message");
  return bytes;
}

function* pieces(size: number, hash: ReturnType<typeof createHash>): Generator<Buffer> {
  for (let left = size; left > 0; left -= mebibyte) {
    const piece = randomBytes(Math.min(left, mebibyte));
    hash.update(piece);
    yield piece;
  }
}
