import { keep } from "#shared/render/keep.ts";
import {
  deflatedStream,
  type PdfWriter,
  type Reference,
  ref,
  type Stream,
} from "#shared/render/pdf/pdf-writer.ts";
import { decodePixels, PhotoCanvas } from "#shared/render/picture.ts";
import type { FaceShape } from "../design/geometry.ts";
import type { Template } from "../design/template.ts";
import { drawGround } from "../drawing/static-layer.ts";

/** Fine lines on a gradient: below this they get blocks around them. */
const groundQuality = 90;
const photoQuality = 92;

/** Of two kinds with two faces a side, and of some agencies with a look of their own; some 150 KB each. */
const maxGrounds = 16;
const grounds = new Map<string, Buffer>();

/** What photos are encoded from. Safe because nothing is awaited meanwhile. */
const photos = new PhotoCanvas();

/** What all cards of a template and face share, as JPEG of 300 dpi. Made once. */
export function groundOf(template: Template, shape: FaceShape): Buffer {
  const key = `${template.groundKey}/${shape.side}/${shape.orientation}`;
  return keep(grounds, key, maxGrounds, () =>
    drawGround(template, shape).encodeSync("jpeg", groundQuality),
  );
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
  const pixels = decodePixels(photo);
  const { width, height } = pixels;
  const canvas = photos.lay(pixels);
  const pen = canvas.getContext("2d");
  pen.globalCompositeOperation = "destination-over";
  pen.fillStyle = ground;
  pen.fillRect(0, 0, width, height);
  const opacity = deflatedStream(grayOf(width, height), opacityOf(pixels.data));
  return { width, height, jpeg: canvas.encodeSync("jpeg", photoQuality), opacity };
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
