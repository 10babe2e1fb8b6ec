import { type Canvas, createCanvas, ImageData } from "@napi-rs/canvas";
import { Transformer } from "@napi-rs/image";

/** What photos are drawn from, again and again. */
let surface: Canvas | undefined;

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

/** Lays pixels on a canvas, in the place of all that is there. @param canvas is taken again when its size fits */
export function onCanvas({ width, height, data }: PhotoPixels, canvas?: Canvas): Canvas {
  const fits = canvas?.width === width && canvas.height === height;
  const target = fits ? canvas : createCanvas(width, height);
  const colors = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length);
  target.getContext("2d").putImageData(new ImageData(colors, width, height), 0, 0);
  return target;
}

/**
 * @param photo PNG with transparency
 * @returns a canvas that holds until the next photo is decoded
 * @throws as `decodePixels`
 */
export function decodePhoto(photo: Buffer): Canvas {
  surface = onCanvas(decodePixels(photo), surface);
  return surface;
}
