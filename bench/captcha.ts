/** How well the captcha's images are read: by a program that knows our source, by OCR, and by a reader. And what its work costs. */
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { normalText } from "#shared/captcha/captcha-text.ts";
import { issueWork, workIterations } from "#shared/captcha/work-challenge.ts";
import type { Bench } from "./bench.ts";
import { captchaImages, digestOf } from "./captcha/images.ts";
import { readByOcr } from "./captcha/ocr.ts";
import { solveCaptcha } from "./captcha/solver.ts";
import { rounded } from "./measure.ts";

interface Readings {
  readonly seed: number;
  readonly digest: string;
  readonly readings: readonly string[];
}

/** A phone of the reference has a sixth of a core of a machine like this one. */
const phoneShare = 6;
const newSeed = 4;

export const captcha: Bench = {
  about:
    "share of captcha images that are read: by a program that has our source, by tesseract.js (when it is installed, see bench/captcha/ocr.ts), by a reader at first sight; and tries of the proof of work in a second, here and on the reference phone (a sixth)",
  rounds: 50,
  async measure({ rounds }) {
    const images = captchaImages(newSeed, rounds);
    const solved = await shareRight(images, ({ png }) => solveCaptcha(png));
    const recognised = await readByOcr(images.map(({ png }) => png));
    const byOcr = recognised && (await shareRight(images, (_, i) => recognised[i] ?? ""));
    const tries = await triesPerSecond();
    return {
      ratios: {},
      figures: {
        "read by a program with our source, %": solved,
        ...(byOcr === undefined ? {} : { "read by tesseract.js, %": byOcr }),
        "read by a reader at first sight, %": await readerShare(),
        "bytes of an image, at most": Math.max(...images.map(({ png }) => png.length)),
        "tries of work a second, this core": rounded(tries),
        "tries of work a second, reference phone": rounded(tries / phoneShare),
      },
    };
  },
};

interface Read {
  readonly text: string;
  readonly png: Buffer;
}

/** @returns percent of the images whose whole text is right */
async function shareRight(
  images: readonly Read[],
  read: (image: Read, index: number) => string | Promise<string>,
): Promise<number> {
  let right = 0;
  for (const [i, image] of images.entries()) {
    if (normalText(await read(image, i)) === image.text) right += 1;
  }
  return rounded((100 * right) / images.length);
}

async function readerShare(): Promise<number> {
  const file = new URL("./captcha/readings.json", import.meta.url);
  const { seed, digest, readings }: Readings = JSON.parse(readFileSync(file, "utf8"));
  const images = captchaImages(seed, readings.length);
  if (digestOf(images) !== digest)
    throw new Error("The images changed since they were read: read them again (readings.json).");
  return await shareRight(images, (_, i) => readings[i] ?? "");
}

/** What issuing a challenge takes is one try. */
async function triesPerSecond(): Promise<number> {
  const dependencies = {
    hmacKey: { derive: async () => Buffer.alloc(32) },
    clock: { now: () => new Date() },
    workIterations,
  };
  const tries = 500;
  const start = performance.now();
  for (let i = 0; i < tries; i++)
    await issueWork(dependencies, { purpose: "login", network: "here" }, 100);
  return (tries * 1000) / (performance.now() - start);
}
