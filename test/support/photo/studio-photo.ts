/** What the studio makes of a phone's picture: its frame, its cutting and its file, in Node's canvas instead of a browser's. */
import { createCanvas, ImageData, loadImage } from "@napi-rs/canvas";
import { cutOut } from "#shared/photo/cutting/cut-out.ts";
import { photoHeight, photoWidth } from "#shared/photo/photo-limits.ts";
import type { Pixels } from "#shared/photo/pixels.ts";
import type { FindPerson } from "#shared/vision/find-person.ts";
import { guides, matrixOf, wholeFrame } from "../../../web/src/studio/frame.ts";
import { padded } from "../../../web/src/studio/padded.ts";
import type { Headwear } from "./drawn-person.ts";
import { beforeWall, phoneJpeg } from "./phone-picture.ts";

/** Where the guides have the face. */
const face = {
  x: photoWidth / 2,
  y: guides.eyes * photoHeight,
  chin: guides.chin * photoHeight,
} as const;

/** A drawn person as a phone's JPEG of three by four, framed as the studio begins. */
export async function framedPicture(seed: number, wears: Headwear): Promise<Pixels> {
  const { picture } = await beforeWall(seed, wears);
  const jpeg = await phoneJpeg(picture, { width: 1200, height: 1600, orientation: 1 });
  const image = await loadImage(jpeg);
  const pen = createCanvas(photoWidth, photoHeight).getContext("2d");
  pen.imageSmoothingQuality = "high";
  pen.setTransform(...matrixOf(wholeFrame, image));
  pen.drawImage(image, 0, 0);
  const { data, width, height } = pen.getImageData(0, 0, photoWidth, photoHeight);
  return { data: Uint8Array.from(data), width, height };
}

/** Cut out by the wall alone, or with a net's guess of the person. */
export function cutInStudio(framed: Pixels, find: FindPerson | undefined): Pixels {
  const opaque = padded(framed);
  const guess = find?.(opaque) ?? new Float32Array(photoWidth * photoHeight);
  return cutOut(opaque, guess, face);
}

/** The file that is sent: a canvas rounds the colours of what is nearly clear. */
export function studioPng(photo: Pixels): Buffer {
  return canvasOf(photo).toBuffer("image/png");
}

export function canvasOf({ data, width, height }: Pixels) {
  const canvas = createCanvas(width, height);
  const image = new ImageData(Uint8ClampedArray.from(data), width, height);
  canvas.getContext("2d").putImageData(image, 0, 0);
  return canvas;
}
