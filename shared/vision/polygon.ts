import type { Point } from "./face.ts";

/** From the first up to, not including, the second. */
export type Span = readonly [from: number, to: number];

/**
 * Calls with each span of pixels whose middles lie in a polygon, row by row, as far as it is in the picture. By its sides: a row is
 * inside between the first and the second that it meets, the third and the fourth, and so on.
 */
export function eachSpan(
  polygon: readonly Point[],
  { width, height }: { readonly width: number; readonly height: number },
  call: (y: number, span: Span) => void,
): void {
  const heights = polygon.map(({ y }) => y);
  const top = Math.max(Math.floor(Math.min(...heights)), 0);
  const bottom = Math.min(Math.ceil(Math.max(...heights)), height);
  const column = (x: number) => Math.min(Math.max(Math.ceil(x - 0.5), 0), width);
  for (let y = top; y < bottom; y++) {
    const met = crossings(polygon, y + 0.5).sort((one, other) => one - other);
    for (let i = 0; i + 1 < met.length; i += 2)
      call(y, [column(met[i] ?? 0), column(met[i + 1] ?? 0)]);
  }
}

function crossings(polygon: readonly Point[], y: number): number[] {
  return polygon.flatMap((one, i) => {
    const other = polygon[(i + 1) % polygon.length] ?? one;
    if (one.y > y === other.y > y) return [];
    return [one.x + ((y - one.y) / (other.y - one.y)) * (other.x - one.x)];
  });
}
