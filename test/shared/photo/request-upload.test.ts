import { expect, test } from "vitest";
import { requestUpload } from "#shared/photo/request-upload.ts";
import { anEmployee } from "../../support/builders.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { PhotoObjectsInMemory } from "../../support/photo-objects-in-memory.ts";
import { PhotosInMemory } from "../../support/photos-in-memory.ts";

const siti = anEmployee();

function setUp() {
  const clock = new FakeClock();
  return {
    photos: new PhotosInMemory(),
    bucket: new PhotoObjectsInMemory(clock),
    limits: new LimitsInMemory(),
    formsPerHour: 2,
    clock,
  };
}

test("an upload is awaited under a new id, and its form is for this id", async () => {
  const world = setUp();
  const { photoId, fields } = await requestUpload(world, siti);

  expect(world.photos.all).toEqual([
    {
      id: photoId,
      instansiId: siti.instansiId,
      employeeId: "emp_siti",
      requestedAt: "2026-11-21T03:00:00.000Z",
      state: "awaiting-upload",
      rules: [],
    },
  ]);
  expect(fields.key).toBe(`incoming/emp_siti/${photoId}`);
});

test("what the page says of a busy background is kept with the upload", async () => {
  const world = setUp();
  await requestUpload(world, siti, { sender: siti.id, cutFromBusy: true });

  expect(world.photos.all).toMatchObject([{ cutFromBusy: true }]);
});

test("every request has an id of its own", async () => {
  const world = setUp();
  const first = await requestUpload(world, siti);
  const second = await requestUpload(world, siti);

  expect(second.photoId).not.toBe(first.photoId);
  expect(world.photos.all).toHaveLength(2);
});

test("without being awaited nothing may be uploaded", async () => {
  const photos = { expect: async () => Promise.reject(new Error("DynamoDB is away")) };

  await expect(requestUpload({ ...setUp(), photos }, siti)).rejects.toThrow("away");
});

test("forms are limited by holder and hour", async () => {
  const world = setUp();
  await requestUpload(world, siti);
  await requestUpload(world, siti);

  await expect(requestUpload(world, siti)).rejects.toMatchObject({ status: 429 });
  expect(world.photos.all).toHaveLength(2);
  world.clock.advance({ minutes: 60 });
  await requestUpload(world, siti);
  expect(world.photos.all).toHaveLength(3);
});
