import sharp from "sharp";
import { applyGamma } from "./gamma.ts";
import { photoHeight, photoWidth } from "./photo-limits.ts";
import { isClear, type Pixels } from "./pixels.ts";
import type { PngProblem, PngStructure } from "./png-structure.ts";

// Only the loader for PNG stays, so that no other decoder ever reads an upload.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadPngBuffer"] });

const limits = { limitInputPixels: photoWidth * photoHeight, failOn: "warning" } as const;
/** Wall time; a photo takes a hundredth of it. */
const timeoutSeconds = 20;
/** One grey pixel, which every decoder of PNG can read. */
const soundPng = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAACklEQVQImWNoAAAAggCByxOyYQAAAABJRU5ErkJggg==",
  "base64",
);

/**
 * Decodes a PNG whose structure was checked. If the decoder fails all the same, the file is damaged: a bad file must never be
 * tried again. Of clear places no colour is kept: nobody sees what a removed background was, and it must not be stored.
 * @throws the decoder's error when it cannot read a picture that is certainly good
 */
export async function decodePhoto({
  bytes,
  gamma,
}: Pick<PngStructure, "bytes" | "gamma">): Promise<Pixels | { readonly problem: PngProblem }> {
  try {
    // Some programs turn such a picture upright, others do not. We cannot know what its owner saw.
    const { orientation = 1 } = await sharp(bytes, limits).metadata();
    if (orientation !== 1) return { problem: "rotated" };
    return withoutHidden(applyGamma(await pixelsOf(bytes), gamma));
  } catch (error) {
    await pixelsOf(soundPng).catch(() => {
      throw error;
    });
    return { problem: "damaged" };
  }
}

async function pixelsOf(png: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(png, limits)
    .timeout({ seconds: timeoutSeconds })
    // First of all: of 16 bits, sharp would take a profile to Display P3 and leave it there.
    .pipelineColourspace("srgb")
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Changes the pixels in place. */
function withoutHidden(pixels: Pixels): Pixels {
  const { data } = pixels;
  for (let at = 0; at < data.length; at += 4)
    if (isClear(data[at + 3] ?? 0)) for (let i = at; i < at + 4; i++) data[i] = 0;
  return pixels;
}
