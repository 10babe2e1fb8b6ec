/**
 * Draws fine lines directly into pixels. A canvas computes every crossing of a path with itself, and a braid has hundreds.
 * Here each line is walked once, pixel by pixel (after Xiaolin Wu).
 */
import type { Polyline } from "./guilloche.ts";
import { mixed, type Pixels, pixelOf, wholePixels } from "./pixels.ts";

/** Lines of one stroke: where they cross, the colour does not become stronger. */
export interface FineLines {
  readonly lines: readonly Polyline[];
  /** "#RRGGBB" */
  readonly color: string;
  /** 0 to 1 */
  readonly opacity: number;
  /** In pixels, no more than one. */
  readonly thickness: number;
}

/** How far a stroke covers each pixel of a box, 0 to 255, row by row. */
export interface Coverage {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly shares: Uint8Array;
}

/** @param size of the picture: what is outside is left out */
export function coverageOf(
  { lines, thickness }: Pick<FineLines, "lines" | "thickness">,
  size: { readonly width: number; readonly height: number },
): Coverage {
  const box = boundsOf(lines, size);
  const coverage = { ...box, shares: new Uint8Array(box.width * box.height) };
  for (const line of lines)
    for (let at = 0; at + 3 < line.length; at += 2) walk(coverage, line, at, thickness);
  return coverage;
}

/** Lays a stroke on pixels, in whole numbers: the same on every machine. @param clip columns of a row that it may touch */
export function inkLines(
  pixels: Pixels,
  { left, top, shares, ...box }: Coverage,
  { color, opacity }: Pick<FineLines, "color" | "opacity">,
  clip: (row: number) => readonly [from: number, to: number] = () => [0, pixels.width],
): void {
  const whole = wholePixels(pixels.data);
  const fours = new Int32Array(shares.buffer, shares.byteOffset, shares.length >> 2);
  const ink = pixelOf(color);
  // 2^16 is full strength; this is for a coverage of 1 of 255.
  const strength = Math.round(opacity * 257);
  for (let row = 0; row < box.height; row++) {
    const [from, to] = clip(top + row);
    const last = row * box.width + Math.min(box.width, to - left);
    const beyond = (top + row) * pixels.width + left - row * box.width;
    for (let at = row * box.width + Math.max(0, from - left); at < last; at++) {
      const share = shares[at] ?? 0;
      if (share > 0) whole[at + beyond] = mixed(whole[at + beyond] ?? 0, ink, share * strength);
      // Most of a box is between the lines: four at a time.
      else if ((at & 3) === 0 && fours[at >> 2] === 0) at += 3;
    }
  }
}

/**
 * Draws the segment that begins at a point of the line. It walks along the axis in which the segment is longer. At each step
 * the two pixels beside the line share its ink. It is half a pixel longer at both ends, so that segments join.
 */
function walk(box: Coverage, line: Polyline, at: number, thickness: number): void {
  const [x1, y1] = [(line[at] ?? 0) - box.left, (line[at + 1] ?? 0) - box.top];
  const [x2, y2] = [(line[at + 2] ?? 0) - box.left, (line[at + 3] ?? 0) - box.top];
  if (Math.abs(x2 - x1) >= Math.abs(y2 - y1)) walkAlong(box, x1, y1, x2, y2, thickness, false);
  else walkAlong(box, y1, x1, y2, x2, thickness, true);
}

function walkAlong(
  { width, height, shares }: Coverage,
  from: number,
  other: number,
  to: number,
  otherTo: number,
  thickness: number,
  isSteep: boolean,
): void {
  const slope = to === from ? 0 : (otherTo - other) / (to - from);
  const ink = 255 * Math.min(1, thickness * Math.sqrt(1 + slope * slope));
  const length = isSteep ? height : width;
  const breadth = isSteep ? width : height;
  const step = isSteep ? width : 1;
  const side = isSteep ? 1 : width;
  const first = Math.max(0, Math.round(Math.min(from, to) - 0.5));
  const last = Math.min(length - 1, Math.round(Math.max(from, to) - 0.5));
  for (let along = first; along <= last; along++) {
    const across = other + slope * (along + 0.5 - from) - 0.5;
    const near = Math.floor(across);
    const share = across - near;
    const at = along * step + near * side;
    if (near >= 0 && near < breadth) cover(shares, at, ink * (1 - share));
    if (near >= -1 && near + 1 < breadth) cover(shares, at + side, ink * share);
  }
}

function cover(shares: Uint8Array, at: number, share: number): void {
  if (share > (shares[at] ?? 0)) shares[at] = share;
}

/** Whole pixels around all lines, with one to spare, within the picture. */
function boundsOf(
  lines: readonly Polyline[],
  size: { readonly width: number; readonly height: number },
): Omit<Coverage, "shares"> {
  let [left, top, right, bottom] = [size.width, size.height, 0, 0];
  for (const line of lines)
    for (let at = 0; at + 1 < line.length; at += 2) {
      const x = line[at] ?? 0;
      const y = line[at + 1] ?? 0;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  left = Math.max(0, Math.floor(left) - 1);
  top = Math.max(0, Math.floor(top) - 1);
  right = Math.min(size.width, Math.ceil(right) + 1);
  bottom = Math.min(size.height, Math.ceil(bottom) + 1);
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}
