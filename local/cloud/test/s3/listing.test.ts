import {
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  PutObjectCommand,
  paginateListObjectsV2,
} from "@aws-sdk/client-s3";
import { beforeAll, expect, test } from "vitest";
import { s3ForThisFile } from "./s3-for-this-file.ts";

const allKeys = ["a", "b/1", "b/2", "b/3/x", "b/3/y", "c d+é", "z/1"];
const { cloud, Bucket } = s3ForThisFile();

beforeAll(async () => {
  for (const Key of [...allKeys].reverse()) {
    await cloud.s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
  }
});

const list = async (input: Partial<ListObjectsV2CommandInput> = {}) => {
  const page = await cloud.s3.send(new ListObjectsV2Command({ Bucket, ...input }));
  return {
    keys: (page.Contents ?? []).map(({ Key }) => Key),
    prefixes: (page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix),
    page,
  };
};

test("keys come in order, with prefix and start", async () => {
  expect((await list()).keys).toEqual(allKeys);
  expect((await list({ Prefix: "b/3" })).keys).toEqual(["b/3/x", "b/3/y"]);
  expect((await list({ StartAfter: "b/3/x" })).keys).toEqual(["b/3/y", "c d+é", "z/1"]);
  expect((await list({ MaxKeys: 0 })).keys).toEqual([]);
});

test("keys are ordered by their bytes, not by their UTF-16 units", async () => {
  const other = await cloud.newBucket();
  for (const Key of ["\u{1f600}", "\uffee"]) {
    await cloud.s3.send(new PutObjectCommand({ Bucket: other, Key, Body: "" }));
  }
  const first = await list({ Bucket: other, MaxKeys: 1 });
  const rest = await list({
    Bucket: other,
    ContinuationToken: first.page.NextContinuationToken,
  });
  expect([...first.keys, ...rest.keys]).toEqual(["\uffee", "\u{1f600}"]);
});

test("a delimiter folds what lies deeper", async () => {
  const root = await list({ Delimiter: "/" });
  expect(root.keys).toEqual(["a", "c d+é"]);
  expect(root.prefixes).toEqual(["b/", "z/"]);
  expect(root.page.KeyCount).toBe(4);
  expect((await list({ Delimiter: "/", Prefix: "b/" })).prefixes).toEqual(["b/3/"]);
});

test.each([1, 2, 3, 1000])("pages of %i hold everything once", async (pageSize) => {
  const collect = async (input: Partial<ListObjectsV2CommandInput>) => {
    const found: (string | undefined)[] = [];
    const pages = paginateListObjectsV2({ client: cloud.s3, pageSize }, { Bucket, ...input });
    for await (const { Contents = [], CommonPrefixes = [] } of pages) {
      expect(Contents.length + CommonPrefixes.length).toBeLessThanOrEqual(pageSize);
      found.push(...Contents.map(({ Key }) => Key), ...CommonPrefixes.map(({ Prefix }) => Prefix));
    }
    return found.sort();
  };
  expect(await collect({})).toEqual(allKeys);
  expect(await collect({ Delimiter: "/" })).toEqual(["a", "b/", "c d+é", "z/"]);
});

test("keys are encoded on request", async () => {
  expect((await list({ Prefix: "c", EncodingType: "url" })).keys).toEqual(["c+d%2B%C3%A9"]);
});

test("a token nobody gave and a wrong limit are refused", async () => {
  await expect(list({ ContinuationToken: "!!" })).rejects.toMatchObject({
    name: "InvalidArgument",
  });
  await expect(list({ MaxKeys: -1 })).rejects.toMatchObject({ name: "InvalidArgument" });
});
