/** Draws docs/gambar/foto-masih-lolos.webp: what judge and studio still get wrong, on drawn people. `node bench/photo-pictures.ts` */
import { createCanvas } from "@napi-rs/canvas";
import sharp from "sharp";
import { judgePicture } from "#shared/photo/judge-picture.ts";
import type { Pixels } from "#shared/photo/pixels.ts";
import { loadFaceFinder } from "#shared/vision/find-faces.ts";
import { loadPersonFinder } from "#shared/vision/find-person.ts";
import { readFaceModels } from "#shared/vision/model-files.ts";
import { readPersonModel } from "#shared/vision/person-model.ts";
import { busyCut, visible } from "../test/support/photo/busy-cut.ts";
import { flatTop } from "../test/support/photo/cut.ts";
import { drawnPerson } from "../test/support/photo/drawn-person.ts";
import {
  anybody,
  caseOf,
  faceKinds,
  likenessKinds,
  matteKinds,
  personOf,
  toneKinds,
} from "../test/support/photo/kinds.ts";
import { randomFrom } from "../test/support/photo/random.ts";
import { canvasOf } from "../test/support/photo/studio-photo.ts";

/** Of more than these none is looked for. */
const most = 60;
const [width, height] = [216, 276];

const find = await loadFaceFinder(await readFaceModels());
const findPerson = await loadPersonFinder(await readPersonModel());
const isAccepted = (picture: Pixels) =>
  judgePicture(picture, find).every(({ verdict }) => verdict !== "failed");

/** @throws Error when all of these are refused: then docs/photo.md has to say so */
async function firstAccepted(what: string, make: (i: number) => Promise<Pixels>): Promise<Pixels> {
  for (let i = 0; i < most; i++) {
    const picture = await make(i);
    if (isAccepted(picture)) return picture;
  }
  throw new Error(`Of ${most} with ${what} none is accepted.`);
}

function ofKind(wanted: string, i: number): Promise<Pixels> {
  const kinds = [...matteKinds, ...toneKinds, ...faceKinds, ...likenessKinds];
  const kind = kinds.find(({ name }) => name === wanted);
  if (!kind) throw new Error(`There is no kind ${wanted}.`);
  return caseOf(kind, "held out", i);
}

/** A cut with the net before books of which a piece is left; one that is clear, and refused, when nothing is left. */
async function busyLeftover(i: number): Promise<Pixels> {
  const { seed, wears } = personOf(anybody, "held out", i);
  const { cut, left } = await busyCut(seed, wears, { before: "bookshelf", find: findPerson });
  return left > visible ? cut : { ...cut, data: new Uint8Array(cut.data.length) };
}

/** In the order in which docs/photo.md names them. */
const pictures = [
  await firstAccepted("a flat peci", async (i) =>
    flatTop(await drawnPerson(2001 + 2 * i, "peci"), randomFrom(i)),
  ),
  await ofKind("crushed shadows", 3),
  await firstAccepted("pieces of a busy background", busyLeftover),
  await firstAccepted("arcs", (i) => ofKind("cut by an arc", i)),
  await firstAccepted("dolls", (i) => ofKind("doll with cartoon eyes", i)),
  await firstAccepted("masks", (i) => ofKind("painted mask", i)),
  await firstAccepted("rag dolls", (i) => ofKind("rag doll", i)),
  await firstAccepted("printed faces", (i) => ofKind("face printed on a hijab from behind", i)),
];
const columns = 4;
const canvas = createCanvas(width * columns, height * Math.ceil(pictures.length / columns));
const pen = canvas.getContext("2d");
pen.fillStyle = "#8fb7e0";
pen.fillRect(0, 0, canvas.width, canvas.height);
pen.imageSmoothingQuality = "high";
for (const [i, picture] of pictures.entries())
  pen.drawImage(
    canvasOf(picture),
    (i % columns) * width,
    Math.floor(i / columns) * height,
    width,
    height,
  );
const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
const raw = { width: canvas.width, height: canvas.height, channels: 4 } as const;
await sharp(Buffer.from(data), { raw })
  .removeAlpha()
  .webp({ quality: 80 })
  .toFile("docs/gambar/foto-masih-lolos.webp");
