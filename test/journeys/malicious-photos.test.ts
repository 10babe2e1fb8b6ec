/** Files of people who want something else than a photo, through the real upload: nothing is stored of them but the verdict. */
import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { expect } from "vitest";
import type { Cloud } from "../../local/cloud/cloud.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { maliciousPhotos, payload } from "../support/malicious-photos.ts";
import { test, type World } from "./support/world.ts";

const cases = await maliciousPhotos();
/** Below what one holder may send in an hour. */
const perHolder = 25;

let world: World;
let cloud: Cloud;
let s3: S3Client;
const senders: HttpHolder[] = [];

test.beforeAll(async ({ world: given }) => {
  world = given;
  ({ cloud } = world);
  s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
  for (let i = 0; i * perHolder < cases.length; i++) {
    const { employee } = await world.newcomer({ like: "Siti Contohwati", name: `Sari Jahatwati` });
    const sender = new HttpHolder(cloud.siteUrl);
    await sender.signIn(employee.nip, world.nextCode(employee.nip));
    senders.push(sender);
  }
}, 120_000);

const bucket = () => cloud.services.functions.settings().PHOTO_BUCKET;

/** Everything in the bucket that this upload has left there. */
async function leftOf(photoId: string): Promise<{ key: string; bytes: Buffer }[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket() }));
  const keys = Contents.map(({ Key = "" }) => Key).filter((key) => key.includes(photoId));
  return await Promise.all(
    keys.map(async (key) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket(), Key: key }));
      return { key, bytes: Buffer.from((await Body?.transformToByteArray()) ?? []) };
    }),
  );
}

test.each(cases.map((each, i) => [...each, i] as const))(
  "%s",
  async (_, bytes, refusal, i) => {
    const sender = senders[Math.floor(i / perHolder)];
    if (!sender) throw new Error("Nobody sends this one.");
    const photoId = await sender.upload(bytes);
    await cloud.waitUntilIdle({ timeoutSeconds: 20 });
    const { state, rules } = await sender.readPhoto(photoId);
    const left = await leftOf(photoId);

    expect(state).toBe(refusal ? "rejected" : "accepted");
    expect(rules.find(({ verdict }) => verdict === "failed")?.code).toBe(refusal);
    // Of a refused file nothing; of a photo what was encoded anew from its pixels, until somebody confirms it.
    if (refusal) expect(left).toEqual([]);
    else expect(left.length).toBeGreaterThan(2);
    for (const { key, bytes: stored } of left) {
      expect(key).toMatch(/^(candidates|previews)\//);
      expect(stored.includes(payload)).toBe(false);
    }
    expect(cloud.deadLetters()).toEqual({});
  },
  60_000,
);

test("one that is too large is refused at the door", async () => {
  const form = await senders[0]?.askForForm();
  if (!form) throw new Error("Nobody sends this one.");
  const sending = senders[0]?.fillIn(form, Buffer.alloc(2 * 1024 * 1024 + 1));
  await expect(sending).rejects.toThrow("400");
  expect(await leftOf(form.photoId)).toEqual([]);
});

test("no function failed over any of them", () => {
  const failed = world
    .logLines()
    .filter((line) => /message\.failed|photo\.not-validated/.test(line));
  expect(failed).toEqual([]);
});
