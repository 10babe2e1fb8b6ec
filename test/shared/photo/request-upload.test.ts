import { expect, test } from "vitest";
import { requestUpload } from "#shared/photo/request-upload.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { PhotoObjectsInMemory } from "../../support/photo-objects-in-memory.ts";
import { PhotosInMemory } from "../../support/photos-in-memory.ts";

function setUp() {
  const clock = new FakeClock();
  return { photos: new PhotosInMemory(), bucket: new PhotoObjectsInMemory(clock), clock };
}

test("an upload is awaited under a new id, and its form is for this id", async () => {
  const world = setUp();
  const { photoId, fields } = await requestUpload(world, "emp_siti");

  expect(world.photos.all).toEqual([
    {
      id: photoId,
      employeeId: "emp_siti",
      requestedAt: "2026-11-21T03:00:00.000Z",
      state: "awaiting-upload",
      rules: [],
    },
  ]);
  expect(fields.key).toBe(`incoming/emp_siti/${photoId}`);
});

test("every wish has an id of its own", async () => {
  const world = setUp();
  const first = await requestUpload(world, "emp_siti");
  const second = await requestUpload(world, "emp_siti");

  expect(second.photoId).not.toBe(first.photoId);
  expect(world.photos.all).toHaveLength(2);
});

test("without being awaited nothing may be uploaded", async () => {
  const photos = { expect: async () => Promise.reject(new Error("DynamoDB is away")) };

  await expect(requestUpload({ ...setUp(), photos }, "emp_siti")).rejects.toThrow("away");
});
