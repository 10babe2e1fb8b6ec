/**
 * OCR, when it is there. It is no dependency of ours: program and language data are 64 MB for this one figure. To have it:
 * `npm install --no-save tesseract.js@7.0.0 @tesseract.js-data/eng@1.0.0` (Apache-2.0 and MIT).
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { symbols } from "#shared/captcha/glyphs.ts";

interface Worker {
  setParameters: (parameters: Record<string, string>) => Promise<unknown>;
  recognize: (image: Buffer) => Promise<{ data: { text: string } }>;
  terminate: () => Promise<unknown>;
}
interface Tesseract {
  createWorker: (
    language: string,
    engine: number,
    options: Record<string, unknown>,
  ) => Promise<Worker>;
}

/** @returns what was read in each image, undefined when OCR is not installed */
export async function readByOcr(images: readonly Buffer[]): Promise<string[] | undefined> {
  const require = createRequire(import.meta.url);
  let tesseract: Tesseract;
  let languages: string;
  try {
    tesseract = require("tesseract.js");
    languages = dirname(require.resolve("@tesseract.js-data/eng/package.json"));
  } catch {
    return undefined;
  }
  const worker = await tesseract.createWorker("eng", 1, {
    langPath: join(languages, "4.0.0"),
    cacheMethod: "none",
  });
  // One line of text, of our symbols only: it is told all that an attacker knows.
  await worker.setParameters({
    tessedit_pageseg_mode: "7",
    tessedit_char_whitelist: symbols.join(""),
  });
  const read: string[] = [];
  for (const image of images) {
    const large = await sharp(image)
      .resize(660)
      .extend({ top: 30, bottom: 30, left: 30, right: 30, background: "white" })
      .png()
      .toBuffer();
    read.push((await worker.recognize(large)).data.text);
  }
  await worker.terminate();
  return read;
}
