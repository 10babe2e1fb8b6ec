import type { Pixels } from "#shared/photo/pixels.ts";
import { channelOf } from "./soften.ts";

/** The same picture with another alpha. */
export function withAlpha(
  p: Pixels,
  change: (alpha: number, x: number, y: number) => number,
): Pixels {
  const data = Uint8Array.from(p.data);
  for (let i = 0; i < p.width * p.height; i++) {
    const alpha = data[i * 4 + 3] ?? 0;
    data[i * 4 + 3] = Math.round(change(alpha, i % p.width, Math.floor(i / p.width)));
  }
  return { ...p, data };
}

/** The alpha of each pixel, 0 to 255. */
export const alphaOf = (p: Pixels) => channelOf(p.data, 3);

/** Pixels that are at least half person. */
export function areaOf({ data }: Pixels): number {
  let area = 0;
  for (let i = 3; i < data.length; i += 4) if ((data[i] ?? 0) >= 128) area++;
  return area;
}
