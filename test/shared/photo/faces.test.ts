/** How often the rules of the face are wrong: on drawn people and things, by the half of the seeds that no limit was chosen on. */
import { afterAll, describe, expect, test } from "vitest";
import { eyeWarnings, faceViolations, mainFace, poseWarnings } from "#shared/photo/face-rules.ts";
import type { Pixels } from "#shared/photo/pixels.ts";
import { measureTone } from "#shared/photo/tone.ts";
import { loadFaceFinder } from "#shared/vision/find-faces.ts";
import { readFaceModels } from "#shared/vision/model-files.ts";
import { badFace, badFaces } from "../../support/photo/bad-faces.ts";
import { drawnPerson, headwear } from "../../support/photo/drawn-person.ts";

const count = 20;
/** Limits were chosen on even seeds. Nothing of these seeds was looked at for them. */
const heldOut = (i: number) => 2 * i + 2001;
const seeds = Array.from({ length: count }, (_, i) => heldOut(i));

const findFaces = await loadFaceFinder(await readFaceModels());
const codes = (pixels: Pixels) => faceViolations(findFaces(pixels), pixels).map(({ code }) => code);

describe.each(headwear)("with %s", (wears) => {
  test("each of five skin tones is found, and has nothing wrong", async () => {
    const people = await Array.fromAsync(seeds, (seed) => drawnPerson(seed, wears));
    const refused = people.flatMap((person, i) =>
      codes(person).map((code) => `${seeds[i]} ${code}`),
    );
    const warned = people.filter((person) => {
      const face = mainFace(findFaces(person));
      const skin = face && measureTone(person, face)?.skin;
      return face && [...poseWarnings(face, person), ...eyeWarnings(face, skin)].length > 0;
    });
    process.stdout.write(
      `${JSON.stringify({ wears, n: count, refused: refused.length, warned: warned.length })}\n`,
    );

    expect(refused).toEqual([]);
    expect(warned.length).toBeLessThanOrEqual(1);
  });
});

test.each([2001, 2003, 2005, 2007, 2009])(
  "a face that the detector is less sure of is clear by the whites of its eyes: person %i",
  async (seed) => {
    const person = await drawnPerson(seed, "bald");
    const told = (score: number) =>
      faceViolations(
        findFaces(person).map((face) => ({ ...face, score })),
        person,
      ).map(({ code }) => code);

    expect([told(0.61), told(0.59)]).toEqual([[], ["no-face"]]);
  },
);

test.each([2001, 2003, 2005, 2007, 2009])(
  "of faces with whites of the eyes and of closed eyes the landmarks may be less sure, and less still where the detector is sure: person %i",
  async (seed) => {
    const told = async (
      eyes: "open" | "closed",
      { yaw = 0, score = 0.79, presence }: { yaw?: number; score?: number; presence: number },
    ) => {
      const person = await drawnPerson(seed, "bald", { eyes });
      const faces = findFaces(person).map((face) => ({
        ...{ ...face, score, presence },
        pose: { ...face.pose, yaw },
      }));
      return faceViolations(faces, person).map(({ code }) => code);
    };
    const unclear = ["face-unclear"];

    for (const yaw of [0, 31]) {
      expect(await told("open", { yaw, presence: 0.96 })).toEqual([]);
      expect(await told("open", { yaw, presence: 0.94 })).toEqual(unclear);
      expect(await told("open", { yaw, score: 0.81, presence: 0.76 })).toEqual([]);
      expect(await told("open", { yaw, score: 0.81, presence: 0.74 })).toEqual(["no-face"]);
    }
    expect(await told("closed", { presence: 0.96 })).toEqual([]);
    expect(await told("closed", { presence: 0.94 })).toEqual(unclear);
    expect(await told("closed", { score: 0.81, presence: 0.94 })).toEqual(unclear);
  },
);

const bearded = (["full", "white", "stubble"] as const).map((beard) => ({ beard }));
test.each(bearded)(
  "a beard hides the mouth, and the whites of the eyes tell a face: $beard",
  async ({ beard }) => {
    const wearing = ["hair", "curls", "peci", "bald", "glasses"] as const;
    const told = await Array.fromAsync({ length: 40 }, async (_, i) => {
      const wears = wearing[Math.floor(i / 5) % wearing.length] ?? "hair";
      return codes(await drawnPerson(heldOut(i), wears, { beard }));
    });
    const refused = told.flat();
    process.stdout.write(`${JSON.stringify({ beard, n: told.length, refused })}\n`);

    // Of a few the landmarks are not sure.
    expect(refused.length / told.length).toBeLessThanOrEqual(0.075);
  },
);

test("a smiley that the detector is as sure of is unclear: its eyes have no whites", async () => {
  const smiley = await badFace("smiley", 2008);
  const [face] = findFaces(smiley);

  expect(face?.score).toBeGreaterThan(0.76);
  expect(codes(smiley)).toEqual(["face-unclear"]);
});

test.each([
  [2380, "stubble"],
  [2524, "full"],
] as const)(
  "a beard of which the detector alone is sure is let pass: person %i, %s",
  async (seed, beard) => {
    const person = await drawnPerson(seed, "bald", { beard });

    expect(mainFace(findFaces(person))?.presence).toBeLessThan(0.95);
    expect(codes(person)).toEqual([]);
  },
);

test.each([2001, 2003, 2005, 2007, 2009])(
  "a beard that looks like hair of a face on its head does not turn the face: person %i",
  async (seed) => {
    const faces = await Array.fromAsync(["hair", "glasses"] as const, async (wears) =>
      mainFace(findFaces(await drawnPerson(seed, wears, { beard: "full" }))),
    );

    for (const face of faces) expect(Math.abs(face?.pose.roll ?? 180)).toBeLessThan(10);
  },
);

/** Heads that have a face, whatever else they may be told. */
const withFace = ["raised", "lowered"];

const outcomes: {
  readonly isNoFace: boolean;
  readonly accepted: number;
  readonly misnamed: number;
}[] = [];

describe.each(Object.entries(badFaces))("%s", (name, { codes: wanted }) => {
  test("is refused for what is wrong", async () => {
    const found = await Array.fromAsync(seeds, async (seed) => codes(await badFace(name, seed)));
    const accepted = found.filter(({ length }) => length === 0).length;
    const refused = found.filter(({ length }) => length > 0);
    const misnamed = refused.filter((told) => !told.some((code) => wanted.includes(code)));
    const isNoFace = wanted.includes("no-face") && !withFace.includes(name);
    outcomes.push({ isNoFace, accepted, misnamed: misnamed.length });
    process.stdout.write(
      `${JSON.stringify({ name, n: count, accepted, misnamed: misnamed.flat() })}\n`,
    );

    expect(accepted / count).toBeLessThanOrEqual(0.05);
  });
});

afterAll(() => {
  const share = (part: typeof outcomes, key: "accepted" | "misnamed") =>
    part.reduce((sum, outcome) => sum + outcome[key], 0) / (part.length * count);
  const noFace = outcomes.filter(({ isNoFace }) => isNoFace);
  const told = {
    n: outcomes.length * count,
    accepted: share(outcomes, "accepted"),
    acceptedWithoutFace: share(noFace, "accepted"),
    misnamed: share(outcomes, "misnamed"),
  };
  process.stdout.write(`${JSON.stringify(told)}\n`);

  expect(told.accepted).toBeLessThanOrEqual(0.03);
  expect(told.acceptedWithoutFace).toBeLessThanOrEqual(0.005);
  expect(told.misnamed).toBeLessThanOrEqual(0.02);
});
