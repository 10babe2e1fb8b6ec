import { expect, test, vi } from "vitest";
import { digestsOf, type PhotoName } from "#shared/photo/photo-digest.ts";
import { notValidated } from "#shared/photo/photo-report.ts";
import {
  type ValidateUpload,
  type ValidationOutcome,
  validateUpload,
} from "#shared/photo/validate-upload.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aPhoto, aPhotoName as name, pictures } from "../../support/photo-bucket-contract.ts";
import { PhotoObjectsInMemory } from "../../support/photo-objects-in-memory.ts";
import { PhotosInMemory } from "../../support/photos-in-memory.ts";

const accepted: ValidationOutcome = { report: { accepted: true, rules: [] }, pictures };
const refused: ValidationOutcome = {
  report: { accepted: false, rules: [{ rule: "light", verdict: "failed", code: "too-dark" }] },
};

const awaited = {
  id: "pho_1",
  employeeId: "emp_siti",
  state: "awaiting-upload",
  rules: [],
  requestedAt: "2026-11-21T03:00:00.000Z",
} as const;

/** An upload that waits for its outcome. */
function setUp(outcome: ValidationOutcome) {
  const clock = new FakeClock();
  const bucket = new PhotoObjectsInMemory(clock);
  bucket.put("incoming/emp_siti/pho_1", Buffer.from("as uploaded"));
  const photos = new PhotosInMemory(awaited);
  /** The outcome that could be read when each preview was made. */
  const previews: (string | undefined)[] = [];
  const validated: string[] = [];
  return {
    bucket,
    clock,
    photos,
    previews,
    validated,
    validate: async (upload: Buffer): Promise<ValidationOutcome> => {
      validated.push(upload.toString());
      return outcome;
    },
    preview: async () => void previews.push((await photos.find("pho_1"))?.state),
  };
}

const validate = (world: ValidateUpload, of: PhotoName = name) =>
  validateUpload(world, { ...of, isGivenUp: false });

test("of an accepted upload only what was drawn anew is kept", async () => {
  const world = setUp(accepted);

  expect(await validate(world)).toEqual(accepted.report);
  expect(world.bucket.keys).toHaveLength(2);
  await world.bucket.keep(aPhoto);
  expect(await world.bucket.read(aPhoto)).toEqual(pictures.png);
  expect(await world.photos.find("pho_1")).toMatchObject(digestsOf(pictures));
});

test("the preview is there before the outcome is told", async () => {
  const world = setUp(accepted);
  await validate(world);

  expect(world.previews).toEqual(["awaiting-upload"]);
  expect((await world.photos.find("pho_1"))?.state).toBe("accepted");
});

test("of a refused upload only the reasons are kept", async () => {
  const world = setUp(refused);

  expect(await validate(world)).toEqual(refused.report);
  expect(world.bucket.keys).toEqual([]);
  expect(world.previews).toEqual([]);
  expect(await world.photos.find("pho_1")).toMatchObject({
    state: "rejected",
    rules: refused.report.rules,
  });
});

test("an upload that was dealt with is not validated again", async () => {
  const world = setUp(accepted);
  await validate(world);

  expect(await validate(world)).toBeUndefined();
  expect(world.validated).toHaveLength(1);
});

test.each([
  ["the preview", { preview: async () => Promise.reject(new Error("crash")) }],
  [
    "the outcome",
    {
      photos: {
        find: async () => awaited,
        begin: async () => 1,
        survived: async () => {},
        decide: async () => Promise.reject(new Error("crash")),
      },
    },
  ],
])("a crash at %s leaves the upload to be validated again", async (_, broken) => {
  const world = setUp(accepted);
  await expect(validate({ ...world, ...broken })).rejects.toThrow("crash");
  expect((await world.photos.find("pho_1"))?.state).toBe("awaiting-upload");

  expect(await validate(world)).toEqual(accepted.report);
  expect((await world.photos.find("pho_1"))?.state).toBe("accepted");
});

test("a crash before the upload is deleted changes no outcome", async () => {
  const world = setUp(accepted);
  const bucket = {
    readIncoming: async () => world.bucket.readIncoming(name),
    putCandidate: async () => world.bucket.putCandidate(aPhoto, pictures),
    deleteIncoming: async () => Promise.reject(new Error("crash")),
  };
  await expect(validate({ ...world, bucket })).rejects.toThrow("crash");

  await validate({ ...world, validate: async () => refused });
  expect((await world.photos.find("pho_1"))?.state).toBe("accepted");
  expect(await world.bucket.readIncoming(name)).toBeUndefined();
});

test("what is sent with the same form after the outcome is thrown away unseen", async () => {
  const world = setUp(accepted);
  await validate(world);
  const before = world.bucket.keys;
  world.bucket.put("incoming/emp_siti/pho_1", Buffer.from("another face"));

  expect(await validate(world)).toBeUndefined();
  expect(world.validated).toEqual(["as uploaded"]);
  expect(world.bucket.keys).toEqual(before);
});

test("what takes the upload's place while it is validated changes neither the outcome nor its pictures", async () => {
  const world = setUp(accepted);
  const others = { png: Buffer.from("another face"), small: Buffer.from("another small face") };
  /** Meanwhile a second validation has read the other file, and is slower. */
  const slower = {
    ...world,
    validate: async () => {
      world.clock.advance({ minutes: 2 });
      await validate(world);
      return { report: accepted.report, pictures: others };
    },
  };

  expect(await validate(slower)).toBeUndefined();
  expect(await world.photos.find("pho_1")).toMatchObject(digestsOf(pictures));
  await world.bucket.keep(aPhoto);
  expect(await world.bucket.read(aPhoto)).toEqual(pictures.png);
});

test.each([
  ["that three looks did not survive", false, 3],
  ["that the reconciler gives up", true, 0],
])("an upload %s gets its outcome without being looked at", async (_, isGivenUp, begun) => {
  const world = setUp(accepted);
  world.photos.put({ ...awaited, begun });

  expect(await validateUpload(world, { ...name, isGivenUp })).toBe(notValidated);
  expect([world.validated, world.bucket.keys]).toEqual([[], []]);
  expect(await world.photos.find("pho_1")).toMatchObject({
    state: "rejected",
    rules: notValidated.rules,
  });
});

test("four files of one form, all at once, are one look; none is held against it", async () => {
  const world = setUp(accepted);
  const others: unknown[] = [];
  const look = async (upload: Buffer) => {
    for (let i = 0; i < 4; i++) others.push(await validate(world));
    expect(world.bucket.keys).toEqual(["incoming/emp_siti/pho_1"]);
    return await world.validate(upload);
  };

  expect(await validate({ ...world, validate: look })).toEqual(accepted.report);
  expect(others).toEqual([undefined, undefined, undefined, undefined]);
  expect(world.validated).toEqual(["as uploaded"]);
  expect(await world.photos.find("pho_1")).toMatchObject({ state: "accepted", begun: undefined });
  expect(world.bucket.keys).not.toContain("incoming/emp_siti/pho_1");
});

test("what ends its look three times is told as not checked, however many of its files came meanwhile", async () => {
  const world = setUp(accepted);
  let looks = 0;
  const dies = async () => {
    looks += 1;
    throw new Error("The decoder died.");
  };
  for (let i = 0; i < 3; i++) {
    await expect(validate({ ...world, validate: dies })).rejects.toThrow("died");
    // Another file of the form, whose message comes before the one of the dead look is given out again.
    expect(await validate({ ...world, validate: dies })).toBeUndefined();
    expect((await world.photos.find("pho_1"))?.state).toBe("awaiting-upload");
    world.clock.advance({ minutes: 6 });
  }

  expect(await validate({ ...world, validate: dies })).toBe(notValidated);
  expect(looks).toBe(3);
});

test("what tables and bucket refuse again and again is not held against the upload", async () => {
  const world = setUp(accepted);
  const preview = async () => Promise.reject(new Error("throttled"));
  for (let i = 0; i < 9; i++)
    await expect(validate({ ...world, preview })).rejects.toThrow("throttled");
  const decide = vi.spyOn(world.photos, "decide").mockRejectedValue(new Error("full"));
  for (let i = 0; i < 9; i++) await expect(validate(world)).rejects.toThrow("full");
  decide.mockRestore();
  // The table that refused would perhaps not have a mark taken back either: it is gone before.
  expect((await world.photos.find("pho_1"))?.begun).toBeUndefined();
  const readIncoming = async () => Promise.reject(new Error("S3 is away"));
  const bucket = { ...world.bucket, readIncoming, deleteIncoming: async () => {} };
  for (let i = 0; i < 9; i++)
    await expect(
      validate({ ...world, bucket: { ...bucket, putCandidate: async () => {} } }),
    ).rejects.toThrow("S3 is away");

  expect(await validate(world)).toEqual(accepted.report);
});

test.each([true, false])(
  "an upload that S3 has deleted meanwhile gets an outcome all the same (given up: %s)",
  async (isGivenUp) => {
    const world = setUp(accepted);
    await world.bucket.deleteIncoming(name);

    expect(await validateUpload(world, { ...name, isGivenUp })).toBe(notValidated);
    expect(await world.photos.find("pho_1")).toMatchObject({ state: "rejected" });
  },
);

test.each<[string, PhotoName]>([
  ["that nobody announced", { employeeId: "emp_siti", photoId: "pho_2" }],
  ["under another holder's name", { employeeId: "emp_budi", photoId: "pho_1" }],
])("an upload %s is thrown away unseen", async (_, other) => {
  const world = setUp(accepted);
  world.bucket.put(`incoming/${other.employeeId}/${other.photoId}`, Buffer.from("as uploaded"));

  expect(await validate(world, other)).toBeUndefined();
  expect(world.validated).toEqual([]);
  expect(world.bucket.keys).toEqual(["incoming/emp_siti/pho_1"]);
});
