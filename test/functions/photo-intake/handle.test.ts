import { beforeEach, expect, test, vi } from "vitest";
import type { ValidationOutcome } from "#shared/photo/validate-upload.ts";
import { logger } from "#shared/runtime/logger.ts";
import { takePhotosIn } from "../../../functions/photo-intake/handle.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aContext, aMessage } from "../../support/lambda-events.ts";
import { PhotoObjectsInMemory } from "../../support/photo-objects-in-memory.ts";
import { PhotosInMemory } from "../../support/photos-in-memory.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
  vi.spyOn(logger, "error").mockReturnValue();
});

/** Validates by the text of the bytes: "good", "dark", or "poison", which crashes the validation. */
async function validate(upload: Buffer): Promise<ValidationOutcome> {
  if (upload.toString() === "poison") throw new Error("The decoder died.");
  if (upload.toString() === "good")
    return { report: { accepted: true, rules: [] }, pictures: { png: upload, small: upload } };
  const rules = [
    { rule: "format", verdict: "passed" },
    { rule: "light", verdict: "failed", code: "too-dark" },
  ] as const;
  return { report: { accepted: false, rules } };
}

/** Siti's uploads wait, pho_1 and so on. */
async function setUp(...uploads: string[]) {
  const clock = new FakeClock();
  const bucket = new PhotoObjectsInMemory(clock);
  const photos = new PhotosInMemory();
  for (const [i, content] of uploads.entries()) {
    const id = `pho_${i + 1}` as const;
    await photos.expect({ id, employeeId: "emp_siti", requestedAt: "2026-11-21T03:00:00.000Z" });
    bucket.put(`incoming/emp_siti/${id}`, Buffer.from(content));
  }
  const previews: string[] = [];
  const preview = async ({ photoId }: { photoId: string }) => void previews.push(photoId);
  const handle = takePhotosIn({ photos, bucket, validate, preview, clock });
  const deliver = async (...bodies: string[]) => {
    const Records = bodies.map((body, i) => aMessage(body, `m-${i + 1}`));
    return await handle({ Records }, aContext);
  };
  const states = () => photos.all.map(({ state }) => state);
  return { bucket, clock, photos, previews, deliver, states };
}

const told = (...ids: string[]) =>
  JSON.stringify({
    Records: ids.map((id) => ({
      eventName: "ObjectCreated:Post",
      s3: { bucket: { name: "photos" }, object: { key: `incoming/emp_siti/${id}`, size: 9 } },
    })),
  });

test("every upload gets its outcome, several in a message and in a batch", async () => {
  const { deliver, states, previews } = await setUp("good", "dark", "good");

  expect(await deliver(told("pho_1", "pho_2"), told("pho_3"))).toEqual({ batchItemFailures: [] });
  expect(states()).toEqual(["accepted", "rejected", "accepted"]);
  expect(previews.sort()).toEqual(["pho_1", "pho_3"]);
});

test("an upload that is told of twice is validated once", async () => {
  const { deliver, states, previews } = await setUp("good");

  expect(await deliver(told("pho_1"))).toEqual({ batchItemFailures: [] });
  expect(await deliver(told("pho_1"))).toEqual({ batchItemFailures: [] });
  expect(states()).toEqual(["accepted"]);
  expect(previews).toEqual(["pho_1"]);
});

test("an upload that no validation survives returns to the queue, its neighbours do not", async () => {
  const { deliver, states, bucket } = await setUp("good", "poison", "dark");
  const answer = await deliver(told("pho_1"), told("pho_2"), told("pho_3"));

  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "m-2" }] });
  expect(states()).toEqual(["accepted", "awaiting-upload", "rejected"]);
  expect(bucket.keys).toContain("incoming/emp_siti/pho_2");
});

test("an upload that no validation survives is given up with an outcome and an alarm, before it is a dead letter", async () => {
  const { deliver, photos, bucket, clock } = await setUp("poison");
  for (let look = 1; look <= 3; look++) {
    expect((await deliver(told("pho_1"))).batchItemFailures).toHaveLength(1);
    clock.advance({ minutes: 6 });
  }
  vi.mocked(logger.error).mockReset();

  expect((await deliver(told("pho_1"))).batchItemFailures).toEqual([]);
  expect(await photos.find("pho_1")).toMatchObject({
    state: "rejected",
    rules: [{ rule: "judged", verdict: "failed", code: "not-judged" }],
  });
  expect(bucket.keys).toEqual([]);
  expect(vi.mocked(logger.error).mock.calls).toEqual([
    ["photo.not-validated", { photoId: "pho_1" }],
  ]);
});

test("S3's test message is dealt with", async () => {
  const { deliver } = await setUp();
  const event = { Service: "Amazon S3", Event: "s3:TestEvent", Bucket: "photos" };

  expect(await deliver(JSON.stringify(event))).toEqual({ batchItemFailures: [] });
});

test("a message that is none returns to the queue", async () => {
  const { deliver, states } = await setUp("good");

  expect(await deliver("not JSON", told("pho_1"))).toEqual({
    batchItemFailures: [{ itemIdentifier: "m-1" }],
  });
  expect(states()).toEqual(["accepted"]);
});

test("the log says which rules refused which photo, and not whose it is", async () => {
  const { deliver } = await setUp("good", "dark");
  await deliver(told("pho_1"));
  await deliver(told("pho_2"));
  await deliver(told("pho_2"));

  expect(vi.mocked(logger.info).mock.calls).toEqual([
    ["photo.accepted", { photoId: "pho_1" }],
    ["photo.refused", { photoId: "pho_2", rules: ["light"] }],
    ["photo.known", { photoId: "pho_2" }],
  ]);
});
