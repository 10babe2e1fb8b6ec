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

/** Lays what a canvas has in a box over a face. @param overlay RGBA of the box */
export function layOver({ data, width }: Pixels, overlay: Uint8ClampedArray, box: Box): void {
  const [above, below] = [wholePixels(overlay), wholePixels(data)];
  for (let row = 0; row < box.height; row++) {
    let to = (box.y + row) * width + box.x;
    const last = (row + 1) * box.width;
    for (let from = row * box.width; from < last; from++, to++) {
      const color = above[from] ?? 0;
      const opacity = color >>> 24;
      if (opacity === 255) below[to] = color;
      else if (opacity > 0) below[to] = mixed(below[to] ?? 0, color, opacity);
    }
  }
}

/** Four bytes at a time, in the order of all machines that Node runs on but one. */
function wholePixels({ buffer, byteOffset, length }: Uint8Array | Uint8ClampedArray): Int32Array {
  return new Int32Array(buffer, byteOffset, length / 4);
}

/** An opaque pixel. @param opacity of the color over it, of 255 */
function mixed(under: number, color: number, opacity: number): number {
  const rest = 255 - opacity;
  const red = share((color & 255) * opacity + (under & 255) * rest);
  const green = share(((color >> 8) & 255) * opacity + ((under >> 8) & 255) * rest);
  const blue = share(((color >> 16) & 255) * opacity + ((under >> 16) & 255) * rest);
  return opaque | (blue << 16) | (green << 8) | red;
}

const opaque = 0xff << 24;
const white = -1;

/** product / 255, rounded. */
function share(product: number): number {
  const more = product + 128;
  return (more + (more >> 8)) >> 8;
}

/** The code on its panel, white again where lines have crossed it. */
export function layQr({ data, width }: Pixels, qr: Qr, panel: Box, ink: string): void {
  const whole = wholePixels(data);
  for (let row = panel.y; row < panel.y + panel.height; row++) {
    const [from, to] = columnsOf(panel, row);
    whole.fill(white, row * width + from, row * width + to);
  }
  const [red, green, blue] = channels(ink);
  const dark = opaque | (blue << 16) | (green << 8) | red;
  const { x, y, module } = placeQr(qr, panel);
  for (const [row, column, length] of qr.runs) {
    const first = (y + row * module) * width + x + column * module;
    for (let line = 0; line < module; line++)
      whole.fill(dark, first + line * width, first + line * width + length * module);
  }
}

/** The whole columns of a row that are within a panel with round corners. */
export function columnsOf(
  { x, y, width, height }: Box,
  row: number,
): readonly [from: number, to: number] {
  if (row < y || row >= y + height) return [0, 0];
  const edge = Math.min(row - y, y + height - row - 1);
  const deep = Math.max(0, panelRadius - edge);
  const inset = Math.ceil(panelRadius - Math.sqrt(panelRadius ** 2 - deep ** 2));
  return [x + inset, x + width - inset];
}
