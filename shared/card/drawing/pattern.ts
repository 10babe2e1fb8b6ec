/** What covers the ground of every face. */
import { createCanvas } from "@napi-rs/canvas";
import { faded } from "#shared/render/color.ts";
import { rosette } from "#shared/render/guilloche.ts";
import type { FaceShape } from "../design/geometry.ts";
import type { Template } from "../design/template.ts";
import type { CanvasPen, PaintLines } from "./paint.ts";

/** Of all lines that are prepared, in pixels. */
export const thickness = 0.8;

/** Kawung over all, and two rosettes that the edges cut. */
export function paintPattern(
  pen: CanvasPen,
  { palette }: Template,
  { width, height }: FaceShape,
  paintLines: PaintLines,
): void {
  paintKawung(pen, width, height, faded(palette.line, 0.035));
  const ring = { x: width * 0.84, y: height * 0.3, radius: 330, petals: 12, phase: 0 };
  const corner = { x: 40, y: height - 20, radius: 230, petals: 9, phase: 0.4 };
  const lines = [
    ...rosette({ ...ring, middle: 0.8, swing: 0.17, loops: 16 }),
    ...rosette({ ...ring, middle: 0.44, swing: 0.14, loops: 12 }),
    ...rosette({ ...corner, middle: 0.78, swing: 0.2, loops: 14 }),
  ];
  paintLines(pen, { lines, color: palette.line, opacity: 0.1, thickness });
}

/** The four-petal flowers of kawung batik: one tile, repeated. */
function paintKawung(pen: CanvasPen, width: number, height: number, style: string): void {
  const step = 30;
  const tile = createCanvas(2 * step, 2 * step);
  const tilePen = tile.getContext("2d");
  tilePen.fillStyle = style;
  for (const [row, column] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ] as const) {
    const [x, y] = [(column + 0.5) * step, (row + 0.5) * step];
    tilePen.beginPath();
    tilePen.ellipse(x, y, 15.5, 6, row === column ? Math.PI / 4 : -Math.PI / 4, 0, 2 * Math.PI);
    tilePen.fill();
  }
  // Copies of a row of copies: a canvas's pattern takes ten times as long.
  const row = createCanvas(width, tile.height);
  const rowPen = row.getContext("2d");
  for (let x = 0; x < width; x += tile.width) rowPen.drawImage(tile, x, 0);
  for (let y = 0; y < height; y += tile.height) pen.drawImage(row, 0, y);
}
