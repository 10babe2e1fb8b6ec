import { type Canvas, createCanvas, ImageData } from "@napi-rs/canvas";
import { Transformer } from "@napi-rs/image";

export interface PhotoPixels {
  readonly width: number;
  readonly height: number;
  /** RGBA */
  readonly data: Buffer;
}

/** @param photo PNG with transparency @throws Error when it cannot be decoded, or has no transparency */
export function decodePixels(photo: Buffer): PhotoPixels {
  const data = new Transformer(photo).rawPixelsSync();
  // They are in the PNG's first chunk, IHDR. The decoder would decode the whole file again for them.
  const [width, height] = [photo.readUInt32BE(16), photo.readUInt32BE(20)];
  if (data.length !== 4 * width * height) throw new Error("The photo has no transparency.");
  return { width, height, data };
}

/** A canvas that is used for one photo after another, because new memory takes longer than filling it. */
export class PhotoCanvas {
  #canvas = createCanvas(1, 1);
  #image = new ImageData(1, 1);

  /** @returns the canvas with only these pixels; the next call replaces them */
  lay({ width, height, data }: PhotoPixels): Canvas {
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas = createCanvas(width, height);
      this.#image = new ImageData(width, height);
    }
    this.#image.data.set(data);
    this.#canvas.getContext("2d").putImageData(this.#image, 0, 0);
    return this.#canvas;
  }
}
