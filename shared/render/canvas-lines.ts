/** Fine lines on a canvas, in two ways. */
import { createCanvas, ImageData, type SKRSContext2D } from "@napi-rs/canvas";
import { styleOf } from "./canvas-path.ts";
import { channels } from "./color.ts";
import { coverageOf, type FineLines } from "./fine-lines.ts";

export type PaintLines = (pen: SKRSContext2D, lines: FineLines) => void;

/** Draws them as a finished picture. */
export function layLines(pen: SKRSContext2D, lines: FineLines): void {
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

/** Draws them as a path, which is slow on a canvas: see fine-lines.ts. */
export function strokeLines(pen: SKRSContext2D, { lines, thickness, ...ink }: FineLines): void {
  pen.beginPath();
  for (const line of lines) {
    pen.moveTo(line[0] ?? 0, line[1] ?? 0);
    for (let index = 2; index < line.length; index += 2)
      pen.lineTo(line[index] ?? 0, line[index + 1] ?? 0);
  }
  pen.strokeStyle = styleOf(ink);
  pen.lineWidth = thickness;
  pen.stroke();
}
