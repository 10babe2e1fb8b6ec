/** Changes a picture's pixels without a canvas, for shapes that stand on whole pixels. */
import { channels } from "./color.ts";
import type { RoundBox } from "./mark.ts";
import type { Box } from "./place-text.ts";
import { placeQr, type Qr, qrColors } from "./qr.ts";

/** RGBA, opaque, row by row from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

/** Lays a box of a canvas over a picture. @param overlay RGBA of the box */
export function layOver({ data, width }: Pixels, overlay: Uint8ClampedArray, box: Box): void {
  const [above, below] = [wholePixels(overlay), wholePixels(data)];
  for (let row = 0; row < box.height; row++) {
    const beyond = (box.y + row) * width + box.x - row * box.width;
    const last = (row + 1) * box.width;
    for (let at = row * box.width; at < last; at++) {
      const color = above[at] ?? 0;
      if (color === 0) continue;
      const opacity = color >>> 24;
      below[at + beyond] =
        opacity === 255 ? color : mixed(below[at + beyond] ?? 0, color, opacity * 257);
    }
  }
}

/** Four bytes at a time, in little-endian order, which all machines have that we run on. */
export function wholePixels(bytes: Uint8Array | Uint8ClampedArray): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

/** @param color "#RRGGBB" @returns it as an opaque pixel */
export function pixelOf(color: string): number {
  const [red, green, blue] = channels(color);
  return opaque | (blue << 16) | (green << 8) | red;
}

/** @param under opaque @param cover of 2^16 @returns an opaque pixel, in whole numbers: the same on every machine */
export function mixed(under: number, over: number, cover: number): number {
  const red = channel(under & 255, over & 255, cover);
  const green = channel((under >> 8) & 255, (over >> 8) & 255, cover);
  const blue = channel((under >> 16) & 255, (over >> 16) & 255, cover);
  return opaque | (blue << 16) | (green << 8) | red;
}

function channel(under: number, over: number, cover: number): number {
  return under + (((over - under) * cover + 0x8000) >> 16);
}

const opaque = 0xff << 24;
const [dark, light] = [pixelOf(qrColors.dark), pixelOf(qrColors.light)];

/** Draws the code on its panel, all in whole pixels. The panel first covers the lines that crossed it. */
export function layQr({ data, width }: Pixels, qr: Qr, panel: RoundBox): void {
  const whole = wholePixels(data);
  for (let row = panel.y; row < panel.y + panel.height; row++) {
    const [from, to] = columnsOf(panel, row);
    whole.fill(light, row * width + from, row * width + to);
  }
  const { x, y, module } = placeQr(qr, panel);
  for (const [row, column, length] of qr.runs) {
    const first = (y + row * module) * width + x + column * module;
    for (let line = 0; line < module; line++)
      whole.fill(dark, first + line * width, first + line * width + length * module);
  }
}

/** The whole columns of a row that are within a panel with round corners. */
export function columnsOf(
  { x, y, width, height, radius }: RoundBox,
  row: number,
): readonly [from: number, to: number] {
  if (row < y || row >= y + height) return [0, 0];
  const edge = Math.min(row - y, y + height - row - 1);
  const deep = Math.max(0, radius - edge);
  const inset = Math.ceil(radius - Math.sqrt(radius ** 2 - deep ** 2));
  return [x + inset, x + width - inset];
}
