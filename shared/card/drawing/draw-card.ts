import { type Canvas, createCanvas, type Image, loadImage } from "@napi-rs/canvas";
import type { FaceImages } from "../card-bucket.ts";
import { faces as allFaces, type CardContent, type Face } from "../card-content.ts";
import { paintBackTexts, paintFrontDetails, paintVersion } from "./details.ts";
import { encodePng, encodeWebp } from "./encode.ts";
import { type FaceShape, type Orientation, shapes } from "./geometry.ts";
import { type Qr, qrOf } from "./qr.ts";
import { drawStaticLayer } from "./static-layer.ts";
import { type Template, templateFor } from "./template.ts";

/** Fronts of two kinds, and the backs of the agencies whose turn it is; 2.6 MB each. */
const maxLayers = 24;
const layers = new Map<string, Canvas>();

/** What is drawn on, again and again. Safe because nothing is awaited between the first stroke and the copy. */
const surfaces = new Map<Orientation, Canvas>();

/**
 * Draws the faces of a card. Pure: the same content and photo are the same bytes.
 * @param photo a cut-out with transparency, 450x575
 * @throws Error when the photo cannot be decoded, or the QR's text is not alphanumeric
 */
export async function drawCard(
  content: CardContent,
  photo: Buffer,
  faces: readonly Face[] = allFaces,
): Promise<readonly FaceImages[]> {
  const images: FaceImages[] = [];
  for await (const { face, width, height, pixels } of drawFaces(content, photo, faces)) {
    const size = { width, height };
    const [png, webp] = await Promise.all([encodePng(size, pixels), encodeWebp(size, pixels)]);
    images.push({ face, png, webp });
  }
  return images;
}

/** A face before it is encoded: RGBA. */
export interface DrawnFace {
  readonly face: Face;
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
}

/** One face after the other: the pixels of one are free before the next one's are needed. */
export async function* drawFaces(
  content: CardContent,
  photo: Buffer,
  faces: readonly Face[],
): AsyncGenerator<DrawnFace> {
  const template = templateFor(content.instansiId, content.text.kind);
  const [portrait, qr] = [await loadImage(photo), qrOf(content.qrText)];
  for (const face of faces) {
    const shape = shapes[face];
    const { width, height } = shape;
    yield { face, width, height, pixels: drawFace(shape, template, content, portrait, qr) };
  }
}

/** @returns RGBA, a copy */
function drawFace(
  shape: FaceShape,
  template: Template,
  content: CardContent,
  portrait: Image,
  qr: Qr,
): Buffer {
  const surface = surfaces.get(shape.orientation) ?? createCanvas(shape.width, shape.height);
  surfaces.set(shape.orientation, surface);
  const pen = surface.getContext("2d");
  pen.drawImage(layerOf(template, shape, content), 0, 0);
  if (shape.side === "front") paintFrontDetails(pen, shape, template, content, portrait, qr);
  else paintVersion(pen, shape, content);
  return surface.data();
}

/** What is drawn once: all of a front but the holder, all of a back but the card's version. */
function layerOf(template: Template, shape: FaceShape, { text, host }: CardContent): Canvas {
  const issuer = shape.side === "back" ? { instansi: text.instansi, host } : undefined;
  const key = JSON.stringify([template.key, shape.side, shape.orientation, issuer]);
  const known = layers.get(key);
  if (known) return known;
  const oldest = layers.keys().next().value;
  if (layers.size >= maxLayers && oldest !== undefined) layers.delete(oldest);
  const layer = drawStaticLayer(template, shape);
  if (issuer) paintBackTexts(layer.getContext("2d"), shape, template, issuer);
  layers.set(key, layer);
  return layer;
}
