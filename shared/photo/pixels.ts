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
  return share(pixels, box, { from: 0, to: clearBelow });
}

/** Share of the box's pixels that are at least half person, 0 to 1. */
export function personShare(pixels: Pixels, box: Box): number {
  return share(pixels, box, { from: personFrom, to: 256 });
}

export function isSolid(alpha: number): boolean {
  return alpha > solidAbove;
}

export function isClear(alpha: number): boolean {
  return alpha < clearBelow;
}

/** Of the pixels with an alpha from one value up to, not including, another. A plain loop: three rules look at the whole picture. */
function share(
  { data, width }: Pixels,
  { left, top, right, bottom }: Box,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let hits = 0;
  for (let y = top; y < bottom; y++) {
    const end = (y * width + right) * 4;
    for (let at = (y * width + left) * 4 + 3; at < end; at += 4) {
      const alpha = data[at] ?? 0;
      if (alpha >= from && alpha < to) hits++;
    }
  }
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
