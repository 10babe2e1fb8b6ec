import { expect, test } from "vitest";
import { type Judgement, judgeUpload } from "#shared/photo/judge-upload.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aPhotoName as name } from "../../support/photo-bucket-contract.ts";
import { PhotoObjectsInMemory } from "../../support/photo-objects-in-memory.ts";
import { PhotosInMemory } from "../../support/photos-in-memory.ts";

const png = Buffer.from("drawn anew");
const accepted: Judgement = { report: { accepted: true, rules: [] }, png };
const refused: Judgement = {
  report: { accepted: false, rules: [{ rule: "light", verdict: "failed", code: "too-dark" }] },
};

/** An upload that waits for its verdict. */
function setUp(judgement: Judgement) {
  const bucket = new PhotoObjectsInMemory(new FakeClock());
  bucket.put("incoming/emp_siti/pho_1", Buffer.from("as uploaded"));
  const photos = new PhotosInMemory({
    id: "pho_1",
    employeeId: "emp_siti",
    state: "awaiting-upload",
    rules: [],
    requestedAt: "2026-11-21T03:00:00.000Z",
  });
  /** The verdict that could be read when each preview was made. */
  const previews: (string | undefined)[] = [];
  const judged: string[] = [];
  return {
    bucket,
    photos,
    previews,
    judged,
    judge: async (upload: Buffer) => {
      judged.push(upload.toString());
      return judgement;
    },
    preview: async () => void previews.push((await photos.find("pho_1"))?.state),
  };
}

test("of an accepted upload only what was drawn anew is kept", async () => {
  const world = setUp(accepted);

  expect(await judgeUpload(world, name)).toEqual(accepted.report);
  expect(world.bucket.keys).toEqual(["candidates/emp_siti/pho_1.png"]);
  await world.bucket.keep(name);
  expect(await world.bucket.read(name)).toEqual(png);
});

test("the preview is there before the verdict is told", async () => {
  const world = setUp(accepted);
  await judgeUpload(world, name);

  expect(world.previews).toEqual(["awaiting-upload"]);
  expect((await world.photos.find("pho_1"))?.state).toBe("accepted");
});

test("of a refused upload only the reasons are kept", async () => {
  const world = setUp(refused);

  expect(await judgeUpload(world, name)).toEqual(refused.report);
  expect(world.bucket.keys).toEqual([]);
  expect(world.previews).toEqual([]);
  expect(await world.photos.find("pho_1")).toMatchObject({
    state: "rejected",
    rules: refused.report.rules,
  });
});

test("an upload that was dealt with is not judged again", async () => {
  const world = setUp(accepted);
  await judgeUpload(world, name);

  expect(await judgeUpload(world, name)).toBeUndefined();
  expect(world.judged).toHaveLength(1);
});

test.each([
  ["the preview", { preview: async () => Promise.reject(new Error("crash")) }],
  ["the verdict", { photos: { decide: async () => Promise.reject(new Error("crash")) } }],
])("a crash at %s leaves the upload to be judged again", async (_, broken) => {
  const world = setUp(accepted);
  await expect(judgeUpload({ ...world, ...broken }, name)).rejects.toThrow("crash");
  expect((await world.photos.find("pho_1"))?.state).toBe("awaiting-upload");

  expect(await judgeUpload(world, name)).toEqual(accepted.report);
  expect((await world.photos.find("pho_1"))?.state).toBe("accepted");
});

test("a crash before the upload is deleted changes no verdict", async () => {
  const world = setUp(accepted);
  const bucket = {
    readIncoming: async () => world.bucket.readIncoming(name),
    putCandidate: async () => world.bucket.putCandidate(name, png),
    deleteIncoming: async () => Promise.reject(new Error("crash")),
  };
  await expect(judgeUpload({ ...world, bucket }, name)).rejects.toThrow("crash");

  await judgeUpload({ ...world, judge: async () => refused }, name);
  expect((await world.photos.find("pho_1"))?.state).toBe("accepted");
  expect(await world.bucket.readIncoming(name)).toBeUndefined();
});
