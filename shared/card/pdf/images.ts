import { type Canvas, createCanvas, ImageData } from "@napi-rs/canvas";
import { Transformer } from "@napi-rs/image";
import type { FaceShape } from "../drawing/geometry.ts";
import { drawGround } from "../drawing/static-layer.ts";
import type { Template } from "../drawing/template.ts";
import { deflatedStream, type PdfWriter, type Reference, ref, type Stream } from "./pdf-writer.ts";

/** Fine lines on a gradient: below this they get blocks around them. */
const groundQuality = 90;
const photoQuality = 92;

/** Of two kinds with two faces a side, and of some agencies with a look of their own; some 150 KB each. */
const maxGrounds = 16;
const grounds = new Map<string, Buffer>();

/** What photos are encoded from, again and again. Safe because nothing is awaited meanwhile. */
let surface: Canvas | undefined;

/** What all cards of a template and face share, as JPEG of 300 dpi. Made once. */
export function groundOf(template: Template, shape: FaceShape): Buffer {
  const key = `${template.key}/${shape.side}/${shape.orientation}`;
  const known = grounds.get(key);
  if (known) return known;
  const oldest = grounds.keys().next().value;
  if (grounds.size >= maxGrounds && oldest !== undefined) grounds.delete(oldest);
  const ground = drawGround(template, shape).encodeSync("jpeg", groundQuality);
  grounds.set(key, ground);
  return ground;
}

export function addGround(
  writer: PdfWriter,
  { width, height }: FaceShape,
  jpeg: Buffer,
): Reference {
  return writer.addStream({ dictionary: jpegOf(width, height), data: jpeg });
}

/** A photo's colours, and apart from them how far they cover. */
export interface PhotoLayers {
  readonly width: number;
  readonly height: number;
  readonly jpeg: Buffer;
  /** A byte a pixel: 0 transparent, 255 opaque. */
  readonly opacity: Stream;
}

/**
 * @param photo PNG with transparency
 * @param ground "#RRGGBB", near what lies behind: a JPEG has colour where the photo has none
 * @throws Error when the photo cannot be decoded, or has no transparency
 */
export function photoLayers(photo: Buffer, ground: string): PhotoLayers {
  const pixels = new Transformer(photo).rawPixelsSync();
  // Of the PNG's first chunk, IHDR: to ask the decoder for them would decode it all again.
  const [width, height] = [photo.readUInt32BE(16), photo.readUInt32BE(20)];
  if (pixels.length !== 4 * width * height) throw new Error("The photo has no transparency.");
  if (surface?.width !== width || surface.height !== height) surface = createCanvas(width, height);
  const colors = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.length);
  const pen = surface.getContext("2d");
  // Replaces all pixels, whatever the way that the last photo was composed in.
  pen.putImageData(new ImageData(colors, width, height), 0, 0);
  pen.globalCompositeOperation = "destination-over";
  pen.fillStyle = ground;
  pen.fillRect(0, 0, width, height);
  const opacity = deflatedStream(grayOf(width, height), opacityOf(pixels));
  return { width, height, jpeg: surface.encodeSync("jpeg", photoQuality), opacity };
}

/** Every fourth byte of RGBA. */
function opacityOf(rgba: Buffer): Buffer {
  const opacity = Buffer.allocUnsafe(rgba.length / 4);
  for (let pixel = 0, at = 3; pixel < opacity.length; pixel++, at += 4)
    opacity[pixel] = rgba[at] ?? 0;
  return opacity;
}

export function addPhoto(
  writer: PdfWriter,
  { width, height, jpeg, opacity }: PhotoLayers,
): Reference {
  const mask = writer.addStream(opacity);
  const dictionary = `${jpegOf(width, height)} /SMask ${ref(mask)}`;
  return writer.addStream({ dictionary, data: jpeg });
}

function jpegOf(width: number, height: number): string {
  return `${imageOf(width, height)} /ColorSpace /DeviceRGB /Filter /DCTDecode`;
}

function grayOf(width: number, height: number): string {
  return `${imageOf(width, height)} /ColorSpace /DeviceGray`;
}

function imageOf(width: number, height: number): string {
  return `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8`;
}
