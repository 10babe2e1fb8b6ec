/** What is drawn once: all of a front but the holder, all of a back but the card's version. */
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { keep } from "#shared/render/keep.ts";
import { encodeTop, type PngTop } from "#shared/render/png.ts";
import type { CardContent } from "../card-content.ts";
import { type FaceShape, fronts } from "../design/geometry.ts";
import { type BackContent, backs } from "../design/layout-back.ts";
import type { Template } from "../design/template.ts";
import { paintBackTexts } from "./details.ts";
import { drawStaticLayer } from "./static-layer.ts";

export interface Layer {
  /** RGBA, to be drawn on below the top. */
  readonly pixels: Buffer;
  /** The rows that all issued cards share. */
  readonly top: PngTop;
  /** The rows below it before anything was drawn on them. */
  readonly clean: Buffer;
}

/** Fronts of two kinds, and the backs of the agencies whose turn it is; 5 and 3 MB each. */
const maxLayers = 24;
const layers = new Map<string, Layer>();

/** What all agencies of a look share, so that a new agency's back is only its words; 3 MB each. */
const maxGrounds = 16;
const grounds = new Map<string, Canvas>();

export function layerOf(
  template: Template,
  shape: FaceShape,
  { text, host }: Pick<CardContent, "text" | "host">,
): Layer {
  const issuer = shape.side === "back" ? { instansi: text.instansi, host } : undefined;
  const words = issuer ? [template.key, issuer] : headerOf(template);
  const key = JSON.stringify([template.groundKey, shape.side, shape.orientation, words]);
  return keep(layers, key, maxLayers, () => {
    const ground = groundOf(template, shape);
    const pixels = (issuer ? withTexts(ground, template, shape, issuer) : ground).data();
    const top = encodeTop({ data: pixels, width: shape.width }, sharedRows(shape));
    const clean = Buffer.from(pixels.subarray(4 * shape.width * top.rows));
    return { pixels, top, clean };
  });
}

function groundOf(template: Template, shape: FaceShape): Canvas {
  const words = shape.side === "front" ? headerOf(template) : [];
  const key = JSON.stringify([template.groundKey, shape.side, shape.orientation, words]);
  return keep(grounds, key, maxGrounds, () => drawStaticLayer(template, shape));
}

/** The words on a front's ground. */
function headerOf({ texts: { title, subtitle, status } }: Template): readonly string[] {
  return [title, subtitle, status];
}

function withTexts(
  ground: Canvas,
  template: Template,
  shape: FaceShape,
  issuer: BackContent,
): Canvas {
  const canvas = createCanvas(shape.width, shape.height);
  const pen = canvas.getContext("2d");
  pen.drawImage(ground, 0, 0);
  paintBackTexts(pen, shape, template, issuer);
  return canvas;
}

/** How many rows from the top are above everything that differs from card to card. */
function sharedRows({ side, orientation }: FaceShape): number {
  if (side === "back") return backs[orientation].version.y;
  const { photo, columns } = fronts[orientation];
  return Math.min(photo.y, columns[0].y);
}
