/** Makes of a picture with transparency what a PDF has of it. */
import { hash } from "node:crypto";
import { Cache } from "../cache.ts";
import { decodePixels, PhotoCanvas, type PhotoPixels } from "../picture.ts";
import { mixed, pixelOf, wholePixels } from "../pixels.ts";
import { grayOf, type PictureLayers } from "./pdf-images.ts";
import { deflatedStream } from "./pdf-writer.ts";

const pictureQuality = 92;

/**
 * Encodes one picture after another from the same canvas: fresh memory is freed too late. The last one is kept: a card's
 * documents are asked for one after the other, and its photo is most of their cost.
 */
export class PictureEncoder {
  readonly #canvas = new PhotoCanvas();
  readonly #last = new Cache<PictureLayers>(1);

  /**
   * @param png with transparency
   * @param ground "#RRGGBB", near what lies behind: a JPEG has colour where the picture has none
   * @throws Error when the picture cannot be decoded, or has no transparency
   */
  encode(png: Buffer, ground: string): PictureLayers {
    return this.#last.get(`${ground} ${hash("sha256", png)}`, () => {
      const pixels = decodePixels(png);
      const { width, height } = pixels;
      const opacity = deflatedStream(grayOf(pixels), flatten(pixels, ground));
      const jpeg = this.#canvas.lay(pixels).encodeSync("jpeg", pictureQuality);
      return { width, height, jpeg, opacity };
    });
  }
}

/** Lays the picture on its ground, in place. @returns how far it covered that: a byte a pixel */
function flatten({ data }: PhotoPixels, ground: string): Buffer {
  const pixels = wholePixels(data);
  const below = pixelOf(ground);
  const opacity = Buffer.allocUnsafe(pixels.length);
  for (let at = 0; at < pixels.length; at++) {
    const pixel = pixels[at] ?? 0;
    const cover = pixel >>> 24;
    opacity[at] = cover;
    if (cover < 255) pixels[at] = mixed(below, pixel, cover * 257);
  }
  return opacity;
}
