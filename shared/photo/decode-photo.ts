import sharp from "sharp";
import { applyGamma } from "./gamma.ts";
import { photoHeight, photoWidth } from "./photo-limits.ts";
import type { Pixels } from "./pixels.ts";
import type { PngProblem, PngStructure } from "./png-structure.ts";

// Only the loader for PNG stays: whatever an upload pretends to be, no other decoder ever sees it.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadPngBuffer"] });

const limits = { limitInputPixels: photoWidth * photoHeight, failOn: "warning" } as const;
/** Of wall time; a photo takes a hundredth of it. */
const timeoutSeconds = 20;
/** One grey pixel, which every decoder of PNG can read. */
const soundPng = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAACklEQVQImWNoAAAAggCByxOyYQAAAABJRU5ErkJggg==",
  "base64",
);

/**
 * Decodes a PNG whose structure is sound. A decoder that fails all the same says that the file is damaged: content must
 * never come back to be tried again.
 * @throws what the decoder threw, when it cannot read a sound picture either
 */
export async function decodePhoto({
  bytes,
  gamma,
}: Pick<PngStructure, "bytes" | "gamma">): Promise<Pixels | { readonly problem: PngProblem }> {
  try {
    // To be turned upright by its reader: some do, some do not, and we cannot know which its owner looked at.
    const { orientation = 1 } = await sharp(bytes, limits).metadata();
    if (orientation !== 1) return { problem: "rotated" };
    return applyGamma(await pixelsOf(bytes), gamma);
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
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
