/** From geometry to ink on a canvas. */
import { createCanvas, ImageData, Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import { channels, faded } from "#shared/render/color.ts";
import { coverageOf, type FineLines } from "#shared/render/fine-lines.ts";
import { widthOf } from "#shared/render/fit-text.ts";
import { font, measure } from "#shared/render/fonts.ts";
import { type Box, inkBox, leftOf, type PlacedText } from "#shared/render/place-text.ts";
import { placeQr, type Qr, qrColors } from "#shared/render/qr.ts";
import { panelRadius } from "../design/geometry.ts";
import type { Emblem } from "../design/template.ts";

/** For what is drawn in pixels alone. */
export type CanvasPen = SKRSContext2D;

/** What a canvas and a PDF (../pdf/pdf-pen.ts) can both do: what is drawn with it is alike on both. */
export type Pen = Pick<
  CanvasPen,
  | "save"
  | "restore"
  | "translate"
  | "rotate"
  | "beginPath"
  | "moveTo"
  | "lineTo"
  | "rect"
  | "roundRect"
  | "fillRect"
  | "clip"
  | "fill"
  | "stroke"
  | "drawImage"
  | "fillText"
  | "strokeText"
  | "fillStyle"
  | "strokeStyle"
  | "lineWidth"
  | "font"
  | "wordSpacing"
  | "textAlign"
  | "textBaseline"
  | "imageSmoothingQuality"
>;

/** @returns where its ink is, line by line */
export function paintTexts(pen: Pen, texts: readonly PlacedText[]): Box[] {
  pen.textAlign = "left";
  pen.textBaseline = "alphabetic";
  const inked = texts.map((placed) => {
    const { text, size, weight, wordSpacing, color, baseline } = placed;
    const width = widthOf(text, placed, measure) * size;
    pen.font = font(weight, size);
    pen.wordSpacing = `${wordSpacing * size}px`;
    pen.fillStyle = color;
    pen.fillText(text, leftOf(placed, width), baseline);
    return inkBox(placed, width);
  });
  pen.wordSpacing = "0px";
  return inked;
}

export type PaintLines = (pen: CanvasPen, lines: FineLines) => void;

/** As a finished picture: what a canvas is quick at. */
export function layLines(pen: CanvasPen, lines: FineLines): void {
  const coverage = coverageOf(lines, pen.canvas);
  const { left, top, width, height, shares } = coverage;
  if (shares.length === 0) return;
  const picture = new ImageData(width, height);
  const ink = Buffer.from([...channels(lines.color), 0]);
  Buffer.from(picture.data.buffer).fill(ink);
  for (let pixel = 0; pixel < shares.length; pixel++)
    picture.data[4 * pixel + 3] = Math.round((shares[pixel] ?? 0) * lines.opacity);
  const sheet = createCanvas(width, height);
  sheet.getContext("2d").putImageData(picture, 0, 0);
  pen.drawImage(sheet, left, top);
}

/** As a path, for a PDF. A canvas does it slowly: see fine-lines.ts. */
export function paintLines(pen: Pen, { lines, color, opacity, thickness }: FineLines): void {
  pen.beginPath();
  for (const line of lines) {
    pen.moveTo(line[0] ?? 0, line[1] ?? 0);
    for (let index = 2; index < line.length; index += 2)
      pen.lineTo(line[index] ?? 0, line[index + 1] ?? 0);
  }
  pen.strokeStyle = faded(color, opacity);
  pen.lineWidth = thickness;
  pen.stroke();
}

export function roundBox(pen: Pen, { x, y, width, height }: Box, radius: number): void {
  pen.beginPath();
  pen.roundRect(x, y, width, height, radius);
}

/** @param place centre and radius */
export function paintEmblem(
  pen: CanvasPen,
  emblem: Emblem,
  ground: string,
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
): void {
  for (const { path, fill, repeat } of emblem) {
    const shape = new Path2D(path);
    pen.fillStyle = fill === "ground" ? ground : fill;
    for (let turn = 0; turn < repeat; turn++) {
      pen.save();
      pen.translate(x, y);
      pen.rotate((turn / repeat) * 2 * Math.PI);
      pen.scale(radius / 50, radius / 50);
      pen.translate(-50, -50);
      pen.fill(shape);
      pen.restore();
    }
  }
}

/** The code in the middle of its panel: modules on whole pixels, so that none is blurred. */
export function paintQr(pen: Pen, qr: Qr, panel: Box): void {
  const { x, y, module } = placeQr(qr, panel);
  roundBox(pen, panel, panelRadius);
  pen.fillStyle = qrColors.light;
  pen.fill();
  pen.fillStyle = qrColors.dark;
  for (const [row, column, length] of qr.runs)
    pen.fillRect(x + column * module, y + row * module, length * module, module);
}

/** Pixels per em. */
export const microtextSize = 6.5;

/** A line of tiny letters from edge to edge, too fine for a copier. @returns where its ink is */
export function paintMicrotext(
  pen: Pen,
  text: string,
  { x, y, width }: Omit<Box, "height">,
  style: string,
): Box {
  const size = microtextSize;
  const once = measure(text, 700) * size;
  const strip = { x, y: y - Math.ceil(size), width, height: Math.ceil(size * 1.4) };
  pen.save();
  pen.beginPath();
  pen.rect(strip.x, strip.y, strip.width, strip.height);
  pen.clip();
  pen.font = font(700, size);
  pen.fillStyle = style;
  pen.textAlign = "left";
  pen.fillText(text.repeat(Math.ceil(width / once)), x, y);
  pen.restore();
  return strip;
}
