import { createCanvas, type Image } from "@napi-rs/canvas";
import type { FaceShape } from "../drawing/geometry.ts";
import { drawGround } from "../drawing/static-layer.ts";
import type { Template } from "../drawing/template.ts";
import { deflated, type PdfObjects, type Reference, ref } from "./pdf-file.ts";

/** Fine lines on a gradient: below this they get blocks around them. */
const groundQuality = 90;
const photoQuality = 92;

/** Of two kinds with two faces a side, and of some agencies with a look of their own; some 150 KB each. */
const maxGrounds = 16;
const grounds = new Map<string, Promise<Buffer>>();

/** What all cards of a template and face share, as JPEG of 300 dpi. Made once. */
export function groundOf(template: Template, shape: FaceShape): Promise<Buffer> {
  const key = `${template.key}/${shape.side}/${shape.orientation}`;
  const known = grounds.get(key);
  if (known) return known;
  const oldest = grounds.keys().next().value;
  if (grounds.size >= maxGrounds && oldest) grounds.delete(oldest);
  const ground = drawGround(template, shape).encode("jpeg", groundQuality);
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

/** A photo's colours, and apart from them how far they cover. */
export interface PhotoLayers {
  readonly width: number;
  readonly height: number;
  readonly jpeg: Buffer;
  /** Deflated; a byte a pixel: 0 transparent, 255 opaque. */
  readonly opacity: Buffer;
}

/** @param ground "#RRGGBB", near what lies behind: a JPEG has colour where the photo has none */
export async function photoLayers(photo: Image, ground: string): Promise<PhotoLayers> {
  const { width, height } = photo;
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext("2d");
  pen.drawImage(photo, 0, 0);
  const pixels = canvas.data();
  const opacity = Buffer.alloc(width * height);
  for (let pixel = 0; pixel < opacity.length; pixel++) opacity[pixel] = pixels[4 * pixel + 3] ?? 0;
  pen.globalCompositeOperation = "destination-over";
  pen.fillStyle = ground;
  pen.fillRect(0, 0, width, height);
  return {
    width,
    height,
    jpeg: await canvas.encode("jpeg", photoQuality),
    opacity: deflated(opacity),
  };
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
