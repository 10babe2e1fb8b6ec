import QRCode, { type QRCodeSegment } from "qrcode";
import type { Box } from "./place-text.ts";

/** The quiet zone that ISO/IEC 18004 asks for, in modules. */
const quiet = 4;

/**
 * Always black on white, whatever a template's colours are: zxing distinguishes two greys in a square of 8 pixels only when
 * they differ by more than 24 of 255, and a bad camera leaves a tenth of the contrast.
 */
export const qrColors = { dark: "#000000", light: "#FFFFFF" } as const;

export interface Qr {
  /** Modules a side, without the quiet zone. */
  readonly size: number;
  /** Dark runs of a row: [row, first column, length]. */
  readonly runs: readonly (readonly [number, number, number])[];
}

/** The scheme, which is in lower case; the alphanumeric mode has none. */
const scheme = /^https?:\/\//;

/**
 * A QR with error correction M. It has fixed segments and a fixed mask: a search for the best ones takes twenty times as long and
 * does not help decoders. The first segment is the scheme in bytes, because some cameras show "HTTPS://" as text, not as a link.
 * @param text an address whose letters after "https://" are of 0-9, A-Z and $%*+-./: and blanks
 * @param digits what stands behind "#" in the address, for who reads the code without the network. A browser sends it to nobody
 * (RFC 9110 §4.2.5)
 * @throws Error when the text has another character, or no scheme, or there is more than the code holds
 */
export function qrOf(text: string, digits?: string): Qr {
  const start = scheme.exec(text)?.[0];
  if (!start) throw new Error("The QR's text is no address.");
  const segments: QRCodeSegment[] = [bytesOf(start), alphanumeric(text.slice(start.length))];
  if (digits !== undefined) segments.push(bytesOf("#"), { data: digits, mode: "numeric" });
  const { modules } = QRCode.create(segments, {
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

function bytesOf(text: string): QRCodeSegment {
  return { data: Buffer.from(text, "latin1"), mode: "byte" };
}

function alphanumeric(data: string): QRCodeSegment {
  return { data, mode: "alphanumeric" };
}

/**
 * JPEG (ITU-T T.81) encodes squares of 8 pixels separately: a module that fills a square stays sharp at any quality. Chat
 * apps send pictures of low quality.
 */
const jpegSquare = 8;

/**
 * Gives each module as many whole pixels as fit the panel with the quiet zone. The code stands in the middle, moved to where
 * its first module begins a square of JPEG, if that leaves it its quiet zone.
 * @returns the first module's corner and a module's side
 */
export function placeQr(
  { size }: Pick<Qr, "size">,
  { x, y, width, height }: Box,
): { x: number; y: number; module: number } {
  const module = Math.floor(Math.min(width, height) / (size + 2 * quiet));
  const place = (from: number, side: number) => {
    const middle = Math.floor(from + (side - size * module) / 2);
    const onGrid = middle - (middle % jpegSquare);
    return onGrid - from >= quiet * module ? onGrid : middle;
  };
  return { x: place(x, width), y: place(y, height), module };
}
