/** The colour of a plain wall: one that changes slowly, by light alone, fitted to where a net is sure that nobody is. */
import type { Pixels } from "../pixels.ts";

/** A wall whose colours scatter more than this, of 255, is not plain. */
const plain = 12;
/** Fewer sure places, one of `every`, are too few. */
const every = 37;
const fewest = 400;

export interface Wall {
  /** Of each channel: its colour at the middle, and how it changes across, down, and both. */
  readonly slopes: readonly Slope[];
  /** Of each channel, how far its colours scatter, of 255. */
  readonly scatter: readonly number[];
}

/** Least squares on 1, x, y, x², xy, y². */
type Slope = readonly number[];

/** @param guess how likely each pixel is the person, 0 to 1 @returns undefined where no wall is plain */
export function wallOf(picture: Pixels, guess: Float32Array): Wall | undefined {
  const sure = placesIn(picture, guess, () => true);
  const beside = placesIn(picture, guess, (i) => isBeside(picture, i));
  if (beside.pixels.length < fewest) return undefined;
  const [ofSure, ofBeside] = [momentsOf(picture, sure), momentsOf(picture, beside)];
  const slopes = [0, 1, 2].map((channel) => {
    const first = slopeOf(ofBeside, channel);
    // A person whom the net does not see, or what stands before the wall, is left out of the second fit.
    const limit = 3 * median(errorsOf(first, picture, beside, channel)) + 4;
    const errors = errorsOf(first, picture, sure, channel);
    const moments = ofSure.slice();
    for (let place = 0; place < errors.length; place++)
      if ((errors[place] ?? 0) > limit) addPlace(moments, picture, sure, place, -1);
    return slopeOf(moments, channel);
  });
  const scatter = slopes.map(
    (slope, channel) => 1.5 * median(errorsOf(slope, picture, beside, channel)) + 1,
  );
  return scatter.every((value) => value <= plain) ? { slopes, scatter } : undefined;
}

/** Whether a place is one where nobody's head or shoulders are: the top and the upper sides. */
function isBeside({ width, height }: Pixels, i: number): boolean {
  const [x, y] = [(i % width) / width, Math.floor(i / width) / height];
  return y < 0.06 || (y < 0.55 && Math.abs(x - 0.5) > 0.33);
}

/** Of each pixel, how far its colour is from the wall's: the sum over the channels of squares of times its scatter. */
export function squaresFrom({ slopes, scatter }: Wall, picture: Pixels): Float32Array {
  const squares = new Float32Array(picture.width * picture.height);
  slopes.forEach((slope, channel) => {
    const [middle = 0, across = 0, down = 0, bend = 0, twist = 0, fall = 0] = slope;
    const unit = 1 / (scatter[channel] ?? 1);
    for (let i = 0, row = 0; row < picture.height; row++) {
      const y = (2 * row) / picture.height - 1;
      for (let column = 0; column < picture.width; column++, i++) {
        const x = (2 * column) / picture.width - 1;
        const wall = middle + x * (across + bend * x + twist * y) + y * (down + fall * y);
        squares[i] = (squares[i] ?? 0) + ((colourAt(picture, i, channel) - wall) * unit) ** 2;
      }
    }
  });
  return squares;
}

/** 1 where the colour is the wall's. @param apart beyond so many times the wall's scatter a colour is another one */
export function looksLike(squares: Float32Array, apart: number): Uint8Array {
  const limit = apart ** 2 * 3;
  const walls = new Uint8Array(squares.length);
  for (let i = 0; i < walls.length; i++) if ((squares[i] ?? 0) <= limit) walls[i] = 1;
  return walls;
}

function colourAt({ data }: Pixels, i: number, channel: number): number {
  return data[4 * i + channel] ?? 0;
}

/** Where the net is sure of the wall, one of `every`. */
interface Places {
  readonly pixels: Int32Array;
  /** Of each 1, x, y, x², xy, y², across and down from -1 to 1. */
  readonly terms: Float64Array;
}

const termCount = 6;
/** Sums over places: in each row those of one term times each term, then times each channel. */
const rowLength = termCount + 3;

/** Plain loops over numbers side by side, here and below: a phone does it once, before anything is compiled. */
function placesIn(picture: Pixels, guess: Float32Array, isOne: (i: number) => boolean): Places {
  const { width, height } = picture;
  const found: number[] = [];
  for (let i = 0; i < guess.length; i += every)
    if ((guess[i] ?? 1) < 0.01 && isOne(i)) found.push(i);
  const terms = new Float64Array(termCount * found.length);
  for (let place = 0, at = 0; place < found.length; place++) {
    const i = found[place] ?? 0;
    const [x, y] = [(2 * (i % width)) / width - 1, (2 * Math.floor(i / width)) / height - 1];
    terms[at++] = 1;
    terms[at++] = x;
    terms[at++] = y;
    terms[at++] = x * x;
    terms[at++] = x * y;
    terms[at++] = y * y;
  }
  return { pixels: Int32Array.from(found), terms };
}

/** How far the colours of places are from what a slope says, of 255. */
function errorsOf(slope: Slope, picture: Pixels, { pixels, terms }: Places, channel: number) {
  const errors = new Float64Array(pixels.length);
  for (let place = 0, at = 0; place < pixels.length; place++) {
    let value = 0;
    for (let k = 0; k < termCount; k++) value += (terms[at++] ?? 0) * (slope[k] ?? 0);
    errors[place] = Math.abs(colourAt(picture, pixels[place] ?? 0, channel) - value);
  }
  return errors;
}

function momentsOf(picture: Pixels, places: Places): Float64Array {
  const moments = new Float64Array(termCount * rowLength);
  for (let place = 0; place < places.pixels.length; place++)
    addPlace(moments, picture, places, place, 1);
  return moments;
}

/** What is below the diagonal is what stands above it, and left out. @param times -1 takes it away again */
function addPlace(
  moments: Float64Array,
  { data }: Pixels,
  { pixels, terms }: Places,
  place: number,
  times: 1 | -1,
): void {
  const [own, pixel] = [termCount * place, 4 * (pixels[place] ?? 0)];
  for (let r = 0; r < termCount; r++) {
    const term = times * (terms[own + r] ?? 0);
    let at = rowLength * r + r;
    for (let c = r; c < termCount; c++, at++)
      moments[at] = (moments[at] ?? 0) + term * (terms[own + c] ?? 0);
    for (let c = 0; c < 3; c++, at++)
      moments[at] = (moments[at] ?? 0) + term * (data[pixel + c] ?? 0);
  }
}

function slopeOf(moments: Float64Array, channel: number): Slope {
  const sumAt = (r: number, c: number) => moments[rowLength * r + c] ?? 0;
  const terms = Array.from({ length: termCount }, (_, k) => k);
  return solved(
    terms.map((r) => [
      ...terms.map((c) => sumAt(Math.min(r, c), Math.max(r, c))),
      sumAt(r, termCount + channel),
    ]),
  );
}

/** Gauss and Jordan, on rows of n + 1; a column that says nothing gets nothing. */
function solved(rows: number[][]): number[] {
  rows.forEach((_, column) => {
    const below = rows
      .slice(column)
      .sort((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0));
    rows.splice(column, below.length, ...below);
    const pivot = rows[column];
    const scale = pivot?.[column] ?? 0;
    if (!pivot || Math.abs(scale) < 1e-9) return;
    rows.forEach((row, other) => {
      if (other === column) return;
      const share = (row[column] ?? 0) / scale;
      row.forEach((value, c) => {
        row[c] = value - share * (pivot[c] ?? 0);
      });
    });
  });
  return rows.map((row, i) => {
    const scale = row[i] ?? 0;
    return Math.abs(scale) < 1e-9 ? 0 : (row[rows.length] ?? 0) / scale;
  });
}

function median(values: Float64Array): number {
  return values.slice().sort()[Math.floor(values.length / 2)] ?? 0;
}
