/** A block's side, in pixels, and how many blocks around each count: together about 45 pixels to each side. */
const side = 9;
const around = 5;

/** Weighted means of the wide surroundings of pixels, kept by blocks of them. */
export class BlockMeans {
  readonly #means: Float32Array;
  readonly #width: number;
  readonly #columns: number;

  /** @param values one a pixel, row by row @param weightOf of a pixel, 0 to 1 */
  constructor(values: Float32Array, width: number, weightOf: (i: number) => number) {
    this.#width = width;
    this.#columns = Math.ceil(width / side);
    const rows = Math.ceil(values.length / width / side);
    const sums = new Float64Array(this.#columns * rows);
    const weights = new Float64Array(this.#columns * rows);
    // Blocks of a row one after another: to ask of each pixel which one it is in would take most of the time.
    for (let i = 0; i < values.length; ) {
      const block = this.#blockOf(i);
      const end = Math.min(i + side, (Math.floor(i / width) + 1) * width);
      let sum = 0;
      let weight = 0;
      for (; i < end; i++) {
        const own = weightOf(i);
        sum += own * (values[i] ?? 0);
        weight += own;
      }
      sums[block] = (sums[block] ?? 0) + sum;
      weights[block] = (weights[block] ?? 0) + weight;
    }
    const wide = this.#summedAround(sums);
    const wideWeights = this.#summedAround(weights);
    this.#means = Float32Array.from(wide, (sum, block) => sum / ((wideWeights[block] ?? 0) + 1e-5));
  }

  at(i: number): number {
    return this.#means[this.#blockOf(i)] ?? 0;
  }

  #blockOf(i: number): number {
    const row = Math.floor(i / this.#width);
    return Math.floor(row / side) * this.#columns + Math.floor((i - row * this.#width) / side);
  }

  /** Of each block the sum of all around it: along the rows, then along the columns. */
  #summedAround(values: Float64Array): Float64Array {
    const columns = this.#columns;
    const along = new Float64Array(values.length);
    const both = new Float64Array(values.length);
    for (let block = 0; block < values.length; block++) {
      const column = block % columns;
      const last = block - column + Math.min(column + around, columns - 1);
      let sum = 0;
      for (let i = block - Math.min(around, column); i <= last; i++) sum += values[i] ?? 0;
      along[block] = sum;
    }
    for (let block = 0; block < values.length; block++) {
      const first = Math.max(block - around * columns, block % columns);
      const last = Math.min(block + around * columns, values.length - 1);
      let sum = 0;
      for (let i = first; i <= last; i += columns) sum += along[i] ?? 0;
      both[block] = sum;
    }
    return both;
  }
}
