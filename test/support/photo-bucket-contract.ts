import { expect, test } from "vitest";
import { digestsOf, type PhotoName } from "#shared/photo/photo-digest.ts";
import type { PhotoFiles } from "#shared/photo/photo-files.ts";
import {
  candidateKey,
  photoKey,
  smallCandidateKey,
  smallPhotoKey,
} from "#shared/photo/photo-keys.ts";

export const aPhotoName: PhotoName = { employeeId: "emp_siti", photoId: "pho_1" };
/** An accepted photo's pictures, and the photo that their digests make of the name. */
export const pictures = { png: Buffer.from("a PNG"), small: Buffer.from("a small WebP") };
export const aPhoto = { ...aPhotoName, ...digestsOf(pictures) };
const forged = Buffer.from("another face");
const other: PhotoName = { employeeId: "emp_siti", photoId: "pho_2" };
const png = Buffer.from("a PNG");

export interface PhotoBucketUnderTest {
  readonly bucket: PhotoFiles;
  /** Puts an object there, as a browser's upload is. */
  put(key: string, body: Buffer): Promise<void>;
  /** When the next upload will have come. */
  now(): Date;
}

/** What every photo bucket does, the fake and the real one. `make` gives an empty bucket each time. */
export function photoBucketContract(make: () => Promise<PhotoBucketUnderTest>): void {
  test("an upload is read until it is deleted, which may happen twice", async () => {
    const { bucket, put } = await make();
    await put("incoming/emp_siti/pho_1", png);

    expect(await bucket.readIncoming(aPhotoName)).toEqual(png);
    expect(await bucket.readIncoming(other)).toBeUndefined();
    await bucket.deleteIncoming(aPhotoName);
    await bucket.deleteIncoming(aPhotoName);
    expect(await bucket.readIncoming(aPhotoName)).toBeUndefined();
  });

  test("a candidate is no photo until it is kept, which may happen twice", async () => {
    const { bucket } = await make();
    await bucket.putCandidate(aPhoto, pictures);

    await expect(bucket.read(aPhoto)).rejects.toThrow("pho_1");
    await bucket.keep(aPhoto);
    await bucket.keep(aPhoto);
    expect(await bucket.read(aPhoto)).toEqual(pictures.png);
    expect(await bucket.readAsAddress(aPhoto)).toBe(
      `data:image/webp;base64,${pictures.small.toString("base64")}`,
    );
  });

  test("another upload's outcome under the same name has its own candidate", async () => {
    const { bucket } = await make();
    const others = { png: forged, small: forged };
    await bucket.putCandidate(aPhoto, pictures);
    await bucket.putCandidate({ ...aPhotoName, ...digestsOf(others) }, others);
    await bucket.keep(aPhoto);

    expect(await bucket.read(aPhoto)).toEqual(pictures.png);
  });

  test.each([
    ["candidate", candidateKey(aPhoto)],
    ["small candidate", smallCandidateKey(aPhoto)],
  ])("a %s that is not what was accepted is not kept", async (_, key) => {
    const { bucket, put } = await make();
    await bucket.putCandidate(aPhoto, pictures);
    await put(key, forged);

    await expect(bucket.keep(aPhoto)).rejects.toThrow("is not the photo that was accepted");
    await expect(bucket.read(aPhoto)).rejects.toThrow("is not in the bucket");
  });

  test("a photo that is not the one that was confirmed is not shown", async () => {
    const { bucket, put } = await make();
    await bucket.putCandidate(aPhoto, pictures);
    await bucket.keep(aPhoto);
    await put(photoKey(aPhoto), forged);
    await put(smallPhotoKey(aPhoto, aPhoto.smallPhotoDigest), forged);

    await expect(bucket.read(aPhoto)).rejects.toThrow("is not the photo that was accepted");
    await expect(bucket.readAsAddress(aPhoto)).rejects.toThrow(
      "is not the photo that was accepted",
    );
  });

  test("what is stored is never written over", async () => {
    const { bucket, put } = await make();
    await put(candidateKey(aPhoto), forged);
    await bucket.putCandidate(aPhoto, pictures);

    await expect(bucket.keep(aPhoto)).rejects.toThrow("is not the photo that was accepted");
  });

  test("the photo of a record without digests is read from where it was put then", async () => {
    const { bucket, put } = await make();
    await put("photos/emp_siti/pho_1.png", png);

    expect(await bucket.read(aPhotoName)).toEqual(png);
    expect(await bucket.readAsAddress(aPhotoName)).toBe(
      `data:image/png;base64,${png.toString("base64")}`,
    );
  });

  test("what was never a candidate cannot be kept", async () => {
    const { bucket } = await make();

    await expect(bucket.keep(aPhoto)).rejects.toThrow("is not in the bucket");
  });

  test("uploads that wait are listed, and nothing else", async () => {
    const { bucket, put, now } = await make();
    await put("incoming/emp_siti/pho_1", png);
    await put("incoming/emp_budi/pho_2", png);
    await put("incoming/notes.txt", png);
    await bucket.putCandidate({ ...aPhoto, photoId: "pho_3" }, pictures);
    const before = async (instant: number) =>
      (await Array.fromAsync(bucket.incomingBefore(new Date(instant), 0.4)))
        .map(({ employeeId, photoId }) => `${employeeId} ${photoId}`)
        .sort();

    expect(await before(now().getTime() + 60_000)).toEqual(["emp_budi pho_2", "emp_siti pho_1"]);
    for await (const { uploadedAt } of bucket.incomingBefore(new Date(now().getTime() + 60_000), 0))
      expect(Math.abs(uploadedAt.getTime() - now().getTime())).toBeLessThan(60_000);
    expect(await before(now().getTime() - 60_000)).toEqual([]);
  });

  test.each([
    [0, ["emp_0a", "emp_8b", "emp_8c", "emp_zd"]],
    [0.26, ["emp_8b", "emp_8c", "emp_zd", "emp_0a"]],
    [0.9, ["emp_zd", "emp_0a", "emp_8b", "emp_8c"]],
    [1, ["emp_0a", "emp_8b", "emp_8c", "emp_zd"]],
  ])(
    "a list that begins at %d of the names goes round, and has each upload once",
    async (start, order) => {
      const { bucket, put, now } = await make();
      for (const id of ["emp_8c", "emp_0a", "emp_zd", "emp_8b"])
        await put(`incoming/${id}/pho_1`, png);
      const found = bucket.incomingBefore(new Date(now().getTime() + 60_000), start);

      expect((await Array.fromAsync(found)).map(({ employeeId }) => employeeId)).toEqual(order);
    },
  );

  test("a form is for one upload", async () => {
    const { bucket } = await make();
    const { fields } = await bucket.uploadForm(aPhotoName);

    expect(fields).toMatchObject({ key: "incoming/emp_siti/pho_1", "Content-Type": "image/png" });
  });

  test("a link leads to the preview of this photo and no other", async () => {
    const { bucket } = await make();
    const { pathname } = new URL(await bucket.linkToPreview(aPhoto, "front-portrait"));

    expect(pathname.split("/").slice(-5)).toEqual([
      "previews",
      "emp_siti",
      "pho_1",
      aPhoto.photoDigest,
      "front-portrait.png",
    ]);
  });
}
