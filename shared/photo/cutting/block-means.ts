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
    for (let i = 0; i < values.length; i++) {
      const weight = weightOf(i);
      if (weight === 0) continue;
      const block = this.#blockOf(i);
      sums[block] = (sums[block] ?? 0) + weight * (values[i] ?? 0);
      weights[block] = (weights[block] ?? 0) + weight;
    }
    this.#means = this.#meansOf(sums, weights, rows);
  }

  at(i: number): number {
    return this.#means[this.#blockOf(i)] ?? 0;
  }

  #blockOf(i: number): number {
    const row = Math.floor(i / this.#width);
    return Math.floor(row / side) * this.#columns + Math.floor((i - row * this.#width) / side);
  }

  #meansOf(sums: Float64Array, weights: Float64Array, rows: number): Float32Array {
    const means = new Float32Array(sums.length);
    for (let block = 0; block < means.length; block++) {
      const [column, row] = [block % this.#columns, Math.floor(block / this.#columns)];
      let [sum, weight] = [0, 1e-5];
      for (let r = Math.max(row - around, 0); r <= Math.min(row + around, rows - 1); r++)
        for (
          let c = Math.max(column - around, 0);
          c <= Math.min(column + around, this.#columns - 1);
          c++
        ) {
          sum += sums[r * this.#columns + c] ?? 0;
          weight += weights[r * this.#columns + c] ?? 0;
        }
      means[block] = sum / weight;
    }
    return means;
  }
}
