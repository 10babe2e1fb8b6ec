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

/** What the alphanumeric mode has no lower case for. */
const scheme = /^https?:\/\//;

/**
 * A QR of error correction M. Two segments and a fixed mask: to look for the best ones takes twenty times as long, and the
 * decoders do not care. The first holds the scheme in bytes: some cameras show "HTTPS://" as text and not as a link.
 * @param text an address whose letters after "https://" are of 0-9, A-Z and $%*+-./: and blanks
 * @throws Error when the text has another character, or no scheme
 */
export function qrOf(text: string): Qr {
  const start = scheme.exec(text)?.[0];
  if (!start) throw new Error("The QR's text is no address.");
  const { modules } = QRCode.create(
    [
      { data: Buffer.from(start, "latin1"), mode: "byte" },
      { data: text.slice(start.length), mode: "alphanumeric" },
    ],
    { errorCorrectionLevel: "M", maskPattern: 2 },
  );
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
 * JPEG (ITU-T T.81) codes squares of 8 pixels on their own: a module that fills one is left without a blur, whatever the
 * quality. Chat apps send pictures of low quality.
 */
const jpegSquare = 8;

/**
 * Whole pixels a module, as many as fit the panel with the quiet zone; in the middle of it, as nearly as the first module
 * can begin a square of JPEG's.
 * @returns the first module's corner and a module's side
 */
export function placeQr(
  { size }: Pick<Qr, "size">,
  { x, y, width, height }: Box,
): { x: number; y: number; module: number } {
  const module = Math.floor(Math.min(width, height) / (size + 2 * quiet));
  const code = size * module;
  return {
    x: onGrid(x + (width - code) / 2),
    y: onGrid(y + (height - code) / 2),
    module,
  };
}

function onGrid(pixel: number): number {
  return jpegSquare * Math.floor(pixel / jpegSquare);
}
