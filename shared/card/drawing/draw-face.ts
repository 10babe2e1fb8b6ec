/** A face in pixels: the prepared layer, on it what is the card's own. */
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { type Coverage, coverageOf, type FineLines, inkLines } from "#shared/render/fine-lines.ts";
import { decodePhoto } from "#shared/render/picture.ts";
import { columnsOf, layOver, layQr, type Pixels } from "#shared/render/pixels.ts";
import type { Box } from "#shared/render/place-text.ts";
import type { PngTop } from "#shared/render/png.ts";
import { type Qr, qrOf } from "#shared/render/qr.ts";
import { type CardContent, validIssue } from "../card-content.ts";
import { type FaceShape, fronts, panelRadius } from "../design/geometry.ts";
import type { Template } from "../design/template.ts";
import { braidsOf, paintHolder, paintVersion, sealCorner, sealOf, sealSide } from "./details.ts";
import { layerOf } from "./layers.ts";
import type { CanvasPen } from "./paint.ts";

/** What the fronts of a card share, made once. */
export interface CardParts {
  readonly portrait: Canvas;
  readonly qr: Qr;
  readonly seal: FineLines & { readonly coverage: Coverage };
}

export interface DrawnFace extends Pixels {
  /** The first rows as a file has them, where the card has nothing of its own there. */
  readonly top?: PngTop;
}

/** What is painted on, again and again: to get fresh memory takes longer than to fill it. */
const canvases = new Map<string, Canvas>();

/** @returns parts that hold until those of the next card are made @throws as `drawCard` */
export function partsOf(content: CardContent, template: Template, photo: Buffer): CardParts {
  const seal = sealOf(template, content.seed);
  const coverage = coverageOf(seal, { width: sealSide, height: sealSide });
  return { portrait: decodePhoto(photo), qr: qrOf(content.qrText), seal: { ...seal, coverage } };
}

/** @returns pixels that hold until the next face of its kind is drawn */
export function drawFace(
  shape: FaceShape,
  template: Template,
  content: CardContent,
  parts: CardParts,
): DrawnFace {
  const { width, height, orientation, side } = shape;
  const layer = layerOf(template, shape, content);
  // A preview is marked from corner to corner: it has nothing that others share, and leaves nothing behind.
  const top = side === "back" || validIssue(content) ? layer.top : undefined;
  const data = top ? layer.pixels : Buffer.from(layer.pixels);
  layer.clean.copy(data, data.length - layer.clean.length);
  const pixels = { width, height, data };
  const above = top?.rows ?? 0;
  if (side === "back") {
    paintOver(pixels, above, (pen) => paintVersion(pen, shape, content));
  } else {
    const { photo, qrPanel } = fronts[orientation];
    for (const braid of braidsOf(shape, template, content.seed))
      inkLines(pixels, coverageOf(braid, shape), braid);
    paintOver(pixels, above, (pen) => paintHolder(pen, shape, template, content, parts.portrait));
    const { seal } = parts;
    inkLines(pixels, moved(seal.coverage, sealCorner(shape)), seal, (row) =>
      columnsOf({ ...photo, radius: panelRadius }, row),
    );
    layQr(pixels, parts.qr, { ...qrPanel, radius: panelRadius });
  }
  return top ? { ...pixels, top } : pixels;
}

/**
 * With a canvas's pen, on pixels that are not a canvas's.
 * @param above rows that it leaves alone
 * @param paint says where its ink is: only that is read back, because to read a canvas takes longer than to draw on it
 */
function paintOver(pixels: Pixels, above: number, paint: (pen: CanvasPen) => readonly Box[]): void {
  const [width, height] = [pixels.width, pixels.height - above];
  const size = `${width}x${height}`;
  const canvas = canvases.get(size) ?? createCanvas(width, height);
  canvases.set(size, canvas);
  const pen = canvas.getContext("2d");
  pen.clearRect(0, 0, width, height);
  pen.save();
  pen.translate(0, -above);
  const inked = paint(pen);
  pen.restore();
  for (const box of inked)
    layOver(pixels, pen.getImageData(box.x, box.y - above, box.width, box.height).data, box);
}

function moved(coverage: Coverage, { x, y }: Pick<Box, "x" | "y">): Coverage {
  return { ...coverage, left: coverage.left + x, top: coverage.top + y };
}
