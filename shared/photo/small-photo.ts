import sharp from "sharp";
import { maxSmallPhotoBytes } from "./photo-limits.ts";
import type { Pixels } from "./pixels.ts";

/** Tried in this order. The last is so small that any pixels fit. */
const widths = [240, 160, 80] as const;
const qualities = [82, 70, 58, 46, 34, 22, 10] as const;

/**
 * The photo for people who check a card at a counter with a weak link: WebP with transparency, the best one of at most
 * `maxSmallPhotoBytes`.
 */
export async function smallPhoto(pixels: Pixels): Promise<Buffer> {
  for (const width of widths) {
    for (const quality of qualities) {
      const webp = await encode(pixels, width, quality);
      if (webp.length <= maxSmallPhotoBytes) return webp;
    }
  }
  throw new Error("A photo of 80 pixels does not fit.");
}

async function encode({ data, ...raw }: Pixels, width: number, quality: number): Promise<Buffer> {
  return sharp(data, { raw: { ...raw, channels: 4 } })
    .resize({ width })
    .webp({ quality, alphaQuality: 60, smartSubsample: true })
    .toBuffer();
}
