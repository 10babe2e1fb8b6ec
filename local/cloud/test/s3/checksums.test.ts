import { createHash, randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import type { ChecksumAlgorithm } from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import { objectsIn, s3ForThisFile } from "./s3-for-this-file.ts";

const { cloud, Bucket } = s3ForThisFile();
const { get, put, head, text } = objectsIn({ cloud, Bucket });

const algorithms: ChecksumAlgorithm[] = ["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME"];
test.each(algorithms)("%s of a text is checked and shown", async (ChecksumAlgorithm) => {
  const field = `Checksum${ChecksumAlgorithm}`;
  const sent = await put("summed", "123456789", { ChecksumAlgorithm });
  const shown = await head("summed", { ChecksumMode: "ENABLED" });

  expect(sent).toMatchObject({ [field]: expect.any(String), ChecksumType: "FULL_OBJECT" });
  expect(shown).toMatchObject({ [field]: Reflect.get(sent, field) });
  expect(await text("summed", { ChecksumMode: "ENABLED" })).toBe("123456789");
  await expect(put("summed", "x", { [field]: Reflect.get(sent, field) })).rejects.toMatchObject({
    name: "BadDigest",
  });
});

test.each(algorithms)("%s of a stream is checked in the trailer", async (ChecksumAlgorithm) => {
  const body = randomBytes(200_000);
  const pieces = [body.subarray(0, 70_000), body.subarray(70_000)];
  await put("stream", Readable.from(pieces), { ContentLength: body.length, ChecksumAlgorithm });

  const stored = await get("stream", { ChecksumMode: "ENABLED" });
  expect(stored.ContentEncoding).toBeUndefined();
  expect(body.equals(Buffer.from((await stored.Body?.transformToByteArray()) ?? []))).toBe(true);
});

test("the check values of the CRC catalogue come out", async () => {
  await put("check", "123456789", { ChecksumAlgorithm: "CRC64NVME" });
  const { ChecksumCRC64NVME } = await head("check", { ChecksumMode: "ENABLED" });
  await put("check", "123456789", { ChecksumAlgorithm: "CRC32C" });
  const { ChecksumCRC32C } = await head("check", { ChecksumMode: "ENABLED" });

  expect(Buffer.from(ChecksumCRC64NVME ?? "", "base64").toString("hex")).toBe("ae8b14860a799888");
  expect(Buffer.from(ChecksumCRC32C ?? "", "base64").toString("hex")).toBe("e3069283");
});

test("a wrong Content-MD5 is refused and nothing is stored", async () => {
  const wrong = createHash("md5").update("other").digest("base64");
  await expect(put("md5", "x", { ContentMD5: wrong })).rejects.toMatchObject({
    name: "BadDigest",
  });
  await expect(get("md5")).rejects.toMatchObject({ name: "NoSuchKey" });
});

test("an algorithm it does not know is named", async () => {
  await expect(
    put("x", "x", { ChecksumAlgorithm: "SHA256", ChecksumXXHASH64: "AAAAAAAAAAA=" }),
  ).rejects.toMatchObject({
    name: "NotImplemented",
    message: expect.stringContaining("xxhash64"),
  });
});
