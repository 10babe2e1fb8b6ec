import type { Pixels } from "../pixels.ts";

/** A block's side, in pixels, and how many blocks around each count: together about 22 pixels to each side. */
const side = 9;
const around = 2;
/** What is hardly the person's says hardly anything of the person's colour: between loose hairs most of what is seen is the wall. */
const purity = 8;

/** Red, green and blue of what is the person's, and of what is the wall's, in the wide surroundings of pixels: means, kept by blocks of them. */
export class BlockMeans {
  readonly #persons: Float32Array;
  readonly #walls: Float32Array;
  readonly #width: number;
  readonly #columns: number;

  /** @param alpha how much of each pixel is the person, 0 to 1 */
  constructor({ data, width, height }: Pixels, alpha: Float32Array) {
    this.#width = width;
    this.#columns = Math.ceil(width / side);
    const count = this.#columns * Math.ceil(height / side);
    const [persons, walls] = [new Float64Array(4 * count), new Float64Array(4 * count)];
    // Blocks of a row one after another: to ask of each pixel which one it is in would take most of the time.
    for (let i = 0; i < alpha.length; ) {
      const block = 4 * this.#blockOf(i);
      const end = Math.min(i + side, (Math.floor(i / width) + 1) * width);
      for (; i < end; i++) {
        const own = alpha[i] ?? 0;
        // Most pixels are of one of both alone.
        if (own > 0) addTo(persons, block, own ** purity, data, 4 * i);
        if (own < 1) addTo(walls, block, 1 - own, data, 4 * i);
      }
    }
    this.#persons = this.#meansOf(persons);
    this.#walls = this.#meansOf(walls);
  }

  personsAt(i: number, channel: number): number {
    return this.#persons[4 * this.#blockOf(i) + channel] ?? 0;
  }

  wallsAt(i: number, channel: number): number {
    return this.#walls[4 * this.#blockOf(i) + channel] ?? 0;
  }

  #meansOf(sums: Float64Array): Float32Array {
    const wide = this.#summedAround(sums);
    const means = new Float32Array(wide.length);
    for (let at = 0; at < means.length; at++)
      means[at] = (wide[at] ?? 0) / ((wide[at | 3] ?? 0) + 1e-12);
    return means;
  }

  #blockOf(i: number): number {
    const row = Math.floor(i / this.#width);
    return Math.floor(row / side) * this.#columns + Math.floor((i - row * this.#width) / side);
  }

  /** Of each block the sum of all around it: along the rows, then along the columns. */
  #summedAround(values: Float64Array): Float64Array {
    const row = 4 * this.#columns;
    const along = new Float64Array(values.length);
    const both = new Float64Array(values.length);
    for (let at = 0; at < values.length; at++) {
      const inRow = at % row;
      const last = Math.min(inRow + 4 * around, row - 1) + at - inRow;
      let sum = 0;
      for (let i = at - 4 * Math.min(around, inRow >> 2); i <= last; i += 4) sum += values[i] ?? 0;
      along[at] = sum;
    }
    for (let at = 0; at < values.length; at++) {
      const first = Math.max(at - around * row, at % row);
      const last = Math.min(at + around * row, values.length - 1);
      let sum = 0;
      for (let i = first; i <= last; i += row) sum += along[i] ?? 0;
      both[at] = sum;
    }
    return both;
  }
}

/** Of each block red, green, blue and how much there is of it lie side by side. */
function addTo(sums: Float64Array, at: number, share: number, data: Uint8Array, byte: number) {
  sums[at] = (sums[at] ?? 0) + share * (data[byte] ?? 0);
  sums[at + 1] = (sums[at + 1] ?? 0) + share * (data[byte + 1] ?? 0);
  sums[at + 2] = (sums[at + 2] ?? 0) + share * (data[byte + 2] ?? 0);
  sums[at + 3] = (sums[at + 3] ?? 0) + share;
}
