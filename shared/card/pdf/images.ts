import { type Canvas, createCanvas, ImageData } from "@napi-rs/canvas";
import { Transformer } from "@napi-rs/image";
import { channels } from "../drawing/color.ts";
import type { FaceShape } from "../drawing/geometry.ts";
import { drawGround } from "../drawing/static-layer.ts";
import type { Template } from "../drawing/template.ts";
import { deflated, type PdfObjects, type Reference, ref } from "./pdf-file.ts";

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
  objects: PdfObjects,
  { width, height }: FaceShape,
  jpeg: Buffer,
): Reference {
  return objects.addStream(jpegOf(width, height), jpeg);
}

type Rgb = ReturnType<typeof channels>;

/** A photo's colours, and apart from them how far they cover. */
export interface PhotoLayers {
  readonly width: number;
  readonly height: number;
  readonly jpeg: Buffer;
  /** Deflated; a byte a pixel: 0 transparent, 255 opaque. */
  readonly opacity: Buffer;
}

/**
 * @param photo PNG with transparency
 * @param ground "#RRGGBB", near what lies behind: a JPEG has colour where the photo has none
 * @throws Error when the photo cannot be decoded, or has no transparency
 */
export async function photoLayers(photo: Buffer, ground: string): Promise<PhotoLayers> {
  const pixels = await new Transformer(photo).rawPixels();
  // Of the PNG's first chunk, IHDR: to ask the decoder for them would decode it all again.
  const [width, height] = [photo.readUInt32BE(16), photo.readUInt32BE(20)];
  if (pixels.length !== 4 * width * height) throw new Error("The photo has no transparency.");
  const opacity = takeOpacity(pixels, ground);
  if (surface?.width !== width || surface.height !== height) surface = createCanvas(width, height);
  const colors = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.length);
  surface.getContext("2d").putImageData(new ImageData(colors, width, height), 0, 0);
  const jpeg = surface.encodeSync("jpeg", photoQuality);
  return { width, height, jpeg, opacity: deflated(opacity) };
}

/** Lays the photo on the ground, in place. @returns how far each pixel covered it */
function takeOpacity(rgba: Buffer, ground: string): Buffer {
  const opacity = Buffer.allocUnsafe(rgba.length / 4);
  const behind = channels(ground);
  for (let pixel = 0, at = 0; pixel < opacity.length; pixel++, at += 4) {
    const alpha = rgba[at + 3] ?? 255;
    opacity[pixel] = alpha;
    if (alpha < 255) layOn(rgba, at, alpha / 255, behind);
  }
  return opacity;
}

/** One pixel. @param share of it that the photo covers, 0 to 1 */
function layOn(rgba: Buffer, at: number, share: number, [red, green, blue]: Rgb): void {
  const rest = 1 - share;
  rgba[at] = red * rest + (rgba[at] ?? 0) * share;
  rgba[at + 1] = green * rest + (rgba[at + 1] ?? 0) * share;
  rgba[at + 2] = blue * rest + (rgba[at + 2] ?? 0) * share;
  rgba[at + 3] = 255;
}

export function addPhoto(
  objects: PdfObjects,
  { width, height, jpeg, opacity }: PhotoLayers,
): Reference {
  const mask = objects.addStream(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ` +
      "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode",
    opacity,
  );
  return objects.addStream(`${jpegOf(width, height)} /SMask ${ref(mask)}`, jpeg);
}

function jpegOf(width: number, height: number): string {
  return (
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ` +
    "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode"
  );
}
