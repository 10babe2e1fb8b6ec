import {
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketCorsCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { AwsError } from "../../kernel/service.ts";
import { s3ForThisFile } from "./s3-for-this-file.ts";
import { errorCode } from "./s3-under-test.ts";

/** What the caller may not do: "action arn" or "action". */
const forbidden = new Set<string>();
let asked: { action: string; arn: string; conditions: object; by: string | undefined }[] = [];
const key = "arn:aws:kms:ap-southeast-3:000000000000:key/1";

const { cloud, Bucket } = s3ForThisFile({
  authorize({ accessKeyId }, action, arn, conditions = {}) {
    asked.push({ action, arn, conditions, by: accessKeyId });
    if (forbidden.has(action) || forbidden.has(`${action} ${arn}`)) {
      throw new AwsError("AccessDenied", `not authorized to perform ${action}`, { status: 403 });
    }
  },
});

beforeAll(async () => {
  const put = { Bucket, Key: "a", Body: "x" };
  await cloud.s3.send(new PutObjectCommand(put));
  await cloud.s3.send(
    new PutObjectCommand({
      ...{ ...put, Key: "secret", ServerSideEncryption: "aws:kms", SSEKMSKeyId: key },
    }),
  );
});
beforeEach(() => {
  forbidden.clear();
  asked = [];
});

const arn = (path: string) => `arn:aws:s3:::${Bucket}${path}`;
const VersionId = "null";

test.each([
  ["s3:GetObject", "/a", () => new GetObjectCommand({ Bucket, Key: "a" })],
  ["s3:GetObject", "/a", () => new HeadObjectCommand({ Bucket, Key: "a" })],
  ["s3:GetObjectVersion", "/a", () => new GetObjectCommand({ Bucket, Key: "a", VersionId })],
  ["s3:PutObject", "/b c", () => new PutObjectCommand({ Bucket, Key: "b c", Body: "x" })],
  [
    "s3:PutObjectTagging",
    "/b",
    () => new PutObjectCommand({ Bucket, Key: "b", Body: "x", Tagging: "a=1" }),
  ],
  ["s3:DeleteObject", "/a", () => new DeleteObjectCommand({ Bucket, Key: "a" })],
  ["s3:DeleteObjectVersion", "/a", () => new DeleteObjectCommand({ Bucket, Key: "a", VersionId })],
  ["s3:PutObject", "/b", () => new CreateMultipartUploadCommand({ Bucket, Key: "b" })],
  ["s3:ListBucket", "", () => new ListObjectsV2Command({ Bucket })],
  ["s3:ListBucketVersions", "", () => new ListObjectVersionsCommand({ Bucket })],
  ["s3:GetObjectTagging", "/a", () => new GetObjectTaggingCommand({ Bucket, Key: "a" })],
  [
    "s3:PutBucketCORS",
    "",
    () => new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: [] } }),
  ],
  ["s3:ListAllMyBuckets", undefined, () => new ListBucketsCommand()],
] as const)("without %s on the bucket%s the call is refused", async (action, path, command) => {
  forbidden.add(`${action} ${path === undefined ? "arn:aws:s3:::*" : arn(path)}`);
  await expect(cloud.s3.send(command() as GetObjectCommand)).rejects.toMatchObject({
    $metadata: { httpStatusCode: 403 },
  });
});

test("a list says what it asks for, so that a policy can allow one prefix", async () => {
  await cloud.s3.send(new ListObjectsV2Command({ Bucket, Prefix: "in/", Delimiter: "/" }));
  expect(asked).toEqual([
    {
      action: "s3:ListBucket",
      arn: arn(""),
      conditions: { "s3:prefix": "in/", "s3:delimiter": "/" },
      by: "TESTROOT",
    },
  ]);
});

test("who may not list does not learn that a key is missing", async () => {
  const get = new GetObjectCommand({ Bucket, Key: "none" });
  await expect(cloud.s3.send(get)).rejects.toMatchObject({ name: "NoSuchKey" });
  forbidden.add("s3:ListBucket");
  await expect(cloud.s3.send(get)).rejects.toMatchObject({ name: "AccessDenied" });
  const head = new HeadObjectCommand({ Bucket, Key: "none" });
  await expect(cloud.s3.send(head)).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
});

test("of many deletions only those that are allowed happen", async () => {
  await cloud.s3.send(new PutObjectCommand({ Bucket, Key: "mine", Body: "x" }));
  forbidden.add(`s3:DeleteObject ${arn("/a")}`);
  const Objects = [{ Key: "a" }, { Key: "mine" }];
  const answer = await cloud.s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
  expect(answer.Errors).toMatchObject([{ Key: "a", Code: "AccessDenied" }]);
  expect(answer.Deleted).toMatchObject([{ Key: "mine" }]);
});

test("a presigned link and form can do what their signer can", async () => {
  const link = await getSignedUrl(cloud.s3, new GetObjectCommand({ Bucket, Key: "a" }));
  const form = await createPresignedPost(cloud.s3, { Bucket, Key: "posted" });
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
  body.append("file", new Blob(["x"]));
  const upload = () => fetch(`${cloud.endpoint}/${Bucket}`, { method: "POST", body });

  expect((await fetch(link)).status).toBe(200);
  expect((await upload()).status).toBe(204);
  expect(asked.map(({ action, by }) => [action, by])).toEqual([
    ["s3:GetObject", "TESTROOT"],
    ["s3:PutObject", "TESTROOT"],
  ]);

  forbidden.add("s3:GetObject").add("s3:PutObject");
  expect(errorCode(await (await fetch(link)).text())).toBe("AccessDenied");
  expect(errorCode(await (await upload()).text())).toBe("AccessDenied");
});

test("a key of one's own must be allowed for writing and for reading", async () => {
  const encryption = { ServerSideEncryption: "aws:kms", SSEKMSKeyId: key } as const;
  forbidden.add(`kms:Decrypt ${key}`).add(`kms:GenerateDataKey ${key}`);
  const put = new PutObjectCommand({ Bucket, Key: "kms", Body: "x", ...encryption });
  await expect(cloud.s3.send(put)).rejects.toMatchObject({ name: "AccessDenied" });
  await expect(
    cloud.s3.send(new GetObjectCommand({ Bucket, Key: "secret" })),
  ).rejects.toMatchObject({ name: "AccessDenied" });
});
