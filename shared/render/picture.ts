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
  // Of the PNG's first chunk, IHDR: to ask the decoder for them would decode it all again.
  const [width, height] = [photo.readUInt32BE(16), photo.readUInt32BE(20)];
  if (data.length !== 4 * width * height) throw new Error("The photo has no transparency.");
  return { width, height, data };
}

/** A canvas for one photo after another: to get fresh memory takes longer than to fill it. */
export class PhotoCanvas {
  #canvas = createCanvas(1, 1);
  #image = new ImageData(1, 1);

  /** @returns the canvas with these pixels alone, until the next are laid on it */
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
