/** What a phone's camera gives: a person before a plain wall, as JPEG, with room around. */
import sharp from "sharp";
import type { Pixels } from "#shared/photo/pixels.ts";
import { drawnPerson, type Headwear } from "./drawn-person.ts";
import { cutOutOfWall, wallFor } from "./old-wall.ts";
import { randomFrom } from "./random.ts";

/** A drawn person before a wall of one colour, and how much of each pixel is the person. */
export async function beforeWall(seed: number, wears: Headwear) {
  const person = await drawnPerson(seed, wears);
  const random = randomFrom(seed * 7 + 1);
  const everywhere = new Float32Array(person.width * person.height).fill(255);
  const picture = cutOutOfWall(person, random, everywhere, wallFor(person, random));
  return { person, picture };
}

interface PhonePicture {
  /** Of the picture as it is looked at, in pixels. */
  readonly width: number;
  readonly height: number;
  /** As EXIF says it: 1 upright, 6 to be turned by 90 degrees. */
  readonly orientation: 1 | 6;
}

/** A JPEG of any shape. From bytes only: a test may have taken away all of sharp's decoders. */
export async function phoneJpeg(
  { data, width, height }: Pixels,
  { orientation, ...size }: PhonePicture,
): Promise<Buffer> {
  const upright = await sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .resize({ ...size, fit: "cover" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width: w, height: h } = upright.info;
  return sharp(upright.data, { raw: { width: w, height: h, channels: 3 } })
    .rotate(orientation === 6 ? 270 : 0)
    .withMetadata({ orientation })
    .jpeg({ quality: 90 })
    .toBuffer();
}
