/** Pictures that a person has checked. They have half the size and are lossy, so that the repository stays small. */
import { join } from "node:path";
import sharp from "sharp";

const folder = join(import.meta.dirname, "golden");
const side = 8;

export function goldenFile(card: string, face: string): string {
  return join(folder, `${card}-${face}.webp`);
}

/** What is kept of a face. */
export async function shrink(face: Buffer): Promise<Buffer> {
  const { width } = await sharp(face).metadata();
  return sharp(face)
    .resize(Math.round(width / 2))
    .webp({ quality: 60, effort: 6 })
    .toBuffer();
}

/**
 * Nearer than this faces look alike. A sixteenth of all bytes rounded otherwise, as another CPU may, are up to 9 away,
 * because what is kept is lossy; another digit of the NIP is 37 away or more.
 */
export const alike = 10;

/**
 * How far a face is from its golden picture: the difference of brightness, 0 to 255, in that square of 8x8 pixels where
 * it is largest.
 */
export async function distance(face: Buffer, golden: Buffer): Promise<number> {
  const [one, other] = await Promise.all([grey(await shrink(face)), grey(golden)]);
  if (one.width !== other.width || one.height !== other.height) return 255;
  let largest = 0;
  for (let y = 0; y + side <= one.height; y += side)
    for (let x = 0; x + side <= one.width; x += side)
      largest = Math.max(largest, difference(one, other, x, y));
  return largest;
}

interface Grey {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

async function grey(picture: Buffer): Promise<Grey> {
  const { data, info } = await sharp(picture)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function difference(one: Grey, other: Grey, x: number, y: number): number {
  let sum = 0;
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const at = (y + row) * one.width + x + column;
      sum += Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0));
    }
  return sum / side ** 2;
}
