import { expect, test } from "vitest";
import { type Judgement, type JudgeUpload, judgeUpload } from "#shared/photo/judge-upload.ts";
import { digestsOf, type PhotoName } from "#shared/photo/photo-digest.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aPhoto, aPhotoName as name, pictures } from "../../support/photo-bucket-contract.ts";
import { PhotoObjectsInMemory } from "../../support/photo-objects-in-memory.ts";
import { PhotosInMemory } from "../../support/photos-in-memory.ts";

const accepted: Judgement = { report: { accepted: true, rules: [] }, pictures };
const refused: Judgement = {
  report: { accepted: false, rules: [{ rule: "light", verdict: "failed", code: "too-dark" }] },
};

const awaited = {
  id: "pho_1",
  employeeId: "emp_siti",
  state: "awaiting-upload",
  rules: [],
  requestedAt: "2026-11-21T03:00:00.000Z",
} as const;

/** An upload that waits for its verdict. */
function setUp(judgement: Judgement) {
  const bucket = new PhotoObjectsInMemory(new FakeClock());
  bucket.put("incoming/emp_siti/pho_1", Buffer.from("as uploaded"));
  const photos = new PhotosInMemory(awaited);
  /** The verdict that could be read when each preview was made. */
  const previews: (string | undefined)[] = [];
  const judged: string[] = [];
  return {
    bucket,
    photos,
    previews,
    judged,
    judge: async (upload: Buffer): Promise<Judgement> => {
      judged.push(upload.toString());
      return judgement;
    },
    preview: async () => void previews.push((await photos.find("pho_1"))?.state),
  };
}

const judge = (world: JudgeUpload, of: PhotoName = name) => judgeUpload(world, of, 1);

test("of an accepted upload only what was drawn anew is kept", async () => {
  const world = setUp(accepted);

  expect(await judge(world)).toEqual(accepted.report);
  expect(world.bucket.keys).toHaveLength(2);
  await world.bucket.keep(aPhoto);
  expect(await world.bucket.read(aPhoto)).toEqual(pictures.png);
  expect(await world.photos.find("pho_1")).toMatchObject(digestsOf(pictures));
});

test("the preview is there before the verdict is told", async () => {
  const world = setUp(accepted);
  await judge(world);

  expect(world.previews).toEqual(["awaiting-upload"]);
  expect((await world.photos.find("pho_1"))?.state).toBe("accepted");
});

test("of a refused upload only the reasons are kept", async () => {
  const world = setUp(refused);

  expect(await judge(world)).toEqual(refused.report);
  expect(world.bucket.keys).toEqual([]);
  expect(world.previews).toEqual([]);
  expect(await world.photos.find("pho_1")).toMatchObject({
    state: "rejected",
    rules: refused.report.rules,
  });
});

test("an upload that was dealt with is not judged again", async () => {
  const world = setUp(accepted);
  await judge(world);

  expect(await judge(world)).toBeUndefined();
  expect(world.judged).toHaveLength(1);
});

test.each([
  ["the preview", { preview: async () => Promise.reject(new Error("crash")) }],
  [
    "the verdict",
    {
      photos: {
        find: async () => awaited,
        decide: async () => Promise.reject(new Error("crash")),
      },
    },
  ],
])("a crash at %s leaves the upload to be judged again", async (_, broken) => {
  const world = setUp(accepted);
  await expect(judge({ ...world, ...broken })).rejects.toThrow("crash");
  expect((await world.photos.find("pho_1"))?.state).toBe("awaiting-upload");

  expect(await judge(world)).toEqual(accepted.report);
  expect((await world.photos.find("pho_1"))?.state).toBe("accepted");
});

test("a crash before the upload is deleted changes no verdict", async () => {
  const world = setUp(accepted);
  const bucket = {
    readIncoming: async () => world.bucket.readIncoming(name),
    putCandidate: async () => world.bucket.putCandidate(aPhoto, pictures),
    deleteIncoming: async () => Promise.reject(new Error("crash")),
  };
  await expect(judge({ ...world, bucket })).rejects.toThrow("crash");

  await judge({ ...world, judge: async () => refused });
  expect((await world.photos.find("pho_1"))?.state).toBe("accepted");
  expect(await world.bucket.readIncoming(name)).toBeUndefined();
});

test("what is sent with the same form after the verdict is thrown away unseen", async () => {
  const world = setUp(accepted);
  await judge(world);
  const before = world.bucket.keys;
  world.bucket.put("incoming/emp_siti/pho_1", Buffer.from("another face"));

  expect(await judge(world)).toBeUndefined();
  expect(world.judged).toEqual(["as uploaded"]);
  expect(world.bucket.keys).toEqual(before);
});

test("what takes the upload's place while it is judged changes neither the verdict nor its pictures", async () => {
  const world = setUp(accepted);
  const others = { png: Buffer.from("another face"), small: Buffer.from("another small face") };
  /** Meanwhile a second judge has read the other file, and is slower. */
  const slower = {
    ...world,
    judge: async () => {
      await judge(world);
      return { report: accepted.report, pictures: others };
    },
  };

  expect(await judge(slower)).toBeUndefined();
  expect(await world.photos.find("pho_1")).toMatchObject(digestsOf(pictures));
  await world.bucket.keep(aPhoto);
  expect(await world.bucket.read(aPhoto)).toEqual(pictures.png);
});

test.each<[string, PhotoName]>([
  ["that nobody announced", { employeeId: "emp_siti", photoId: "pho_2" }],
  ["under another holder's name", { employeeId: "emp_budi", photoId: "pho_1" }],
])("an upload %s is thrown away unseen", async (_, other) => {
  const world = setUp(accepted);
  world.bucket.put(`incoming/${other.employeeId}/${other.photoId}`, Buffer.from("as uploaded"));

  expect(await judge(world, other)).toBeUndefined();
  expect(world.judged).toEqual([]);
  expect(world.bucket.keys).toEqual(["incoming/emp_siti/pho_1"]);
});
