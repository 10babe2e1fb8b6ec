/** What is done to a face's pixels without a canvas: what stands on whole pixels needs none. */
import { channels } from "./color.ts";
import { panelRadius } from "./geometry.ts";
import type { Box } from "./place-text.ts";
import { placeQr, type Qr } from "./qr.ts";

/** RGBA, opaque, row by row from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

/**
 * Lays a canvas's pixels over a face.
 * @param overlay RGBA with colours multiplied by opacity, as wide as the face
 * @param top the face's row on which its first row lies
 */
export function layOver({ data, width }: Pixels, overlay: Buffer, top: number): void {
  const first = top * width;
  const [above, below] = [wholePixels(overlay), wholePixels(data)];
  for (let pixel = 0; pixel < above.length; pixel++) {
    const color = above[pixel] ?? 0;
    if (color === 0) continue;
    const from = 4 * pixel;
    const rest = 255 - (overlay[from + 3] ?? 0);
    if (rest === 0) {
      below[first + pixel] = color;
      continue;
    }
    const to = 4 * first + from;
    data[to] = (overlay[from] ?? 0) + share(data[to] ?? 0, rest);
    data[to + 1] = (overlay[from + 1] ?? 0) + share(data[to + 1] ?? 0, rest);
    data[to + 2] = (overlay[from + 2] ?? 0) + share(data[to + 2] ?? 0, rest);
  }
}

/** The same memory, four bytes at a time. */
function wholePixels(bytes: Buffer): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

/** value * of / 255, rounded. */
function share(value: number, of: number): number {
  const product = value * of + 128;
  return (product + (product >> 8)) >> 8;
}

/** The code on its panel, as the ground has the panel: lines that have crossed it go. */
export function layQr(pixels: Pixels, ground: Buffer, qr: Qr, panel: Box, ink: string): void {
  const { data, width } = pixels;
  for (let row = panel.y; row < panel.y + panel.height; row++) {
    const [from, to] = columnsOf(panel, row);
    ground.copy(data, 4 * (row * width + from), 4 * (row * width + from), 4 * (row * width + to));
  }
  const dark = Buffer.from([...channels(ink), 255]);
  const { x, y, module } = placeQr(qr, panel);
  for (const [row, column, length] of qr.runs) {
    const first = 4 * ((y + row * module) * width + x + column * module);
    for (let line = 0; line < module; line++) {
      const at = first + 4 * line * width;
      data.fill(dark, at, at + 4 * length * module);
    }
  }
}

/** The whole columns of a row that are within a panel with round corners. */
export function columnsOf(
  { x, y, width, height }: Box,
  row: number,
): readonly [from: number, to: number] {
  if (row < y || row >= y + height) return [0, 0];
  const edge = Math.min(row + 0.5 - y, y + height - row - 0.5);
  const deep = Math.max(0, panelRadius - edge);
  const inset = Math.ceil(panelRadius - Math.sqrt(panelRadius ** 2 - deep ** 2));
  return [x + inset, x + width - inset];
}
