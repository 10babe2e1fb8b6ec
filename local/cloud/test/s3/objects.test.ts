import { createHash } from "node:crypto";
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  DeleteObjectTaggingCommand,
  GetObjectTaggingCommand,
  ListObjectsV2Command,
  type PutObjectCommandInput,
  PutObjectTaggingCommand,
} from "@aws-sdk/client-s3";
import { beforeAll, describe, expect, test } from "vitest";
import { objectsIn, s3ForThisFile } from "./s3-for-this-file.ts";

const { cloud, Bucket } = s3ForThisFile();
const { get, put, head, text } = objectsIn({ cloud, Bucket });
const md5 = (body: string | Buffer) => `"${createHash("md5").update(body).digest("hex")}"`;

test("an object comes back with its body, headers and metadata", async () => {
  const { ETag } = await put("a/letter.txt", "selamat pagi", {
    ContentType: "text/plain; charset=utf-8",
    ContentDisposition: 'attachment; filename="x.txt"',
    CacheControl: "max-age=60",
    Metadata: { caseid: "42" },
  });

  expect(ETag).toBe(md5("selamat pagi"));
  expect(await text("a/letter.txt")).toBe("selamat pagi");
  expect(await head("a/letter.txt")).toMatchObject({
    ContentType: "text/plain; charset=utf-8",
    ContentDisposition: 'attachment; filename="x.txt"',
    CacheControl: "max-age=60",
    ContentLength: 12,
    ETag,
    Metadata: { caseid: "42" },
    ServerSideEncryption: "AES256",
  });
});

test("an empty object is an object", async () => {
  await put("empty", "");
  expect(await text("empty")).toBe("");
  expect((await head("empty")).ContentLength).toBe(0);
});

test.each([
  "with space and  two",
  "plus+plus",
  "żółć/ü/日本/😀",
  "100%/%20/%2F",
  "dots/../a/./b/..",
  "//double//slash/",
  "quote'\"<&>!*()~@=:;,$",
])("the key %j is kept letter for letter", async (key) => {
  await put(key, `body of ${key}`);

  expect(await text(key)).toBe(`body of ${key}`);
  const { Contents = [] } = await cloud.s3.send(new ListObjectsV2Command({ Bucket, Prefix: key }));
  expect(Contents.map(({ Key }) => Key)).toEqual([key]);
  await cloud.s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: key }] } }));
  await expect(get(key)).rejects.toMatchObject({ name: "NoSuchKey" });
});

test("a key of more than 1024 bytes is refused", async () => {
  await expect(put("k".repeat(1025), "x")).rejects.toMatchObject({ name: "KeyTooLongError" });
});

describe("reading", () => {
  beforeAll(() => put("digits", "0123456789"));

  test.each([
    ["bytes=2-4", "234", "bytes 2-4/10"],
    ["bytes=7-", "789", "bytes 7-9/10"],
    ["bytes=-3", "789", "bytes 7-9/10"],
    ["bytes=5-99", "56789", "bytes 5-9/10"],
  ])("the range %s is served", async (Range, body, ContentRange) => {
    const answer = await get("digits", { Range });
    expect(answer.$metadata.httpStatusCode).toBe(206);
    expect(answer.ContentRange).toBe(ContentRange);
    expect(await answer.Body?.transformToString()).toBe(body);
  });

  test("a range behind the end is refused", async () => {
    await expect(get("digits", { Range: "bytes=10-" })).rejects.toMatchObject({
      name: "InvalidRange",
      $metadata: { httpStatusCode: 416 },
    });
  });

  test("what the caller has already is not sent again", async () => {
    const { ETag, LastModified } = await head("digits");
    await expect(get("digits", { IfNoneMatch: ETag })).rejects.toMatchObject(status(304));
    await expect(get("digits", { IfModifiedSince: LastModified })).rejects.toMatchObject(
      status(304),
    );
    expect(await text("digits", { IfNoneMatch: '"other"' })).toBe("0123456789");
  });

  test("what is not what the caller expects is refused", async () => {
    const longAgo = new Date(0);
    await expect(get("digits", { IfMatch: '"other"' })).rejects.toMatchObject(status(412));
    await expect(get("digits", { IfUnmodifiedSince: longAgo })).rejects.toMatchObject(status(412));
  });

  test("a missing key and a missing bucket are told apart", async () => {
    await expect(get("none")).rejects.toMatchObject({ name: "NoSuchKey" });
    await expect(head("none")).rejects.toMatchObject({ name: "NotFound" });
    await expect(get("none", { Bucket: "no-such-bucket" })).rejects.toMatchObject({
      name: "NoSuchBucket",
    });
  });
});

describe("conditional writes", () => {
  test("an object is created once", async () => {
    await put("once", "1", { IfNoneMatch: "*" });
    await expect(put("once", "2", { IfNoneMatch: "*" })).rejects.toMatchObject(status(412));
    expect(await text("once")).toBe("1");
  });

  test("of many who create it at once exactly one wins", async () => {
    const tries = Array.from({ length: 8 }, (_, i) =>
      put("race", `${i}`, { IfNoneMatch: "*" }).then(
        () => true,
        () => false,
      ),
    );
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
  });

  test("an object is replaced only if it is still the one that was read", async () => {
    const { ETag } = await put("swap", "1");
    await put("swap", "2", { IfMatch: ETag });
    await expect(put("swap", "3", { IfMatch: ETag })).rejects.toMatchObject(status(412));
    await expect(put("never", "1", { IfMatch: ETag })).rejects.toMatchObject({ name: "NoSuchKey" });
    expect(await text("swap")).toBe("2");
  });
});

test("deleted objects are gone, and deleting nothing is no error", async () => {
  await Promise.all(["d/1", "d/2", "d/3"].map((key) => put(key, "x")));
  await cloud.s3.send(new DeleteObjectCommand({ Bucket, Key: "d/1" }));
  await cloud.s3.send(new DeleteObjectCommand({ Bucket, Key: "d/1" }));
  const { Deleted = [] } = await cloud.s3.send(
    new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: "d/2" }, { Key: "d/none" }] } }),
  );
  expect(Deleted.map(({ Key }) => Key)).toEqual(["d/2", "d/none"]);
  const { Contents = [] } = await cloud.s3.send(new ListObjectsV2Command({ Bucket, Prefix: "d/" }));
  expect(Contents.map(({ Key }) => Key)).toEqual(["d/3"]);
});

test("tags come with the object and change without it", async () => {
  const { ETag } = await put("tagged", "x", { Tagging: "stage=new&who=a%20b" });
  const tags = async () =>
    (await cloud.s3.send(new GetObjectTaggingCommand({ Bucket, Key: "tagged" }))).TagSet;
  expect(await tags()).toEqual([
    { Key: "stage", Value: "new" },
    { Key: "who", Value: "a b" },
  ]);
  const TagSet = [{ Key: "stage", Value: "<done>" }];
  await cloud.s3.send(new PutObjectTaggingCommand({ Bucket, Key: "tagged", Tagging: { TagSet } }));
  expect(await tags()).toEqual(TagSet);
  expect(await head("tagged")).toMatchObject({ ETag });
  await cloud.s3.send(new DeleteObjectTaggingCommand({ Bucket, Key: "tagged" }));
  expect(await tags()).toEqual([]);
});

test("the encryption asked for is shown again", async () => {
  const encryption = { ServerSideEncryption: "aws:kms", SSEKMSKeyId: "key-1" };
  expect(await put("kms", "x", encryption)).toMatchObject(encryption);
  expect(await head("kms")).toMatchObject(encryption);
});

test("what would change the behaviour and is not known fails with its name", async () => {
  const fails = (input: Partial<PutObjectCommandInput>, name: string) =>
    expect(put("x", "x", input)).rejects.toMatchObject({
      name: "NotImplemented",
      message: expect.stringContaining(name),
    });
  await fails({ ObjectLockLegalHoldStatus: "ON" }, "x-amz-object-lock-legal-hold");
  await fails({ WebsiteRedirectLocation: "/a" }, "x-amz-website-redirect-location");
  await fails({ StorageClass: "GLACIER" }, "GLACIER");
  await expect(get("digits", { PartNumber: 1 })).rejects.toMatchObject({
    message: expect.stringContaining("partNumber"),
  });
  await expect(put("x", "x", { ACL: "public-read" })).rejects.toMatchObject({
    name: "AccessControlListNotSupported",
  });
});

function status(httpStatusCode: number) {
  return { $metadata: { httpStatusCode } };
}
