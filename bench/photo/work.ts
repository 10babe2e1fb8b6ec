/** What the bench's child processes do: pieces of work that none needs another one for. */
import { judgePicture } from "#shared/photo/judge-picture.ts";
import { validatePhoto } from "#shared/photo/validate-photo.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { once } from "#shared/runtime/once.ts";
import { loadFaceFinder } from "#shared/vision/find-faces.ts";
import { loadPersonFinder } from "#shared/vision/find-person.ts";
import { readFaceModels } from "#shared/vision/model-files.ts";
import { readPersonModel } from "#shared/vision/person-model.ts";
import { maliciousPhotos } from "../../test/support/malicious-photos.ts";
import { oddPngs } from "../../test/support/odd-pngs.ts";
import { busyBackgrounds } from "../../test/support/photo/busy.ts";
import { busyCut } from "../../test/support/photo/busy-cut.ts";
import { type Judged, judged } from "../../test/support/photo/confusion.ts";
import { drawnPerson, type Headwear, headwear } from "../../test/support/photo/drawn-person.ts";
import { type Headroom, headroomOf } from "../../test/support/photo/headroom.ts";
import {
  anybody,
  caseOf,
  faceKinds,
  goodKinds,
  type Half,
  halves,
  type Kind,
  likenessKinds,
  matteKinds,
  personOf,
  spoiled,
  toneKinds,
} from "../../test/support/photo/kinds.ts";
import { type MatteFigures, matteFigures } from "../../test/support/photo/matte-figures.ts";
import { beforeWall } from "../../test/support/photo/phone-picture.ts";
import { cutInStudio, framedPicture, studioPng } from "../../test/support/photo/studio-photo.ts";
import { aFile } from "./tables.ts";

/** One of them; `i` says whom it is done with. */
export interface Piece {
  readonly what: keyof typeof works;
  readonly half: Half;
  readonly i: number;
}

interface Cut {
  readonly wears: Headwear;
  readonly by: "wall alone" | "wall and net";
}

/** A cut-out with the net before a busy background. */
interface Busy {
  readonly before: string;
  /** Pixels of the largest piece that was left, and that was lost. */
  readonly left: number;
  readonly lost: number;
  readonly verdict: "accepted" | "warned" | "refused";
}

/** What came of a piece. */
export interface Result {
  readonly half: Half;
  readonly cases?: readonly Judged[];
  readonly room?: Headroom & { readonly tone: number };
  readonly mattes?: readonly (Cut & MatteFigures)[];
  readonly busy?: readonly Busy[];
  readonly studio?: readonly (Cut & { readonly told: readonly string[] })[];
}

const faces = once(async () => loadFaceFinder(await readFaceModels()));
const net = once(async () => loadPersonFinder(await readPersonModel()));

/** One of each kind, in pieces of some seconds. */
export const badParts = {
  tones: async (half: Half, i: number) => ({ cases: await badCases(toneKinds, half, i) }),
  cutOuts: async (half: Half, i: number) => ({ cases: await badCases(matteKinds, half, i) }),
  faces: async (half: Half, i: number) => ({ cases: await badCases(faceKinds, half, i) }),
  likenesses: async (half: Half, i: number) => ({ cases: await badCases(likenessKinds, half, i) }),
} as const;

const works = {
  good: async (half: Half, i: number) => ({ cases: await goodCases(half, i) }),
  ...badParts,
  files: async () => ({ cases: await fileCases() }),
  room: async (half: Half, i: number) => ({ room: await roomOf(half, i) }),
  mattes: async (half: Half, i: number) => ({ mattes: await mattesOf(half, i) }),
  busy: async (half: Half, i: number) => ({ busy: await busyOf(half, i) }),
  studio: async (half: Half, i: number) => ({ studio: await studioOf(half, i) }),
} as const;

export async function workOff({ what, half, i }: Piece): Promise<Result> {
  return { half, ...(await works[what](half, i)) };
}

/** One person with each headwear, each in another condition. */
async function goodCases(half: Half, i: number): Promise<Judged[]> {
  const find = await faces();
  const seed = halves[half] + 2 * i;
  return Array.fromAsync(headwear, async (wears, group) => {
    const kind = goodKinds[(i + group) % goodKinds.length] ?? neverEmpty();
    const picture = await spoiled(kind, seed, await drawnPerson(seed, wears, kind.showing));
    return judged(kind, { tone: seed % 5, wears }, judgePicture(picture, find));
  });
}

async function badCases(kinds: readonly Kind[], half: Half, i: number): Promise<Judged[]> {
  const find = await faces();
  return Array.fromAsync(kinds, async (kind) => {
    const picture = await caseOf(kind, half, i);
    return judged(kind, personOf(kind, half, i), judgePicture(picture, find));
  });
}

/** Each malformed or malicious file once: nothing in them is drawn from a seed. */
async function fileCases(): Promise<Judged[]> {
  const files = [...(await oddPngs()), ...(await maliciousPhotos())];
  return Array.fromAsync(files, async ([what, bytes, refusal]) => {
    const { report } = await validatePhoto(bytes);
    const right = refusal === "wrong-dimensions" ? "dimensions" : "format";
    const kind = refusal
      ? ({ name: `file that is ${refusal}`, right, codes: [refusal] } as const)
      : ({ name: `photo with ${what}`, right: "good" } as const);
    return judged(kind, { tone: 3, wears: aFile }, report.rules);
  });
}

async function roomOf(half: Half, i: number): Promise<Headroom & { tone: number }> {
  const find = await faces();
  const { seed, tone, wears } = personOf(anybody, half, i);
  const room = headroomOf(await drawnPerson(seed, wears), (picture) =>
    judgePicture(picture, find).every(
      ({ rule, verdict }) => rule === "transparency" || verdict !== "failed",
    ),
  );
  return { tone, ...room };
}

const ways = ["wall alone", "wall and net"] as const;
const netOf = async (by: Cut["by"]) => (by === "wall alone" ? undefined : await net());

/** Against the exact alpha. */
async function mattesOf(half: Half, i: number): Promise<(Cut & MatteFigures)[]> {
  const { seed, wears } = personOf(anybody, half, i);
  const { person, picture } = await beforeWall(seed, wears);
  return Array.fromAsync(ways, async (by) => {
    return { by, wears, ...matteFigures(person, cutInStudio(picture, await netOf(by))) };
  });
}

/** One person before each busy background; of the judge's warnings only that of the cut-out counts. */
async function busyOf(half: Half, i: number): Promise<Busy[]> {
  const { seed, wears } = personOf(anybody, half, i);
  return Array.fromAsync(keysOf(busyBackgrounds), async (before) => {
    const { cut, left, lost } = await busyCut(seed, wears, { before, find: await net() });
    const rules = judgePicture(cut, await faces());
    const isRefused = rules.some(({ verdict }) => verdict === "failed");
    const isWarned = rules.some(
      ({ rule, verdict }) => rule === "transparency" && verdict === "warned",
    );
    return {
      before,
      left,
      lost,
      verdict: isRefused ? "refused" : isWarned ? "warned" : "accepted",
    };
  });
}

/** From a phone's picture to the file, and what the judge tells of it. */
async function studioOf(half: Half, i: number): Promise<(Cut & { told: string[] })[]> {
  const { seed, wears } = personOf(anybody, half, i);
  const framed = await framedPicture(seed, wears);
  return Array.fromAsync(ways, async (by) => {
    const { report } = await validatePhoto(studioPng(cutInStudio(framed, await netOf(by))));
    const failed = report.rules.filter(({ verdict }) => verdict === "failed");
    return { by, wears, told: failed.map(({ rule, code = rule }) => code) };
  });
}

function neverEmpty(): never {
  throw new Error("There is no good condition.");
}
