/** Many holders whose cards were drawn in a template of long ago, written straight into tables and buckets. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand, paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";
import { BatchWriteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { contentHash } from "#shared/card/content-hash.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { toItem } from "#shared/employee/employee-item.ts";
import type { Cloud } from "../../local/cloud/cloud.ts";
import { portraitPng } from "../../local/demo/portrait.ts";
import { aNip, anEmployee } from "../../test/support/builders.ts";

const oldTemplate = "t0-00000000";
/** DynamoDB's limit. */
const mostInBatch = 25;
const portraits = 8;

/**
 * Nobody has an account: accounts play no part in drawing.
 * @param drawable how many of them have a photo, evenly among the others: only theirs can be drawn
 */
export async function seedHolders(
  cloud: Cloud,
  { count, drawable }: { readonly count: number; readonly drawable: number },
): Promise<void> {
  const {
    EMPLOYEE_TABLE = "",
    CARD_TABLE = "",
    PHOTO_BUCKET = "",
  } = cloud.services.functions.settings();
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
  const photos = await Promise.all(Array.from({ length: portraits }, (_, i) => portraitPng(i)));
  for (let at = 0; at < count; at += mostInBatch) {
    const length = Math.min(mostInBatch, count - at);
    const holders = Array.from({ length }, (_, i) => holder(at + i, Math.floor(count / drawable)));
    const put = (Item: Record<string, unknown>) => ({ PutRequest: { Item } });
    await db.send(
      new BatchWriteCommand({
        // As an import writes them: it changes no card, and starts no renderer.
        RequestItems: {
          [EMPLOYEE_TABLE]: holders.map((each) =>
            put(toItem(each, { cardChanged: false, holderTold: false })),
          ),
        },
      }),
    );
    await db.send(
      new BatchWriteCommand({
        RequestItems: { [CARD_TABLE]: holders.map((each, i) => put(oldPointer(each, at + i))) },
      }),
    );
    for (const [i, { id, photoId }] of holders.entries()) {
      const Body = photos[(at + i) % portraits];
      if (!photoId || !Body) continue;
      const Key = `photos/${id}/${photoId}.png`;
      await s3.send(new PutObjectCommand({ Bucket: PHOTO_BUCKET, Key, Body }));
    }
  }
}

function holder(i: number, photoEvery: number): Employee {
  const order = String((i % 999) + 1).padStart(3, "0");
  return anEmployee({
    id: `emp_bench${i}`,
    nip: aNip(`${1970 + Math.floor(i / 999)}0212201001${(i % 2) + 1}${order}`),
    name: `Pemegang Kartu Nomor ${i}`,
    email: `pemegang${i}@contoh.example`,
    photoId: i % photoEvery === 0 ? `pho_bench${i}` : undefined,
  });
}

function oldPointer(employee: Employee, i: number): Record<string, unknown> {
  return {
    id: `card#${employee.id}`,
    serial: `A2010${String(i + 1).padStart(7, "0")}`,
    issuedOn: "2026-01-02",
    revision: employee.revision,
    contentHash: contentHash(employee),
    templateVersion: oldTemplate,
    checkCode: "7K2Q9MXB",
    // Looked at: of others nothing is drawn before somebody looks.
    viewed: "portrait",
  };
}

export interface StoredCards {
  readonly objects: number;
  /** By the end of the keys: "png", "webp", "pdf". */
  readonly bytes: Readonly<Record<string, number>>;
}

/** What lies in the bucket of cards. */
export async function storedCards(cloud: Cloud): Promise<StoredCards> {
  const { CARD_BUCKET = "" } = cloud.services.functions.settings();
  const s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
  const bytes: Record<string, number> = {};
  let objects = 0;
  for await (const { Contents = [] } of paginateListObjectsV2(
    { client: s3 },
    { Bucket: CARD_BUCKET },
  )) {
    objects += Contents.length;
    for (const { Key = "", Size = 0 } of Contents) {
      const [kind] = /(?<=\.)\w+$/.exec(Key) ?? [];
      if (kind) bytes[kind] = (bytes[kind] ?? 0) + Size;
    }
  }
  return { objects, bytes };
}
