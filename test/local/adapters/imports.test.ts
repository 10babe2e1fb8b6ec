/** Imports on the embedded cloud: their table with infra/'s key, their bucket. */
import { access, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ImportBucket } from "#shared/import/import-bucket.ts";
import { ImportTable } from "#shared/import/import-table.ts";
import { mostFileBytes } from "#shared/import/table.ts";
import { type TransactionStep, writeTogether } from "#shared/runtime/conditional-write.ts";
import { createDynamodb } from "../../../local/cloud/dynamodb/dynamodb-service.ts";
import { createS3 } from "../../../local/cloud/s3/s3-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { postSlowly, secondsAt } from "../../../local/cloud/test/s3/post-slowly.ts";
import { importBucketContract } from "../../support/import-bucket-contract.ts";
import { importTableContract } from "../../support/import-table-contract.ts";
import { newTable } from "../../support/tables-of-the-app.ts";

let cloud: ServicesUnderTest;
let s3: S3Client;
let buckets = 0;

beforeAll(async () => {
  cloud = await startServices(async (context) => [
    ...(await createDynamodb(context)).services,
    createS3(context, {
      ...{ onEvent: () => undefined, requireKey: () => undefined },
      // The stricter of the two: what arrives so arrives also where only the beginning counts.
      endsLateForms: true,
    }),
  ]);
  s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
});

afterAll(() => cloud.stop());

async function newBucket(): Promise<ImportBucket> {
  buckets += 1;
  const Bucket = `imports-${buckets}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  return new ImportBucket(s3, Bucket);
}

describe("ImportTable", () =>
  importTableContract(async () => {
    const dynamodb = new DynamoDBClient(cloud.client);
    const db = DynamoDBDocumentClient.from(dynamodb, {
      marshallOptions: { removeUndefinedValues: true },
    });
    return {
      imports: new ImportTable(db, await newTable(dynamodb, "import-table")),
      write: (step: TransactionStep) => writeTogether(db, [step]),
    };
  }));

describe("ImportBucket", () => {
  importBucketContract(newBucket);

  async function post(bytes: number, most: number, key?: string): Promise<number> {
    const bucket = await newBucket();
    const { url, fields } = await bucket.uploadForm("imp_1", most);
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, ...(key && { key }) }))
      form.append(name, value);
    form.append("file", new Blob([new Uint8Array(bytes)]), "pegawai.csv");
    const { status } = await fetch(url, { method: "POST", body: form });
    if (status < 300)
      expect(await bucket.withUpload("imp_1", async ({ size }) => size)).toBe(bytes);
    return status;
  }

  test("a form takes a file of the size that was said, and no larger one", async () => {
    expect(await post(10, 10)).toBe(204);
    expect(await post(11, 10)).toBe(400);
    expect(await post(0, 10)).toBe(400);
  });

  test("what a function that died has left on the disk makes room for the next file", async () => {
    const minute = 60_000;
    const folderFrom = async (minutesAgo: number) => {
      const folder = await mkdtemp(join(tmpdir(), "kartu-import-"));
      await writeFile(join(folder, "file"), "x");
      const then = new Date(Date.now() - minutesAgo * minute);
      await utimes(folder, then, then);
      return folder;
    };
    const isThere = (path: string) =>
      access(path).then(
        () => true,
        () => false,
      );
    const [left, inUse] = [await folderFrom(16), await folderFrom(14)];
    const bucket = await newBucket();
    await bucket.putUpload("imp_1", new Uint8Array([1]));

    expect(await bucket.withUpload("imp_1", async ({ size }) => size)).toBe(1);
    expect([await isThere(left), await isThere(inUse)]).toEqual([false, true]);
    await rm(inUse, { recursive: true });
  });

  test("a form takes no other key", async () => {
    expect(await post(1, 10, "results/imp_1/x/contents.json")).toBe(403);
  });

  test("the largest file arrives over 200 kbit/s while its form lives, also where it is looked at in the end", async () => {
    const form = await (await newBucket()).uploadForm("imp_1", 1000);
    const file = new Blob([Buffer.alloc(1000, 7)]);
    const meanwhile = () => cloud.clock.advance(1000 * secondsAt(mostFileBytes, 200));

    expect((await postSlowly({ ...form, file, meanwhile })).status).toBe(204);
  });
});
