/** The buckets of photos and cards on the embedded cloud: what forms and links allow, and for how long. */
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { CardBucket } from "#shared/card/card-bucket.ts";
import { PhotoBucket } from "#shared/photo/photo-bucket.ts";
import { maxPhotoBytes } from "#shared/photo/photo-limits.ts";
import type { UploadForm } from "#shared/photo/upload.ts";
import { createS3 } from "../../../local/cloud/s3/s3-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { postSlowly, secondsAt } from "../../../local/cloud/test/s3/post-slowly.ts";
import {
  aDocument,
  aDrawing,
  aFace,
  cardBucketContract,
} from "../../support/card-bucket-contract.ts";
import {
  aPhoto,
  aPhotoName,
  photoBucketContract,
  pictures,
} from "../../support/photo-bucket-contract.ts";

const bytes = Buffer.from("a file");

let cloud: ServicesUnderTest;
let s3: S3Client;
let buckets = 0;
/** How far the cloud's clock was moved. */
let moved = 0;

beforeAll(async () => {
  cloud = await startServices((context) => [
    createS3(context, {
      ...{ onEvent: () => undefined, requireKey: () => undefined },
      // The stricter of the two: what arrives so arrives also where only the beginning counts.
      endsLateForms: true,
    }),
  ]);
  s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
});

afterAll(() => cloud.stop());

afterEach(() => pass(-moved / 1000));

function pass(seconds: number): void {
  cloud.clock.advance(seconds * 1000);
  moved += seconds * 1000;
}

async function newBucket(): Promise<string> {
  buckets += 1;
  const Bucket = `bucket-${buckets}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  return Bucket;
}

describe("CardBucket", () => {
  cardBucketContract(async () => new CardBucket(s3, await newBucket()));

  test("a link to a PNG downloads it by its name, and lets nobody keep it", async () => {
    const cards = new CardBucket(s3, await newBucket());
    await cards.put(aDrawing, aFace, bytes);
    const answer = await fetch(await cards.link(aDrawing, aFace, "kartu-asn.png"));

    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/png",
      "content-disposition": 'attachment; filename="kartu-asn.png"',
      "cache-control": "private, no-store",
    });
  });

  test("a link to a document downloads it, and lets nobody keep it", async () => {
    const cards = new CardBucket(s3, await newBucket());
    await cards.put(aDrawing, aDocument, bytes);
    const answer = await fetch(await cards.link(aDrawing, aDocument, "kartu-asn.pdf"));

    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": 'attachment; filename="kartu-asn.pdf"',
      "cache-control": "private, no-store",
    });
  });

  test("a link lives for a minute", async () => {
    const cards = new CardBucket(s3, await newBucket());
    await cards.put(aDrawing, aFace, bytes);
    const link = await cards.link(aDrawing, aFace, "kartu-asn.png");

    pass(55);
    expect((await fetch(link)).status).toBe(200);
    pass(10);
    expect((await fetch(link)).status).toBe(403);
  });

  test("a link that was changed to another's card opens nothing", async () => {
    const cards = new CardBucket(s3, await newBucket());
    await cards.put({ ...aDrawing, employeeId: "emp_budi" }, aFace, bytes);
    const link = await cards.link(aDrawing, aFace, "kartu-asn.png");

    expect((await fetch(link.replace("emp_siti", "emp_budi"))).status).toBe(403);
  });
});

describe("PhotoBucket", () => {
  async function newPhotos() {
    const Bucket = await newBucket();
    return {
      bucket: new PhotoBucket(s3, Bucket),
      put: async (Key: string, Body: Buffer) =>
        void (await s3.send(new PutObjectCommand({ Bucket, Key, Body }))),
      now: () => cloud.clock.now(),
    };
  }
  photoBucketContract(newPhotos);

  /** Sends a form as a browser does. @returns the answer's status */
  async function send(
    { url, fields }: UploadForm,
    { bytes = 100, ...change }: { bytes?: number; key?: string; "Content-Type"?: string } = {},
  ): Promise<number> {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, ...change })) form.append(name, value);
    form.append("file", new Blob([Buffer.alloc(bytes, 7)]), "foto.png");
    return (await fetch(url, { method: "POST", body: form })).status;
  }

  test.each([1, maxPhotoBytes])("a form takes a photo of %i bytes", async (bytes) => {
    const { bucket } = await newPhotos();

    expect(await send(await bucket.uploadForm(aPhotoName), { bytes })).toBe(204);
    expect((await bucket.readIncoming(aPhotoName))?.length).toBe(bytes);
  });

  test.each([
    ["an empty file", { bytes: 0 }, 400],
    ["a file of more than 2 MB", { bytes: maxPhotoBytes + 1 }, 400],
    ["another type", { "Content-Type": "image/svg+xml" }, 403],
    ["another's place", { key: "incoming/emp_budi/pho_1" }, 403],
    ["the confirmed photo's place", { key: "photos/emp_siti/pho_1.png" }, 403],
  ])("a form does not take %s", async (_, change, status) => {
    const { bucket } = await newPhotos();

    expect(await send(await bucket.uploadForm(aPhotoName), change)).toBe(status);
    expect(await bucket.readIncoming(aPhotoName)).toBeUndefined();
  });

  test("a form lives for ten minutes", async () => {
    const { bucket } = await newPhotos();
    const form = await bucket.uploadForm(aPhotoName);

    pass(595);
    expect(await send(form)).toBe(204);
    pass(10);
    expect(await send(form)).toBe(403);
  });

  test("the largest photo arrives over 50 kbit/s while its form lives, also where it is looked at in the end", async () => {
    const { bucket } = await newPhotos();
    const form = await bucket.uploadForm(aPhotoName);
    const file = new Blob([Buffer.alloc(maxPhotoBytes, 7)]);
    const meanwhile = () => pass(secondsAt(maxPhotoBytes, 50));

    expect((await postSlowly({ ...form, file, meanwhile })).status).toBe(204);
    expect((await bucket.readIncoming(aPhotoName))?.length).toBe(maxPhotoBytes);
  });

  test("a link to a preview lives for a minute, and lets nobody keep what it shows", async () => {
    const { bucket } = await newPhotos();
    await bucket.putPreview(aPhoto, "front-portrait", pictures.png);
    const link = await bucket.linkToPreview(aPhoto, "front-portrait");
    const answer = await fetch(link);

    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pictures.png);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/png",
      "cache-control": "private, no-store",
    });
    pass(65);
    expect((await fetch(link)).status).toBe(403);
  });
});
