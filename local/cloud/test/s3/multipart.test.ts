import { randomBytes } from "node:crypto";
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { expect, test } from "vitest";
import { s3ForThisFile } from "./s3-for-this-file.ts";

const mebibyte = 1024 * 1024;
const big = randomBytes(5 * mebibyte);
const { cloud, Bucket } = s3ForThisFile();

const bytes = async (Key: string) =>
  Buffer.from(
    (await (
      await cloud.s3.send(new GetObjectCommand({ Bucket, Key }))
    ).Body?.transformToByteArray()) ?? [],
  );

async function begin(Key: string, input = {}) {
  const { UploadId } = await cloud.s3.send(
    new CreateMultipartUploadCommand({ Bucket, Key, ...input }),
  );
  const upload = { Bucket, Key, UploadId };
  return {
    upload,
    part: async (PartNumber: number, Body: Buffer | string): Promise<CompletedPart> => {
      const { $metadata: _, ...sent } = await cloud.s3.send(
        new UploadPartCommand({ ...upload, PartNumber, Body }),
      );
      return { ...sent, PartNumber };
    },
    complete: (Parts: CompletedPart[], more = {}) =>
      cloud.s3.send(
        new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts }, ...more }),
      ),
  };
}

test("who lost the answer completes again and hears the same, for a while", async () => {
  const { part, complete } = await begin("again");
  const Parts = [await part(1, "all")];
  const { $metadata: _first, ...first } = await complete(Parts);
  const { $metadata: _second, ...second } = await complete(Parts);
  expect(second).toEqual(first);
  const other = [{ PartNumber: 1, ETag: "0".repeat(32) }];
  await expect(complete(other)).rejects.toMatchObject({ name: "NoSuchUpload" });
});

test("the SDK's upload in parts comes back byte for byte", async () => {
  const Body = randomBytes(11 * mebibyte + 3);
  const params = { Bucket, Key: "sdk", Body, ContentType: "image/png", Metadata: { k: "v" } };
  const upload = new Upload({ client: cloud.s3, params, partSize: 5 * mebibyte });
  const { ETag } = await upload.done();

  expect(ETag).toMatch(/^"[\da-f]{32}-3"$/);
  expect(Body.equals(await bytes("sdk"))).toBe(true);
  const head = await cloud.s3.send(
    new HeadObjectCommand({ Bucket, Key: "sdk", ChecksumMode: "ENABLED" }),
  );
  expect(head).toMatchObject({ Metadata: { k: "v" }, ContentType: "image/png", ETag });
  expect(head.ChecksumCRC32).toMatch(/-3$/);
  expect(cloud.events.at(-1)).toMatchObject({
    eventName: "ObjectCreated:CompleteMultipartUpload",
    s3: { object: { key: "sdk", size: Body.length } },
  });
});

test("a part can be sent again, and parts are listed", async () => {
  const { upload, part, complete } = await begin("again");
  await part(1, "first try");
  const last = await part(7, "end");
  const first = await part(1, big);

  const { Parts = [] } = await cloud.s3.send(new ListPartsCommand(upload));
  expect(Parts.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
    [1, big.length],
    [7, 3],
  ]);
  await complete([first, last], { MpuObjectSize: big.length + 3 });
  expect(Buffer.concat([big, Buffer.from("end")]).equals(await bytes("again"))).toBe(true);
});

test("completing is refused when the list is not what was sent", async () => {
  const { part, complete } = await begin("checked");
  const one = await part(1, "small");
  const two = await part(2, "small");
  const refused = (parts: CompletedPart[], name: string, more = {}) =>
    expect(complete(parts, more)).rejects.toMatchObject({ name });

  await refused([two, one], "InvalidPartOrder");
  await refused([one, two], "EntityTooSmall");
  await refused([{ PartNumber: 9, ETag: one.ETag }], "InvalidPart");
  await refused([{ ...one, ETag: '"0123"' }], "InvalidPart");
  await refused([{ ...one, ChecksumCRC32: "AAAAAA==" }], "InvalidPart");
  await refused([one], "InvalidRequest", { MpuObjectSize: 99 });
  await expect(complete([one])).resolves.toBeDefined();
});

test("a checksum of the whole is computed over the parts joined", async () => {
  const input = { ChecksumAlgorithm: "CRC32", ChecksumType: "FULL_OBJECT" };
  const { part, complete } = await begin("whole", input);
  const parts = [await part(1, big), await part(2, "end")];
  await expect(complete(parts, { ChecksumCRC32: "AAAAAA==" })).rejects.toMatchObject({
    name: "BadDigest",
  });
  const completed = await complete(parts);
  const Body = Buffer.concat([big, Buffer.from("end")]);
  const single = await cloud.s3.send(new PutObjectCommand({ Bucket, Key: "single", Body }));
  expect(completed.ChecksumCRC32).toBe(single.ChecksumCRC32);
});

test("an aborted upload is gone", async () => {
  const { upload, part } = await begin("aborted");
  await part(1, "x");
  const open = async () =>
    (await cloud.s3.send(new ListMultipartUploadsCommand({ Bucket, Prefix: "abo" }))).Uploads ?? [];
  expect(await open()).toMatchObject([{ Key: "aborted", UploadId: upload.UploadId }]);
  await cloud.s3.send(new AbortMultipartUploadCommand(upload));
  expect(await open()).toEqual([]);
  await expect(part(2, "x")).rejects.toMatchObject({ name: "NoSuchUpload" });
});

test("an object that must be new is not completed over another", async () => {
  const { part, complete } = await begin("taken");
  const one = await part(1, "late");
  await cloud.s3.send(new PutObjectCommand({ Bucket, Key: "taken", Body: "early" }));
  await expect(complete([one], { IfNoneMatch: "*" })).rejects.toMatchObject({
    name: "PreconditionFailed",
  });
  expect((await bytes("taken")).toString()).toBe("early");
});

test.each(["an object", "a part"])(
  "%s copied from an object fails with the name of what is missing",
  async (what) => {
    const { upload } = await begin("copied");
    const CopySource = `${Bucket}/x`;
    const copy =
      what === "a part"
        ? cloud.s3.send(new UploadPartCopyCommand({ ...upload, PartNumber: 1, CopySource }))
        : cloud.s3.send(new CopyObjectCommand({ Bucket, Key: "copied", CopySource }));
    await expect(copy).rejects.toMatchObject({
      name: "NotImplemented",
      message: expect.stringContaining("x-amz-copy-source"),
    });
  },
);
