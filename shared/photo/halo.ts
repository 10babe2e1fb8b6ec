/** Whether the old background's colour stands along the outline (a halo). */

import { apart, type Colour, colourAt, inShade, medianColour } from "./colours.ts";
import type { Matte } from "./matte.ts";

/** A place on the outline: the outermost colour, and the person's own further in. */
interface Fringe {
  readonly outer: Colour;
  readonly inner: Colour;
}

/**
 * The share of the outline whose colour is not the person's own there, but one and the same along it, 0 to 1; of the head or of
 * one shoulder, whichever has most. A wall is of one colour; cloth, hair and skin that end in an outline are not. Where nearly all of the
 * outline has one colour that is strange to a good part of the person, all of it counts: the rest of the person, as grey hair before a grey
 * wall, has that colour too, or is so loose that the wall is seen within it.
 */
export function haloShare(matte: Matte): number {
  const { alpha, pixels } = matte;
  const { data, width, height } = pixels;
  const own = ownColours(matte);
  const parts: Fringe[][] = [[], [], []];
  for (let i = 0; i < alpha.length; i++) {
    const opacity = alpha[i] ?? 0;
    // Outer than this, files keep hardly any colour; inner than this, it is the person's.
    if (opacity < 40 || opacity > 170) continue;
    const x = i % width;
    const y = Math.floor(i / width);
    const inner = own(x, y);
    const part = y < height * 0.6 ? 0 : x < width / 2 ? 1 : 2;
    if (inner) parts[part]?.push({ inner, outer: colourAt(data, i * 4) });
  }
  return Math.max(...parts.map(strangeShare));
}

function strangeShare(fringe: readonly Fringe[]): number {
  const [least, strange, common] = [60, 40, 60];
  if (fringe.length < least) return 0;
  const wall = medianColour(fringe.map(({ outer }) => outer));
  const share = (counts: (one: Fringe) => boolean) => fringe.filter(counts).length / fringe.length;
  const found = share(
    ({ outer, inner }) =>
      apart(outer, wall) < common && apart(outer, ownBeside(inner, outer)) > strange,
  );
  // Of the good people drawn whose outline is so even, at most 0.22 is strange.
  const even = share(({ outer }) => apart(outer, wall) < strange);
  return found > 0.3 && even > 0.95 ? even : found;
}

/**
 * The person's own colour in the shade of what was found. Where pale skin is so bright that red, or green too, is at its end, what is shaded
 * beside it may have any more of that, and blue tells the shade. White cloth has lost all three, and is compared as it is.
 */
function ownBeside(inner: Colour, outer: Colour): Colour {
  const [end, coloured] = [250, 235];
  const [red, green, blue] = inner;
  if (red < end || blue > coloured) return inShade(inner, outer);
  const k = Math.min(Math.max(outer[2] / blue, 0.55), 1.1);
  return [Math.max(red * k, outer[0]), Math.max(green * k, green < end ? 0 : outer[1]), blue * k];
}

/** Pixels on a side of the squares in which the person's own colours are summed. */
const cell = 8;

/** Gives the mean colour of the person near a place, of pixels so far within that no halo reaches them. */
function ownColours(matte: Matte): (x: number, y: number) => Colour | undefined {
  const columns = Math.ceil(matte.pixels.width / cell);
  const sums = cellSums(matte, columns);
  return (x, y) => {
    const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)];
    let [red, green, blue, count] = [0, 0, 0, 0];
    for (let r = row - 1; r <= row + 1; r++)
      for (let c = Math.max(column - 1, 0); c <= Math.min(column + 1, columns - 1); c++) {
        const at = (r * columns + c) * 4;
        red += sums[at] ?? 0;
        green += sums[at + 1] ?? 0;
        blue += sums[at + 2] ?? 0;
        count += sums[at + 3] ?? 0;
      }
    const least = 20;
    return count < least ? undefined : [red / count, green / count, blue / count];
  };
}

/** In each square the sums of red, green, blue, and how many pixels there are. */
function cellSums({ pixels, alpha, fromClear }: Matte, columns: number): Float64Array {
  const { data, width, height } = pixels;
  const [least, most] = [8, 16];
  const sums = new Float64Array(columns * Math.ceil(height / cell) * 4);
  for (let i = 0; i < alpha.length; i++) {
    const depth = fromClear[i] ?? 0;
    if (depth <= least || depth >= most || (alpha[i] ?? 0) < 250) continue;
    const y = Math.floor(i / width);
    const at = (Math.floor(y / cell) * columns + Math.floor((i - y * width) / cell)) * 4;
    for (let c = 0; c < 3; c++) sums[at + c] = (sums[at + c] ?? 0) + (data[i * 4 + c] ?? 0);
    sums[at + 3] = (sums[at + 3] ?? 0) + 1;
  }
  return sums;
}
