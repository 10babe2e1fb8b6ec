/** Apart from `s3-under-test.ts`, which also runs in a process of its own, where there is no vitest. */
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll } from "vitest";
import { type S3Options, S3UnderTest } from "./s3-under-test.ts";

/**
 * S3 for the tests of the file that calls this, with one bucket. Both can be used from the first test on, and are gone
 * after the last.
 */
export function s3ForThisFile(options?: S3Options): { cloud: S3UnderTest; Bucket: string } {
  const cloud = new S3UnderTest(options);
  const Bucket = "bucket-of-this-file";
  beforeAll(async () => {
    await cloud.start();
    await cloud.s3.send(new CreateBucketCommand({ Bucket }));
  });
  afterAll(() => cloud.stop());
  return { cloud, Bucket };
}

/** What a story does to the objects of one bucket. */
export function objectsIn({ cloud, Bucket }: { cloud: S3UnderTest; Bucket: string }) {
  const get = (Key: string, input = {}) =>
    cloud.s3.send(new GetObjectCommand({ Bucket, Key, ...input }));
  return {
    get,
    put: (Key: string, Body: NonNullable<PutObjectCommandInput["Body"]>, input = {}) =>
      cloud.s3.send(new PutObjectCommand({ Bucket, Key, Body, ...input })),
    head: (Key: string, input = {}) =>
      cloud.s3.send(new HeadObjectCommand({ Bucket, Key, ...input })),
    text: async (Key: string, input = {}) =>
      (await get(Key, input)).Body?.transformToString() ?? "",
  };
}
