/** A process that measures how long judge and cutting take, once its parent says so. */
import { once } from "node:events";
import { judgeCutOut } from "#shared/photo/judge-picture.ts";
import { validatePhoto } from "#shared/photo/validate-photo.ts";
import { loadPersonFinder } from "#shared/vision/find-person.ts";
import { readPersonModel } from "#shared/vision/person-model.ts";
import { badFace } from "../../test/support/photo/bad-faces.ts";
import { drawnPerson } from "../../test/support/photo/drawn-person.ts";
import { cutInStudio, framedPicture, studioPng } from "../../test/support/photo/studio-photo.ts";
import { type Sample, timed } from "../measure.ts";

/** Milliseconds of each time; of the process's CPU time, and until it was done. */
export interface Times {
  readonly cpu: readonly number[];
  readonly wall: readonly number[];
}

export interface Timings {
  readonly accepted: Times;
  readonly noFace: Times;
  /** What is the project's own of the studio's work: cutting by the wall, colours, the judge's rules for the cut-out. */
  readonly studio: Times;
  /** The net's guess, for which a page waits once a picture. */
  readonly net: Times;
}

const rounds = Number(process.argv[2]);
const accepted = studioPng(await drawnPerson(2001, "hair"));
const noFace = studioPng(await badFace("house", 2001));
const framed = await framedPicture(2001, "hair");
const find = await loadPersonFinder(await readPersonModel());

const works = {
  accepted: () => validatePhoto(accepted),
  noFace: () => validatePhoto(noFace),
  studio: () => judgeCutOut(cutInStudio(framed, undefined)),
  net: () => find(framed),
} as const;

async function times(work: () => unknown, count: number): Promise<Times> {
  const samples: Sample[] = [];
  for (let i = 0; i < count; i++) samples.push(await timed(async () => void (await work())));
  return {
    cpu: samples.map(({ cpuMs }) => cpuMs),
    wall: samples.map(({ wallMs }) => wallMs),
  };
}

async function timings(count: number): Promise<Timings> {
  return {
    accepted: await times(works.accepted, count),
    noFace: await times(works.noFace, count),
    studio: await times(works.studio, count),
    net: await times(works.net, count),
  };
}

await timings(6);
process.send?.("warm");
await once(process, "message");
process.send?.(await timings(rounds));
