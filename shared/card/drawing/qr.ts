import QRCode from "qrcode";
import type { Box } from "./place-text.ts";

/** The quiet zone that ISO/IEC 18004 asks for, in modules. */
const quiet = 4;

/**
 * Black on white, whatever a template's colours are: zxing sees two greys in a square of 8 pixels only when they differ
 * by more than 24 of 255, and at a tenth of the contrast nothing else does.
 */
export const qrColors = { dark: "#000000", light: "#FFFFFF" } as const;

export interface Qr {
  /** Modules a side, without the quiet zone. */
  readonly size: number;
  /** Dark runs of a row: [row, first column, length]. */
  readonly runs: readonly (readonly [number, number, number])[];
}

/**
 * A QR of error correction M. One alphanumeric segment and a fixed mask: to look for the best ones takes twenty times
 * as long, and the decoders do not care.
 * @param text of 0-9, A-Z and $%*+-./: and blanks
 * @throws Error when the text has another character
 */
export function qrOf(text: string): Qr {
  const { modules } = QRCode.create([{ data: text, mode: "alphanumeric" }], {
    errorCorrectionLevel: "M",
    maskPattern: 2,
  });
  const runs: [number, number, number][] = [];
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++) {
      const first = column;
      while (column < modules.size && modules.get(row, column)) column++;
      if (column > first) runs.push([row, first, column - first]);
    }
  return { size: modules.size, runs };
}

/**
 * Whole pixels a module, as many as fit the panel with the quiet zone.
 * @param side of the panel, in pixels
 * @returns where the first module is, in pixels from the panel's edge
 */
export function fitQr(
  { size }: Pick<Qr, "size">,
  side: number,
): { module: number; offset: number } {
  const module = Math.floor(side / (size + 2 * quiet));
  return { module, offset: Math.floor((side - size * module) / 2) };
}

/** In the middle of its panel. @returns the first module's corner and a module's side, in whole pixels */
export function placeQr(
  qr: Pick<Qr, "size">,
  { x, y, width, height }: Box,
): { x: number; y: number; module: number } {
  const side = Math.min(width, height);
  const { module, offset } = fitQr(qr, side);
  return {
    x: x + Math.floor((width - side) / 2) + offset,
    y: y + Math.floor((height - side) / 2) + offset,
    module,
  };
}
