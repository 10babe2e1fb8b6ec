/** A face in pixels: the prepared layer, on it what is the card's own. */
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { type CardContent, validIssue } from "../card-content.ts";
import { braidsOf, paintHolder, paintVersion, sealOf } from "./details.ts";
import { coverageOf, inkLines } from "./fine-lines.ts";
import { type FaceShape, fronts, type Orientation } from "./geometry.ts";
import { layerOf } from "./layers.ts";
import type { CanvasPen } from "./paint.ts";
import { columnsOf, layOver, layQr, type Pixels } from "./pixels.ts";
import type { PngTop } from "./png.ts";
import type { Qr } from "./qr.ts";
import type { Template } from "./template.ts";

export interface DrawnFace extends Pixels {
  /** The first rows as a file has them, where the card has nothing of its own there. */
  readonly top?: PngTop;
}

/** What is drawn in, again and again: to get fresh memory takes longer than to fill it. */
const faces = new Map<Orientation, Buffer>();
const canvases = new Map<string, Canvas>();

/** @returns pixels that hold until the next face is drawn */
export function drawFace(
  shape: FaceShape,
  template: Template,
  content: CardContent,
  portrait: Canvas,
  qr: Qr,
): DrawnFace {
  const { width, height, orientation } = shape;
  const layer = layerOf(template, shape, content);
  const data = faces.get(orientation) ?? Buffer.alloc(layer.pixels.length);
  faces.set(orientation, data);
  layer.pixels.copy(data);
  const pixels = { width, height, data };
  // A preview is marked from corner to corner.
  const top = shape.side === "back" || validIssue(content) ? layer.top : undefined;
  const overlay = (paint: (pen: CanvasPen) => void) => {
    const above = top?.rows ?? 0;
    layOver(pixels, drawOver(width, height - above, above, paint), above);
  };
  if (shape.side === "back") {
    overlay((pen) => paintVersion(pen, shape, content));
  } else {
    const { photo, qrPanel } = fronts[orientation];
    const seal = sealOf(shape, template, content.seed);
    for (const braid of braidsOf(shape, template, content.seed))
      inkLines(pixels, coverageOf(braid, shape), braid);
    overlay((pen) => paintHolder(pen, shape, template, content, portrait));
    inkLines(pixels, coverageOf(seal, shape), seal, (row) => columnsOf(photo, row));
    layQr(pixels, layer.pixels, qr, qrPanel, template.palette.ink);
  }
  return top ? { ...pixels, top } : pixels;
}

/** On nothing, without the rows above. @returns RGBA with colours multiplied by opacity */
function drawOver(
  width: number,
  height: number,
  above: number,
  paint: (pen: CanvasPen) => void,
): Buffer {
  const size = `${width}x${height}`;
  const canvas = canvases.get(size) ?? createCanvas(width, height);
  canvases.set(size, canvas);
  const pen = canvas.getContext("2d");
  pen.clearRect(0, 0, width, height);
  pen.save();
  pen.translate(0, -above);
  paint(pen);
  pen.restore();
  return canvas.data();
}
