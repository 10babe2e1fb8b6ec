/** A decoded picture: four bytes a pixel (red, green, blue, alpha), row by row. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A rectangle in pixels; right and bottom are excluded. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Alpha below this is clear, from the next on at least half person, above the last solid (of 255). */
export const clearBelow = 8;
export const personFrom = 128;
export const solidAbove = 242;

export function alphaAt({ data, width }: Pixels, x: number, y: number): number {
  return data[(y * width + x) * 4 + 3] ?? 0;
}

/** Share of the box's pixels whose alpha is clear, 0 to 1. */
export function clearShare(pixels: Pixels, box: Box): number {
  return share(pixels, box, (alpha) => alpha < clearBelow);
}

/** Share of the box's pixels that are at least half person, 0 to 1. */
export function personShare(pixels: Pixels, box: Box): number {
  return share(pixels, box, (alpha) => alpha >= personFrom);
}

export function isSolid(alpha: number): boolean {
  return alpha > solidAbove;
}

export function isClear(alpha: number): boolean {
  return alpha < clearBelow;
}

function share(
  pixels: Pixels,
  { left, top, right, bottom }: Box,
  counts: (alpha: number) => boolean,
): number {
  let hits = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) if (counts(alphaAt(pixels, x, y))) hits++;
  return hits / ((right - left) * (bottom - top));
}

/** Luminance after Rec. 709, 0 to 255, as if on mid grey where it is transparent. */
export function luminance(pixels: Pixels): Float32Array {
  const { data, width, height } = pixels;
  const luma = new Float32Array(width * height);
  for (let i = 0; i < luma.length; i++) {
    const at = i * 4;
    const opacity = (data[at + 3] ?? 0) / 255;
    const own =
      0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);
    luma[i] = own * opacity + 128 * (1 - opacity);
  }
  return luma;
}

/** Luminance of a colour after Rec. 709, 0 to 255. */
export function luma([red, green, blue]: readonly [number, number, number]): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
