import { type Canvas, createCanvas, ImageData } from "@napi-rs/canvas";
import { Transformer } from "@napi-rs/image";

/** What photos are drawn from, again and again. */
let surface: Canvas | undefined;

/**
 * @param photo PNG with transparency
 * @returns a canvas that holds until the next photo is decoded
 * @throws Error when it cannot be decoded, or has no transparency
 */
export function decodePhoto(photo: Buffer): Canvas {
  const pixels = new Transformer(photo).rawPixelsSync();
  // Of the PNG's first chunk, IHDR: to ask the decoder for them would decode it all again.
  const [width, height] = [photo.readUInt32BE(16), photo.readUInt32BE(20)];
  if (pixels.length !== 4 * width * height) throw new Error("The photo has no transparency.");
  if (surface?.width !== width || surface.height !== height) surface = createCanvas(width, height);
  const colors = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.length);
  surface.getContext("2d").putImageData(new ImageData(colors, width, height), 0, 0);
  return surface;
}
