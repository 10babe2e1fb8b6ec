import sharp from "sharp";
import { isClear } from "#shared/photo/pixels.ts";

/** The samples of a PNG. */
export const rawOf = (png: Buffer | undefined) => sharp(png).raw().toBuffer();

/** What can be seen of a picture, and zeros where it is clear. */
export const seenOf = (pixels: Buffer) =>
  Buffer.from(pixels.map((value, i) => (isClear(pixels[i | 3] ?? 0) ? 0 : value)));
