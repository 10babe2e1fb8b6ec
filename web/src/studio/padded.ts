/** A framed picture without empty places. */
import type { Pixels } from "#shared/photo/pixels.ts";

/**
 * Where the picture does not reach, its nearest pixel of the row, or the nearest row that has one: what looks for a wall finds no
 * black bars that are none.
 */
export function padded({ data, width, height }: Pixels): Pixels {
  const own = new Uint32Array(data.slice().buffer);
  const filled: number[] = [];
  for (let y = 0; y < height; y++) {
    const [first, last] = coveredPart(data, y * width, (y + 1) * width);
    if (first > last) continue;
    filled.push(y);
    own.fill(own[first] ?? 0, y * width, first);
    own.fill(own[last] ?? 0, last + 1, (y + 1) * width);
  }
  const [top, bottom] = [filled[0], filled[filled.length - 1]];
  for (let y = 0; y < height && top !== undefined && bottom !== undefined; y++) {
    const from = y < top ? top : y > bottom ? bottom : y;
    own.copyWithin(y * width, from * width, (from + 1) * width);
  }
  return { data: new Uint8Array(own.buffer), width, height };
}

/** The first and the last pixel of a row that the picture reaches; the other way around where there is none. */
function coveredPart(data: Uint8Array, start: number, end: number): readonly [number, number] {
  const isEmpty = (i: number) => data[i * 4 + 3] !== 255;
  let [first, last] = [start, end - 1];
  while (first < end && isEmpty(first)) first++;
  while (last > first && isEmpty(last)) last--;
  return [first, last];
}
