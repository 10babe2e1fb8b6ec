import { expect, test } from "vitest";
import type { PhotoBucket, PhotoName } from "#shared/photo/photo-bucket.ts";

export const aPhotoName: PhotoName = { employeeId: "emp_siti", photoId: "pho_1" };
const other: PhotoName = { employeeId: "emp_siti", photoId: "pho_2" };
const png = Buffer.from("a PNG");

export interface PhotoBucketUnderTest {
  readonly bucket: Pick<PhotoBucket, keyof PhotoBucket>;
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
    await bucket.putCandidate(aPhotoName, png);

    await expect(bucket.read(aPhotoName)).rejects.toThrow("pho_1");
    await bucket.keep(aPhotoName);
    await bucket.keep(aPhotoName);
    expect(await bucket.read(aPhotoName)).toEqual(png);
  });

  test("what was never a candidate cannot be kept", async () => {
    const { bucket } = await make();

    await expect(bucket.keep(aPhotoName)).rejects.toThrow();
  });

  test("uploads that wait are listed, and nothing else", async () => {
    const { bucket, put, now } = await make();
    await put("incoming/emp_siti/pho_1", png);
    await put("incoming/emp_budi/pho_2", png);
    await put("incoming/notes.txt", png);
    await bucket.putCandidate({ employeeId: "emp_siti", photoId: "pho_3" }, png);
    const before = async (instant: number) =>
      (await Array.fromAsync(bucket.incomingBefore(new Date(instant))))
        .map(({ employeeId, photoId }) => `${employeeId} ${photoId}`)
        .sort();

    expect(await before(now().getTime() + 60_000)).toEqual(["emp_budi pho_2", "emp_siti pho_1"]);
    expect(await before(now().getTime() - 60_000)).toEqual([]);
  });

  test("a form is for one upload", async () => {
    const { bucket } = await make();
    const { fields } = await bucket.uploadForm(aPhotoName);

    expect(fields).toMatchObject({ key: "incoming/emp_siti/pho_1", "Content-Type": "image/png" });
  });

  test("links lead to the preview and to the confirmed photo", async () => {
    const { bucket } = await make();
    const pathOf = (link: string) => new URL(link).pathname;

    expect(pathOf(await bucket.linkToPreview(aPhotoName, "front-portrait"))).toMatch(
      /\/previews\/emp_siti\/pho_1\/front-portrait\.png$/,
    );
    expect(pathOf(await bucket.linkToPhoto(aPhotoName))).toMatch(/\/photos\/emp_siti\/pho_1\.png$/);
  });
}
