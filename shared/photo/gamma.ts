import type { Pixels } from "./pixels.ts";

/** The exponent of screens. The usual gamma of a PNG is its reciprocal, 0.45455. */
const screenGamma = 2.2;

/**
 * Converts samples that were stored with another exponent to sRGB, as a browser does (PNG 3, 13.13), because the decoder does
 * not. Changes the pixels in place.
 * @param gamma as the file says, e.g. 1 for linear light; undefined when it says nothing
 */
export function applyGamma(pixels: Pixels, gamma: number | undefined): Pixels {
  const product = (gamma ?? 1 / screenGamma) * screenGamma;
  // Nobody sees so small a difference, and rounded figures such as 0.45 are common.
  if (Math.abs(product - 1) < 0.05) return pixels;
  const table = Uint8Array.from({ length: 256 }, (_, i) =>
    Math.round(255 * (i / 255) ** (1 / product)),
  );
  const { data } = pixels;
  for (let i = 0; i < data.length; i++) {
    if (i % 4 !== 3) data[i] = table[data[i] ?? 0] ?? 0;
  }
  return pixels;
}
