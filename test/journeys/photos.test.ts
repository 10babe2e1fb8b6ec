/** Photos without the pages: sent again with the same form, odd, replaced in the bucket, or too many. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import sharp from "sharp";
import { beforeAll, describe, expect } from "vitest";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { confirmedPhoto, digestOf } from "#shared/photo/photo-digest.ts";
import { smallPhotoKey } from "#shared/photo/photo-keys.ts";
import { verifyAnswer } from "#shared/verification/verify-answer.ts";
import type { Cloud } from "../../local/cloud/cloud.ts";
import { portraitPng } from "../../local/demo/portrait.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { oddPngs } from "../support/odd-pngs.ts";
import { distance } from "./support/picture-distance.ts";
import { test, type World } from "./support/world.ts";

const odd = await oddPngs();

let world: World;
let cloud: Cloud;
let siti: EmployeeId;
let holder: HttpHolder;
let db: DynamoDBDocumentClient;

test.beforeAll(async ({ world: given }) => {
  world = given;
  ({ cloud } = world);
  const { id, employee } = await world.newcomer({ like: "Siti Contohwati", name: "Siti Fotowati" });
  siti = id;
  db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
  holder = new HttpHolder(cloud.siteUrl);
  await holder.signIn(employee.nip, world.nextCode(employee.nip));
});

async function recordOfSiti() {
  const employees = new EmployeeTable(db, cloud.services.functions.settings().EMPLOYEE_TABLE ?? "");
  const record = await employees.find(siti);
  if (!record?.photoId) throw new Error("Siti has no photo.");
  return { ...record, photoId: record.photoId };
}

async function confirmationsOfSiti(): Promise<number> {
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName: cloud.services.functions.settings().AUDIT_TABLE,
      KeyConditionExpression: "subjectId = :siti",
      ExpressionAttributeValues: { ":siti": siti },
    }),
  );
  return Items.filter(({ action }) => action === "photo-confirmed").length;
}

/** The photo that verification shows, as bytes. */
async function verifiedPhoto(): Promise<Buffer> {
  const { result, card } = verifyAnswer.parse(await (await holder.verify()).json());
  expect(result).toBe("valid");
  return Buffer.from(card?.photo.split(",")[1] ?? "", "base64");
}

describe("a form that is filled in again after «Gunakan foto ini»", () => {
  let before: { readonly version: string | undefined; readonly face: Buffer };
  let confirmations: number;
  let photoId: string;

  beforeAll(async () => {
    const form = await holder.askForForm();
    photoId = form.photoId;
    await holder.fillIn(form, await portraitPng(4));
    await cloud.waitUntilIdle();
    await holder.confirm(photoId);
    await cloud.waitUntilIdle();
    before = {
      version: (await holder.readCard()).version,
      face: await holder.face("front-portrait"),
    };
    confirmations = await confirmationsOfSiti();
    // While the form lives.
    await holder.fillIn(form, await portraitPng(9));
    await cloud.waitUntilIdle();
    await holder.confirm(photoId);
    await cloud.waitUntilIdle();
  });

  test("changes neither outcome nor record nor history", async () => {
    expect(await holder.readPhoto(photoId)).toMatchObject({ state: "confirmed" });
    expect((await recordOfSiti()).photoId).toBe(photoId);
    expect(await confirmationsOfSiti()).toBe(confirmations);
  });

  test("leaves the card as it is", async () => {
    expect((await holder.readCard()).version).toBe(before.version);
    expect((await holder.face("front-portrait")).equals(before.face)).toBe(true);
  });

  test("leaves the photo of verification as it is: the small one that the record names", async () => {
    const shown = await verifiedPhoto();

    expect(shown.length).toBeLessThanOrEqual(12 * 1024);
    expect(digestOf(shown)).toBe((await recordOfSiti()).smallPhotoDigest);
    expect(await distance(shown, await portraitPng(4))).toBeLessThan(4);
    expect(await distance(shown, await portraitPng(9))).toBeGreaterThan(8);
  });
});

test.each(odd)(
  "a photo %s has its outcome within seconds, and nothing comes back to be tried again",
  async (_, bytes, refusal) => {
    const photoId = await holder.upload(bytes);
    await cloud.waitUntilIdle({ timeoutSeconds: 10 });
    const { state, rules } = await holder.readPhoto(photoId);

    expect(state).toBe(refusal ? "rejected" : "accepted");
    expect(rules.find(({ rule }) => rule === "format")?.code).toBe(refusal);
    expect(cloud.deadLetters()).toEqual({});
    expect(world.logLines().filter((line) => line.includes("message.failed"))).toEqual([]);
  },
);

test("a small photo that somebody replaced in the bucket is not shown: no answer, and an alarm", async () => {
  const record = await recordOfSiti();
  const photo = confirmedPhoto(record);
  const s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
  await s3.send(
    new PutObjectCommand({
      Bucket: cloud.services.functions.settings().PHOTO_BUCKET,
      Key: smallPhotoKey(photo, photo.smallPhotoDigest ?? ""),
      Body: await sharp(await portraitPng(9))
        .webp()
        .toBuffer(),
    }),
  );

  await expect(holder.verify()).rejects.toThrow("/api/verify: 500");
  expect(world.logLines().filter((line) => line.includes('"level":"ERROR"'))).toHaveLength(1);
});

test("a holder's forms end for the hour, and it is said when they go on", async () => {
  const refused = async () => {
    // The hour's form, whatever was asked for above.
    for (let i = 0; i <= 60; i++) {
      const answer = await holder.askForForm().catch((error: Error) => error);
      if (answer instanceof Error) return answer;
    }
    throw new Error("Sixty forms, and no end.");
  };

  expect((await refused()).message).toMatch(
    /429 .*"code":"too-many-attempts".*"retryAfterSeconds":\d+/,
  );
});
