/** What is drawn once: all of a front but the holder, all of a back but the card's version. */
import type { CardContent } from "../card-content.ts";
import { paintBackTexts } from "./details.ts";
import { type FaceShape, fronts } from "./geometry.ts";
import { backs } from "./layout-back.ts";
import { encodeTop, type PngTop } from "./png.ts";
import { drawStaticLayer } from "./static-layer.ts";
import type { Template } from "./template.ts";

export interface Layer {
  /** RGBA */
  readonly pixels: Buffer;
  /** The rows that all issued cards share. */
  readonly top: PngTop;
}

/** Fronts of two kinds, and the backs of the agencies whose turn it is; 3 MB each. */
const maxLayers = 24;
const layers = new Map<string, Layer>();

export function layerOf(
  template: Template,
  shape: FaceShape,
  { text, host }: Pick<CardContent, "text" | "host">,
): Layer {
  const issuer = shape.side === "back" ? { instansi: text.instansi, host } : undefined;
  const key = JSON.stringify([template.key, shape.side, shape.orientation, issuer]);
  const known = layers.get(key);
  if (known) return known;
  const oldest = layers.keys().next().value;
  if (layers.size >= maxLayers && oldest !== undefined) layers.delete(oldest);
  const canvas = drawStaticLayer(template, shape);
  if (issuer) paintBackTexts(canvas.getContext("2d"), shape, template, issuer);
  const pixels = canvas.data();
  const top = encodeTop({ data: pixels, width: shape.width }, sharedRows(shape));
  const layer = { pixels, top };
  layers.set(key, layer);
  return layer;
}

/** How many rows from the top are above everything that differs from card to card. */
function sharedRows({ side, orientation }: FaceShape): number {
  if (side === "back") return backs[orientation].version.y;
  const { photo, columns } = fronts[orientation];
  return Math.min(photo.y, columns[0].y);
}
